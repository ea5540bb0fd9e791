import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { looksRightWithoutScripts } from '../site/looks-right.ts'
import { meetingOf, publish } from '../site/officers-publishing.ts'
import { goldenThread } from '../site/product.ts'
import { handsOf, words } from '../site/staff-hands.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { started } from '../site/started.ts'
import type { Stores } from '../site/stores.ts'
import { storedRows, type WaitingMail } from '../site/stored-rows.ts'

const board = 'overview-and-scrutiny-performance-board'
const panel = 'children-and-families-overview-and-scrutiny-panel'
const address = 'ada.lorne@example.test'
const proposal = 'Offer each young person two homes to choose from'
const flagged = 'Young people missing from education'

/** Somebody without an account follows the board by mail; a panel's exception and its lead member's update reach the board's agenda, and with it the public. */
export function groupsAndAlerts(stores: () => Stores, browser: () => Browser): void {
  describe('an exception and those who follow the board', () => {
    let folder = ''
    let running: Site | undefined
    const site = () => started(running)

    /** What waits to be sent to the reader, while the site stands still. */
    const mails = async (): Promise<WaitingMail[]> => {
      await running?.stop()
      const { mail } = await storedRows(folder)
      running = await startSite(folder)
      return mail.filter(({ recipient }) => recipient === address)
    }
    const linkIn = (mail: WaitingMail | undefined, word: string) => new RegExp(`(/alerts/${word}/\\S+)`).exec(mail?.text ?? '')?.[1] ?? assert.fail(`no link to ${word} in ${mail?.text}`)
    const phone = async () => {
      const context = await browser().newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 740 } })
      const page = await context.newPage()
      page.setDefaultTimeout(12_000)
      return page
    }
    const letters = async () => {
      const { out } = await goldenThread(['alerts', 'send', '--json'], { DATA_DIR: folder })
      return (JSON.parse(out) as { letters: number }).letters
    }

    before(async () => {
      folder = await stores().copy()
      running = await startSite(folder)
    })
    after(() => running?.stop())

    test('on a phone without JavaScript somebody asks for news of the board, and confirms by the link in the mail', async () => {
      const page = await phone()
      await page.goto(`${site().address}/bodies/${board}`)
      await page.getByRole('link', { name: 'News of this body by e-mail' }).click()
      await looksRightWithoutScripts(page, browser())
      assert.equal(await page.getByLabel('Overview and Scrutiny Performance Board', { exact: true }).isChecked(), true)
      await page.getByLabel('E-mail address').fill('ada lorne')
      await page.getByRole('button', { name: 'Ask for this news' }).click()
      assert.match(await page.title(), /^Error: /)
      assert.equal(await page.getByLabel('E-mail address').inputValue(), 'ada lorne')
      await page.getByLabel('E-mail address').fill(address)
      await page.getByRole('button', { name: 'Ask for this news' }).click()
      await page.getByText('We have written to you.').waitFor()
      const [letter, ...more] = await mails()
      assert.equal(more.length, 0)
      await page.goto(site().address + linkIn(letter, 'confirm'))
      await looksRightWithoutScripts(page, browser())
      await page.getByRole('button', { name: 'Yes, send me this news' }).click()
      await page.getByText('You will hear from us when there is news').waitFor()
      await page.context().close()
    })

    test('from the page of a recommendation, a decision, a matter and a programme, and from the lists of them, one comes to the form with that topic ticked, and to its feed', async () => {
      const read = async (path: string) => (await fetch(site().address + path)).text()
      const list = async (path: string) => ((await (await fetch(`${site().address}/api/v1${path}`)).json()) as { items: Record<string, unknown>[] }).items
      const item = (await list(`/bodies/${panel}/meetings/2023-07-07/items`)).find((one) => (one['subjects'] as string[] | undefined)?.length) ?? assert.fail('no item has a matter')
      const pages = [`/recommendations/${String((await list('/recommendations'))[0]?.['reference'])}`, `/forward-plan/${String((await list('/forward-plan'))[0]?.['reference'])}`, `/bodies/${panel}/2023-07-07/items/${String(item['number'])}`, `/bodies/${panel}/work-programme`, '/bodies/cabinet', '/recommendations', `/recommendations?body=${panel}`, '/forward-plan', '/decisions']
      for (const page of pages) {
        const asks = [...(await read(page)).matchAll(/href="(\/alerts\?topic=([a-z-]+:[a-z0-9-]+))"/g)]
        assert.ok(asks.length > 0, page)
        for (const [, href = '', topic = ''] of asks.slice(0, 4)) {
          assert.match(await read(href), new RegExp(`value="${topic}"[^>]* checked`), `${page} ${topic}`)
          assert.equal((await fetch(`${site().address}/alerts/${topic.replace(':', '/')}.atom`)).status, 200, topic)
        }
      }
    })

    test('a link to stop that nobody was sent is not known, whatever stands in it', async () => {
      for (const guess of ['A'.repeat(43), 'short', '..%2f..', "'%20or%201=1"]) {
        const answer = await fetch(`${site().address}/alerts/stop/${guess}`)
        assert.equal(answer.status, 404, guess)
        assert.doesNotMatch(await answer.text(), /has stopped, and your address|ada\.lorne/)
      }
    })

    test('the chair of a panel flags an exception and writes the lead member’s update; both join the board’s agenda and are nobody else’s to read', async () => {
      const chair = await handsOf(site(), 'chair')
      const at = await chair.done('/staff/exceptions/new', { panel, board, period: '2022-23-q4', about: 'measure', what: flagged, seen: 'More than in the same quarter of last year.', 'text-1': 'Year end', 'link-1': `/bodies/${panel}/2023-07-07/items/6` })
      assert.match(words((await chair.get(at)).text), /On the board’s agenda/)
      await chair.done('/staff/member-updates', { body: board, area: 'Children and Families Overview and Scrutiny Panel', revision: '0', words: 'The panel looked at places in special schools.' })
      const officer = await handsOf(site(), 'officer')
      const agenda = words((await officer.get(await meetingOf(officer, board, '26 July 2023'))).text)
      assert.match(agenda, /Performance and budget: what the panels flag[^]*Member updates/)
      assert.equal(await letters(), 0)
      for (const path of [`/bodies/${board}`, `/bodies/${panel}`]) assert.doesNotMatch(await (await fetch(site().address + path)).text(), new RegExp(flagged))
    })

    test('what a task group recommends in its final report is its proposal, and asked of nobody, while its body has not considered it', async () => {
      const officer = await handsOf(site(), 'officer')
      const group = '/staff/groups/leaving-care'
      const revision = /name="revision" value="(\d+)"/.exec((await officer.get(group)).text)?.[1] ?? assert.fail('the group has no form')
      await officer.done(group, { deed: 'step', to: 'final', revision, 'final-on': '2023-07-03', 'final-says': 'Few were given a choice.', 'says-1': proposal, 'to-1': 'Cabinet' })
      assert.match(words((await officer.get(group)).text), /Once one is recorded as held, it is said here what it agreed/)
      const page = words(await (await fetch(`${site().address}/task-groups/leaving-care`)).text())
      assert.match(page, new RegExp(`asked of nobody before the Overview and Scrutiny Performance Board has agreed them at a meeting\\. ${proposal}`))
      assert.doesNotMatch(await (await fetch(`${site().address}/recommendations?body=${board}`)).text(), new RegExp(proposal))
    })

    test('with the published agenda the public reads both at their items, and who follows the board is told once', async () => {
      const officer = await handsOf(site(), 'officer')
      await publish(officer, await meetingOf(officer, board, '26 July 2023'))
      assert.equal(await letters(), 1)
      assert.equal(await letters(), 0)
      const page = await (await fetch(`${site().address}/bodies/${board}`)).text()
      const item = new RegExp(`href="(/bodies/${board}/2023-07-26/items/\\d+)"[^>]*><bdi>${flagged}`).exec(page)?.[1] ?? assert.fail('the board’s page does not say where it stands')
      assert.match(words(await (await fetch(site().address + item)).text()), /More than in the same quarter of last year\. Year end What the board did\. What the board did is not recorded yet/)
      const meeting = await (await fetch(`${site().address}/bodies/${board}/2023-07-26`)).text()
      const update = new RegExp(`href="(/bodies/${board}/2023-07-26/items/\\d+)"[^>]*>[^<]*Member updates`).exec(meeting)?.[1] ?? assert.fail('the agenda has no member updates')
      assert.match(words(await (await fetch(site().address + update)).text()), /Cllr Deborah Quennell The panel looked at places in special schools\./)
    })

    test('the letter says what is new, and one press on its link stops the news and forgets the address', async () => {
      const [, letter, ...more] = await mails()
      assert.equal(more.length, 0)
      assert.match(letter?.text ?? '', new RegExp(`Overview and Scrutiny Performance Board, Wednesday 26 July 2023[^]*${flagged}`))
      const page = await phone()
      await page.goto(site().address + linkIn(letter, 'stop'))
      await looksRightWithoutScripts(page, browser())
      await page.getByRole('button', { name: 'Stop all of it' }).click()
      await page.getByText('It has stopped, and your address is forgotten.').waitFor()
      await page.goto(site().address + linkIn(letter, 'stop'))
      assert.equal(await page.getByRole('button', { name: 'Stop all of it' }).count(), 0)
      await page.context().close()
    })
  })
}
