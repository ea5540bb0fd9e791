import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { looksRightWithoutScripts } from '../site/looks-right.ts'
import { meetingOf } from '../site/officers-publishing.ts'
import { handsOf, words, type StaffHands } from '../site/staff-hands.ts'
import { signedInWithoutScripts, wordsOf } from '../site/staff-visitor.ts'
import { started } from '../site/started.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const panel = 'children-and-families-overview-and-scrutiny-panel'
const programme = `/staff/programmes/${panel}`
const issue = 'Dental care of children in care'
const longestWait = 12_000
const slug = 'dental-care-of-children-in-care'

/** An issue joins the panel's programme, is scored and placed; its meeting is cancelled, it comes back, and the public reads how. All without a script. */
export function workProgramme(stores: () => Stores, browser: () => Browser): void {
  describe('a work programme', () => {
    let site: Site | undefined
    let page: Page | undefined
    let hands: StaffHands | undefined
    const at = async (path: string) => {
      await started(page).goto(`${started(site).address}${path}`)
      return started(page)
    }

    before(async () => {
      site = await startSite(await stores().copy())
      page = await signedInWithoutScripts(browser(), site, 'officer')
      page.setDefaultTimeout(longestWait)
      hands = await handsOf(site, 'officer')
    })
    after(async () => {
      await page?.context().close()
      await site?.stop()
    })

    test('a form full of nonsense comes back with every word; put right, the issue is in the programme', async () => {
      const form = await at('/staff/programmes')
      await form.getByRole('link', { name: /^Children and Families Overview and Scrutiny Panel, 2023\/24/ }).click()
      await form.getByRole('button', { name: 'Add an entry' }).click()
      await form.getByLabel('Month', { exact: true }).fill('when we can')
      await form.getByLabel('Why', { exact: true }).fill('Half of them <b>wait</b> & "wait"')
      await form.getByRole('button', { name: 'Add the entry' }).click()
      assert.deepEqual(await form.locator('.govuk-error-summary a').allInnerTexts(), ['Give the issue: what is to be looked at', 'Say who chose it: the public reads who chose what and why', 'Give the month as January 2024'])
      assert.equal(await form.getByLabel('Why', { exact: true }).inputValue(), 'Half of them <b>wait</b> & "wait"')
      assert.equal(await form.getByLabel('Month', { exact: true }).inputValue(), 'when we can')
      await form.getByLabel('Issue', { exact: true }).fill(issue)
      await form.getByLabel('Subject (optional)').fill('Dental care')
      await form.getByLabel('Possible future item').check()
      await form.getByLabel('Month', { exact: true }).fill('')
      await form.getByLabel('Who chose it', { exact: true }).fill('Chair of the panel')
      await form.getByRole('button', { name: 'Add the entry' }).click()
      assert.match(await wordsOf(form), /The entry is in the programme\./)
    })

    test('it is held against the seven criteria, and stands beside the others', async () => {
      const form = await at(`${programme}/entries/${slug}/scores`)
      for (const [group, answer] of [['Is it a priority of the council?', 'Yes'], ['Is there new government guidance or legislation?', 'No']] as const) await form.getByRole('group', { name: group }).getByLabel(answer, { exact: true }).check()
      await form.getByLabel('Why (optional): Is it a priority of the council?').fill('The council is their parent')
      await form.getByRole('button', { name: 'Save the scores' }).click()
      const compared = await at(`/bodies/${panel}/work-programme/criteria`)
      assert.match(await compared.getByRole('row', { name: new RegExp(`^${issue}`) }).innerText(), /The council is their parent[^]*Yes[^]*No[^]*1 yes, 1 no/)
      await looksRightWithoutScripts(compared, browser())
    })

    test('placed at a meeting, it stands on the agenda that is being built', async () => {
      const form = await at(programme)
      await form.getByText(`Place or move: ${issue}`).click()
      await form.getByLabel(`Place at: ${issue}`).selectOption({ label: 'Wednesday 6 December 2023' })
      await form.getByRole('button', { name: `Place ${issue}` }).click()
      assert.match(await wordsOf(form), /The entry has its place, and is on the agenda of its meeting\./)
      assert.match(words((await started(hands).get(await meetingOf(started(hands), panel, '6 December 2023'))).text), new RegExp(issue))
    })

    test('the meeting is cancelled: the entry comes back with the reason, the officer is told, and cannot place it there again', async () => {
      const form = await at(`${await meetingOf(started(hands), panel, '6 December 2023')}/cancel`)
      await form.getByLabel(/Reason/).fill('The chamber is flooded.')
      await form.getByRole('button', { name: 'Continue' }).click()
      await form.getByRole('button', { name: 'Cancel the meeting' }).click()
      const told = await at('/staff')
      assert.match(await wordsOf(told), new RegExp(`Work programmes that need you.*${issue}.*The chamber is flooded\\..*To be placed`))
      const refused = await started(hands).post(`${programme}/entries/${slug}/place`, { year: '2023-24', meeting: '2023-12-06' })
      assert.equal(refused.status, 400)
      assert.match(words(refused.text), /The meeting of 6 December 2023 is cancelled\. Choose another meeting/)
      await told.getByRole('link', { name: issue }).click()
      assert.match(await wordsOf(told), new RegExp(`To be placed.*${issue}.*The chamber is flooded`))
      await told.getByLabel(`Place at: ${issue}`).selectOption({ label: 'Wednesday 27 September 2023' })
      await told.getByRole('button', { name: `Place ${issue}` }).click()
      assert.match(words((await started(hands).get(await meetingOf(started(hands), panel, '27 September 2023'))).text), new RegExp(issue))
    })

    test('two officers with one page open: whoever places an entry second is told, and sees what stands now', async () => {
      const form = await at(programme)
      const other = await handsOf(started(site), 'officer')
      const mark = new RegExp(`entries/${slug}/place[^]*?name="based-on" value="([0-9a-f]+)"`).exec((await other.get(programme)).text)?.[1] ?? assert.fail('no form')
      await other.done(`${programme}/entries/${slug}/place`, { year: '2023-24', meeting: '', 'based-on': mark })
      await form.getByText(`Place or move: ${issue}`).click()
      await form.getByLabel(`Place at: ${issue}`).selectOption({ label: 'Wednesday 27 September 2023' })
      await form.getByRole('button', { name: `Place ${issue}` }).click()
      assert.match(await wordsOf(form), /Somebody else changed this entry while you had the page open/)
      assert.equal(await form.getByLabel(`Place at: ${issue}`).inputValue(), '2023-09-27', 'what was chosen is still there')
      await looksRightWithoutScripts(form, browser())
      await form.getByRole('button', { name: `Place ${issue}` }).click()
      assert.match(await wordsOf(form), /The entry has its place/)
    })

    test('a standing item whose month meets no meeting is saved, and says so', async () => {
      const form = await at(`${programme}/entries/new`)
      await form.getByLabel('Issue', { exact: true }).fill('Report of the Easter holidays')
      await form.getByLabel('Standing item').check()
      await form.getByText('How often a standing item comes').click()
      await form.getByLabel('How often it comes', { exact: true }).selectOption({ label: 'In the months ticked below' })
      await form.getByLabel('April', { exact: true }).check()
      await form.getByRole('button', { name: 'Add the entry' }).click()
      assert.match(await wordsOf(form), /it comes at no meeting of the year.*Report of the Easter holidays When April Comes at no meeting No public meeting is planned whose turn it would be \(April\)/)
    })

    test('the public reads every step, by role and with the reason, and takes the programme away as a file', async () => {
      const { address } = started(site)
      const history = words(await (await fetch(`${address}/bodies/${panel}/work-programme/history`)).text()).replaceAll(' .', '.')
      const steps = [
        `${issue} Placed: Wednesday 27 September 2023 3 July`,
        `${issue} Placed: To be confirmed 3 July`,
        `${issue} Placed: Wednesday 27 September 2023; it was to come on 6 December 2023 3 July 2023, by the scrutiny officer`,
        `${issue} Came back to be placed: the meeting on 6 December 2023 is cancelled. Reason: The meeting is cancelled. The chamber is flooded. 3 July 2023, by the system`,
        `${issue} Placed: Wednesday 6 December 2023 3 July`,
        `${issue} Held against the criteria: 1 yes, 1 no`,
        `${issue} Added: possible future item, to be confirmed. Reason: Half of them`,
      ]
      const places = steps.map((step) => history.indexOf(step))
      assert.deepEqual(places.filter((place) => place < 0), [], history.slice(0, 3000))
      assert.deepEqual(places, places.toSorted((one, other) => one - other))
      assert.doesNotMatch(history, /Imogen Fairweather/)
      const file = await fetch(`${address}/bodies/${panel}/work-programme.csv`)
      assert.match(await file.text(), new RegExp(`Dated,Wednesday 27 September 2023,${issue},dental-care`))
      const workbook = await fetch(`${address}/bodies/${panel}/work-programme.xlsx`)
      assert.match(workbook.headers.get('content-type') ?? '', /spreadsheetml/)
    })

    test('a member proposes an issue, and the officer accepts it with a reason', async () => {
      const member = await handsOf(started(site), 'councillor')
      assert.equal((await member.get(`${programme}/entries/new`)).to, `${programme}?year=2023-24`, 'a member adds nothing')
      const page = await member.get(`${programme}/propose`)
      const sending = /name="sending" value="([0-9a-f-]+)"/.exec(page.text)?.[1] ?? assert.fail('no form')
      await member.done(`${programme}/propose`, { issue: 'Free travel to college', why: 'Bus fares have doubled', subject: '', sending })
      const form = await at(`${programme}/proposals`)
      await looksRightWithoutScripts(form, browser())
      await form.getByLabel('Accept', { exact: true }).check()
      await form.getByLabel(/^Reason/).fill('It fits the review of transport')
      await form.getByRole('button', { name: /^Answer/ }).click()
      assert.match(await wordsOf(form), /The proposal is accepted/)
      const shown = words(await (await fetch(`${started(site).address}/bodies/${panel}/work-programme`)).text())
      assert.match(shown, /Free travel to college.*Member of a panel or board, 3 July 2023: Bus fares have doubled.*Scrutiny officer: It fits the review of transport/)
    })
  })
}
