import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { looksRightWithoutScripts } from '../site/looks-right.ts'
import { handsOf } from '../site/staff-hands.ts'
import { withSecondOfficer } from '../site/second-officer.ts'
import { signedInWithoutScripts, wordsOf } from '../site/staff-visitor.ts'
import { started } from '../site/started.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const quorate = ['Cllr Judith Fairbrother', 'Dr Samuel Okonjo', 'Imogen Cartledge', 'Dr Rosalind Hathersage', 'Hugh Saltmarsh', 'Eleanor Whitcombe', 'Dr Farida Chaudhuri']

/** An officer keeps the attendance of the Health and Wellbeing Board of 14 February 2017, whose quorum is eight voting members, without a script. */
export function sitting(stores: () => Stores, browser: () => Browser): void {
  describe('a board sits', () => {
    let site: Site | undefined
    let page: Page | undefined
    let address = ''
    const at = () => started(page)
    const press = async (name: string | RegExp) => at().getByRole('button', { name }).click()
    const line = async () => (await at().locator('#now').innerText()).replaceAll(/\s+/g, ' ')

    before(async () => {
      site = await startSite(await withSecondOfficer(stores()).copy())
      const list = (await (await handsOf(site, 'officer')).get('/staff/meetings?body=health-and-wellbeing-board&from=2017-02-01&to=2017-02-28')).text
      address = /href="(\/staff\/meetings\/[0-9a-f-]{36})"[^>]*>[^<]*<span[^>]*>, 14 February 2017/.exec(list)?.[1] ?? assert.fail('the meeting is not in the list')
      page = await signedInWithoutScripts(browser(), site, 'officer')
      page.setDefaultTimeout(10_000)
    })
    after(async () => {
      await page?.context().close()
      await site?.stop('SIGKILL')
    })

    test('it is opened, and there is no quorum until the eighth voting member is there', async () => {
      await at().goto(started(site).address + address)
      await at().getByRole('link', { name: 'Attendance and declarations' }).click()
      await at().getByLabel('Opened at').fill('14:00')
      await press('Open the meeting')
      await press('Apologies Helen Thistlewood')
      for (const name of quorate) await press(`Present ${name}`)
      assert.match(await line(), /Opened at 2\.00 pm Now: 1\. Apologies and Substitutes No quorum 7 counted of 8 needed\. Missing: one more voting member\./)
      assert.match(await wordsOf(at()), /Without a quorum nothing can be resolved\. The body may: wait.*briefed, and the minute say so: with no resolution, not even “noted”.*adjourn the meeting/)
      await press('Present Cllr Gareth Penhallow')
      assert.match(await line(), /Quorum 8 counted of 8 needed/)
      await looksRightWithoutScripts(at(), browser())
    })

    test('a member declares an interest, must leave, and the quorum goes with her: nothing can be decided in that item', async () => {
      await at().getByText('Another item, or out of order').click()
      await at().getByLabel('Go to item').selectOption({ label: '5. Sustainability and Transformation Plan' })
      await press('Go to this item')
      await at().getByRole('link', { name: 'Record a declaration or the party whip' }).click()
      await press('Record the declaration')
      assert.match(await wordsOf(at()), /There is a problem.*Choose who declares.*Say which kind of interest it is/)
      await at().getByLabel('Who declares').selectOption('Dr Farida Chaudhuri')
      await at().getByLabel('Disclosable pecuniary interest', { exact: true }).check()
      await at().getByLabel('The interest, in the member’s words').fill('A partner in a practice that the plan would pay.')
      await at().getByLabel('It is not in the register of interests yet').check()
      await looksRightWithoutScripts(at(), browser())
      await press('Record the declaration')
      assert.match(await line(), /No quorum 7 counted of 8 needed/)
      assert.match(await wordsOf(at()), /Dr Farida Chaudhuri does not count\. A disclosable pecuniary interest.*Must leave.*notice is due by Monday 13 March 2017/)
      assert.match(await wordsOf(at()), /Dr Farida Chaudhuri declared an interest in item 5 .* and is recorded as present: record the leaving, or that the declaration was mistaken/)
      await looksRightWithoutScripts(at(), browser())
      await press('Leaves for an interest Dr Farida Chaudhuri')
      assert.match(await wordsOf(at()), /Dr Farida Chaudhuri Out, for an interest/)
    })

    test('somebody whom nobody named sits for no one; the member herself makes the quorum again, the item before is as it was, and a wrong line is taken back', async () => {
      await at().locator('#seat-dr-priya-ranganathan summary').click()
      await at().getByLabel('Who sits for Dr Priya Ranganathan').fill('Dr Samuel Okonjo')
      await at().locator('#seat-dr-priya-ranganathan').getByRole('button', { name: 'Sits as substitute' }).click()
      assert.match(await wordsOf(at()), /There is a problem Dr Samuel Okonjo has a seat of their own here/)
      await at().getByLabel('Who sits for Dr Priya Ranganathan').fill('Anybody Typed')
      await at().locator('#seat-dr-priya-ranganathan').getByRole('button', { name: 'Sits as substitute' }).click()
      assert.match(await wordsOf(at()), /There is a problem .*Anybody Typed/)
      await press('Present Dr Priya Ranganathan')
      assert.match(await line(), /Now: 5\. .* Quorum 8 counted of 8 needed/)
      await press('Leaves Hugh Saltmarsh')
      assert.match(await line(), /No quorum/)
      await at().getByRole('link', { name: 'Take back Hugh Saltmarsh leaves' }).click()
      await at().getByLabel('Why').fill('He only moved to another chair.')
      await press('Take this line back')
      assert.match(await line(), /Quorum 8 counted/)
      assert.match(await wordsOf(at()), /Taken back He only moved to another chair\. \(Imogen Fairweather\)/)
    })

    test('two officers press at once: both are in the record, and the second is told what the first did', async () => {
      const other = await signedInWithoutScripts(browser(), started(site), 'rowan')
      await other.goto(`${started(site).address}${address}/sitting`)
      await press('Leaves Eleanor Whitcombe')
      await other.getByRole('button', { name: 'Leaves Imogen Cartledge' }).click()
      assert.match(await wordsOf(other), /Meanwhile others recorded: Eleanor Whitcombe leaves, item 5 \(Imogen Fairweather\).*Imogen Cartledge Out .*Eleanor Whitcombe Out/)
      await other.context().close()
    })

    test('at the next item the page asks whether who left for an interest is back, and one press records it', async () => {
      await at().goto(`${started(site).address}${address}/sitting`)
      await press(/^Next: 6\./)
      assert.match(await wordsOf(at()), /Out for an interest in item 5: back\? Dr Farida Chaudhuri/)
      await press('Back in the room')
      assert.match(await wordsOf(at()), /Dr Farida Chaudhuri Present/)
      assert.equal(await at().getByRole('button', { name: 'Back in the room' }).count(), 0)
      await looksRightWithoutScripts(at(), browser())
    })

    test('it is closed, and an auditor reads the record and can press nothing', async () => {
      await at().getByLabel('Closed at').fill('16:10')
      await press('Close the meeting')
      assert.match(await wordsOf(at()), /The meeting is closed/)
      const auditor = await signedInWithoutScripts(browser(), started(site), 'auditor')
      await auditor.goto(`${started(site).address}${address}/sitting`)
      assert.match(await wordsOf(auditor), /Closed at 4\.10 pm/)
      assert.equal(await auditor.locator('main form[method=post]').count(), 0)
      await auditor.context().close()
    })
  })
}
