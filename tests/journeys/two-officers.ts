import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { withSecondOfficer } from '../site/second-officer.ts'
import { beginStaffWork, openTitle, withheldTitle, type StaffAtWork } from '../site/staff-at-work.ts'
import { signedIn, wordsOf } from '../site/staff-visitor.ts'
import { started } from '../site/started.ts'
import type { Stores } from '../site/stores.ts'

/** Two officers at two machines: one wins, the other is told by whom, and what they typed is there. */
export function twoOfficers(stores: () => Stores, browser: () => Browser): void {
  describe('two officers at once', () => {
    let work: StaffAtWork | undefined
    let pages: { readonly imogen: Page; readonly rowan: Page } | undefined

    /** Both look at the same page. */
    const bothOpen = async (path: string) => {
      const { imogen, rowan } = started(pages)
      await Promise.all([imogen, rowan].map((page) => page.goto(`${started(work).site.address}${path}`)))
      return { imogen, rowan }
    }

    before(async () => {
      work = await beginStaffWork(withSecondOfficer(stores()))
      const [imogen, rowan] = await Promise.all(['officer', 'rowan'].map((account) => signedIn(browser(), started(work).site, account)))
      pages = { imogen: imogen ?? assert.fail(), rowan: rowan ?? assert.fail() }
    })
    after(async () => {
      await pages?.imogen.context().close()
      await pages?.rowan.context().close()
      await work?.site.stop()
    })

    test('who saves the same item second sees what the first saved and by whom, keeps what they typed, and can save it over', async () => {
      const { imogen, rowan } = await bothOpen(started(work).meeting)
      for (const page of [imogen, rowan]) await page.getByRole('link', { name: new RegExp(`^Edit item \\d, ${openTitle}`) }).click()
      await imogen.getByLabel('Presenter').fill('Head of Fostering')
      await rowan.getByLabel('Note under the title (optional)').fill('With a film of four minutes.')
      for (const page of [imogen, rowan]) await page.getByRole('button', { name: 'Save the item' }).click()
      const told = await wordsOf(rowan)
      assert.match(told, /Imogen Fairweather changed this item while you had it open/)
      assert.match(told, /What stands now, where it differs from what you typed.*Presenter Head of Fostering/)
      assert.equal(await rowan.getByLabel('Note under the title (optional)').inputValue(), 'With a film of four minutes.')
      await rowan.getByLabel('Presenter').fill('Head of Fostering')
      await rowan.getByRole('button', { name: 'Save the item' }).click()
      assert.match(await wordsOf(rowan), /The item is saved\..*Head of Fostering.*With a film of four minutes\./)
    })

    test('who moves an item while another moves one is told that the order has changed, and nothing is moved by mistake', async () => {
      const { imogen, rowan } = await bothOpen(started(work).meeting)
      await imogen.getByRole('button', { name: /^Move up item 2/ }).click()
      await imogen.getByText('is now item 1.').first().waitFor({ state: 'attached' })
      await rowan.getByRole('button', { name: /^Move up item 3/ }).click()
      await rowan.getByText('There is a problem').waitFor()
      const [theirs, own] = await Promise.all([imogen, rowan].map((page) => page.locator('#agenda-items h3').allInnerTexts()))
      assert.deepEqual(own, theirs)
    })

    test('who saves the same part of a report second chooses between the two texts, and keeps both', async () => {
      const { imogen, rowan } = await bothOpen(started(work).report)
      const texts = [imogen, rowan].map((page) => page.getByRole('textbox', { name: 'Text of the report' }))
      await texts[0]?.fill('Forty carers began.')
      await imogen.getByRole('button', { name: 'Save Text of the report' }).click()
      await imogen.getByRole('region', { name: 'Text of the report' }).locator('[data-saved]', { hasText: /^Saved/ }).waitFor()
      await texts[1]?.fill('Nine carers left.')
      await rowan.getByRole('button', { name: 'Save Text of the report' }).click()
      await rowan.getByText(/Imogen Fairweather saved “Text of the report”/).first().waitFor()
      await rowan.getByLabel('Both texts in one: take out what should not stay').waitFor()
      const both = await rowan.getByLabel('Both texts in one: take out what should not stay').inputValue()
      assert.match(both, /Forty carers began\.[^]*Nine carers left\./)
      await rowan.getByRole('button', { name: 'Save this text' }).click()
      await rowan.getByText('The text is saved.').waitFor()
    })

    test('of two who publish at the same moment one does, and the other is told who is publishing', async () => {
      await makeReady(started(pages).imogen, started(work))
      const { imogen, rowan } = await bothOpen(`${started(work).meeting}/publish`)
      await Promise.all([imogen, rowan].map((page) => page.getByRole('button', { name: 'Publish the agenda' }).click()))
      const [winner, other] = /\/publications\//.test(imogen.url()) ? [imogen, rowan] : [rowan, imogen]
      assert.match(winner.url(), /\/publications\//)
      assert.match(other.url(), /\/publish$/)
      assert.match(await wordsOf(other), new RegExp(`${winner === imogen ? 'Imogen Fairweather' : 'Rowan Ashdown'} is publishing this meeting now`))
      await winner.getByText('Version 2 is published').waitFor()
      await other.goto(`${started(work).site.address}${started(work).meeting}/after`)
      const shown = await wordsOf(other)
      assert.match(shown, /Version 2 stands/)
      assert.doesNotMatch(shown, /Version 3/)
    })
  })
}

/** Takes the report that nobody has written off its item, and leaves the other to follow. */
async function makeReady(page: Page, { site, meeting }: StaffAtWork): Promise<void> {
  for (const title of [openTitle, withheldTitle]) {
    await page.goto(`${site.address}${meeting}`)
    await page.getByRole('link', { name: new RegExp(`^Edit item \\d, ${title}`) }).click()
    await page.getByLabel('The report is to follow').check()
    await page.getByRole('button', { name: 'Save the item' }).click()
  }
}
