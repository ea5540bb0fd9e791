import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { byKeyboard, type Keyboard } from '../site/by-keyboard.ts'
import { exemptItem, leaksOf } from '../site/leaks.ts'
import { goldenThread } from '../site/product.ts'
import { readText } from '../site/reading.ts'
import { staffTour, type StaffTour } from '../site/staff-tour.ts'
import { signedIn, wordsOf } from '../site/staff-visitor.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { started } from '../site/started.ts'
import type { Stores } from '../site/stores.ts'
import { writeReport, writeText } from '../site/write-report.ts'

const body = 'Economy Overview and Scrutiny Panel'
const address = '/bodies/economy-overview-and-scrutiny-panel/2023-09-04'

interface Office {
  readonly site: Site
  readonly page: Page
  readonly keys: Keyboard
  readonly tour: StaffTour
}

/** A new officer without a mouse runs a body’s whole cycle, from no meetings to a pack, a supplement and a withdrawal. */
export function officerCycle(stores: () => Stores, browser: () => Browser): void {
  describe('a new officer without a mouse', () => {
    let folder = ''
    let office: Office | undefined
    const faults: string[] = []
    /** The path of the meeting’s own page for staff. */
    let agenda = ''

    const comeIn = async (settings: Readonly<Record<string, string>> = {}, isLookedAt = false): Promise<void> => {
      const site = await startSite(folder, settings)
      const page = await signedIn(browser(), site, 'officer')
      const tour = staffTour(page)
      office = { site, page, keys: byKeyboard(page, isLookedAt ? tour.arrived : undefined), tour }
    }
    const goOut = async (): Promise<void> => {
      faults.push(...(office?.keys.faults ?? []), ...(office?.tour.faults ?? []))
      await office?.page.context().close()
      await office?.site.stop()
      office = undefined
    }
    const openAgenda = async (): Promise<Office> => {
      const now = started(office)
      await now.page.goto(`${now.site.address}${agenda}`)
      return now
    }

    before(async () => {
      folder = await stores().copy()
      await withFourStandingItems(folder)
      await comeIn()
    })
    after(goOut)

    test('plans two meetings by a pattern, and takes the day that is offered in place of a bank holiday', async () => {
      const { site, page, keys, tour } = started(office)
      await page.goto(`${site.address}/staff`)
      await keys.press('Plan meetings')
      await keys.pick('Which body meets?', body)
      await keys.press('Continue')
      await keys.type('Pattern', 'fourth Monday')
      await keys.typeDay('From', '2023-08-01')
      await keys.typeDay('To', '2023-09-30')
      await keys.tick('August', false)
      await keys.typeTime('Time', '10:00')
      await keys.type('Place', 'Lakeview Room, County Hall')
      await keys.press('Show the dates')
      await tour.arrived()
      assert.match(await wordsOf(page), /2 dates, 1 with a clash.*It is a bank holiday: Summer bank holiday\./)
      await keys.press(/^Use Monday 4 September 2023/)
      assert.match(await wordsOf(page), /2 dates, none with a clash/)
      await keys.press('Create the ticked meetings')
      assert.equal(await page.getByRole('link', { name: /^Economy Overview and Scrutiny Panel/ }).count(), 2)
      await keys.press(`${body}, 4 September 2023`)
      agenda = new URL(page.url()).pathname
      assert.equal(await page.locator('#agenda-items h3').count(), 4, 'the standing items are on it')
    })

    test('adds items, one exempt and one to follow; moves one up, and the times add up', async () => {
      const { page, keys } = await openAgenda()
      await keys.press('Add an item for decision')
      await keys.type('Title', 'Apprenticeships in the county')
      await keys.type('Minutes', '30')
      await keys.pick('Author', 'Imogen Fairweather')
      await keys.press('Save the item')
      await keys.press('Add an item for consideration')
      await addExemptItem(keys)
      await keys.press('Add an item for information')
      await keys.type('Title', 'Bus services after the summer')
      await keys.type('Minutes', '20')
      await keys.tick('The report is to follow')
      await keys.press('Save the item')
      await keys.goTo(/^Move up item 7/)
      await page.keyboard.press('Enter')
      await page.getByText('“Bus services after the summer” is now item 6.').waitFor({ state: 'attached' })
      assert.match(await focusedWords(page), /^Move up item 6/, 'the focus stays with the item')
      await keys.press('Edit item 5, Apprenticeships in the county')
      await keys.type('Minutes', '40')
      await keys.press('Save the item')
      const shown = await wordsOf(page)
      assert.match(shown, /the meeting ends at 11\.15 am, 45 minutes before the planned end of 12\.00 noon/)
      for (const times of ['10.00 am to 10.40 am', '10.40 am to 11.00 am', '11.00 am to 11.15 am']) assert.ok(shown.includes(times), times)
    })

    test('is told what stops publication and goes from there to put it right', async () => {
      const { page, keys } = await openAgenda()
      await keys.press('Report of item 5')
      await writeReport(page, keys, 'Apprenticeships begin at sixteen.')
      await openAgenda()
      await keys.press('Check and publish')
      assert.match(await wordsOf(page), /1 matter to put right.*Item 7.*Nobody has written its report\./)
      assert.equal(await page.getByRole('button', { name: 'Publish the agenda' }).count(), 0)
      await keys.press(/^Item 7/)
      assert.equal(await page.locator('h1').innerText(), 'Edit item 7')
      await openAgenda()
      await keys.press('Report of item 7')
      await writeReport(page, keys, exemptItem.text)
    })

    test('looks at the preview, publishes, and the public’s page and pack say the same', async () => {
      const { site, page, keys } = await openAgenda()
      await keys.press('Check and publish')
      assert.match(await wordsOf(page), /Nothing stops publication\..*There are 43 clear working days/)
      await keys.press('Preview of the public page')
      assert.match(await wordsOf(page), /Preview, not published\..*A property matter/)
      await keys.press('Check and publish')
      await keys.press('Publish the agenda')
      await page.getByText('Version 2 is published').waitFor()
      await keys.press('As the public sees it')
      assert.match(await wordsOf(page), /6\. Bus services after the summer To follow.*7\. A property matter Exempt: paragraph 3/)
      assert.match(await wordsOf(page), /Report: Apprenticeships in the county page 1/)
      const pdf = await readPack(site, `${address}/pack.pdf`)
      assert.equal(pdf.labels.at(-1), '1', 'the pack ends on page 1')
      assert.match(pdf.texts.at(-1) ?? '', /Apprenticeships begin at sixteen/)
    })

    test('publishes the report that was to follow as a supplement, whose pages go on from the pack’s', async () => {
      const { site, page, keys } = await openAgenda()
      await keys.press('Report of item 6')
      await writeReport(page, keys, 'Buses run hourly.')
      await page.reload()
      await keys.press('Hand in')
      await openAgenda()
      await keys.press('Publish what has changed')
      await keys.press('Publish')
      await page.getByText('Version 3 is published').waitFor()
      const pdf = await readPack(site, `${address}/supplements/1`)
      assert.equal(pdf.labels.at(-1), '2')
      assert.match(pdf.texts.at(-1) ?? '', /Buses run hourly/)
      assert.match(await readText(site, address), /page 2 of supplement 1/)
      await goOut()
    })

    test('is refused a late item without the chair’s reason, and publishes it with it', async () => {
      await comeIn({ TODAY: '2023-08-29' }, true)
      const { page, keys } = await openAgenda()
      await keys.press('Add an item for information')
      await keys.type('Title', 'The flood of last week')
      await keys.choose('Does it need a report?', 'No')
      await keys.press('Save the item')
      assert.match(await focusedWords(page), /There is a problem.*give the chair’s reason for urgency/)
      await keys.type('The chair’s reason for urgency', 'The river rose after the agenda was published.')
      await keys.press('Save the item')
      await keys.press('Publish what has changed')
      await keys.press('Publish')
      await page.getByText('Version 4 is published').waitFor()
      await keys.press('As the public sees it')
      assert.match(await wordsOf(page), /8\. The flood of last week Late item.*The chair’s reason for urgency: The river rose after the agenda was published\./)
    })

    test('corrects a report only in words that say what is corrected, and withdraws another', async () => {
      const { page, keys } = await openAgenda()
      await keys.press('Report of item 5')
      await writeText(page, keys, 'Apprenticeships begin at fifteen.')
      await openAgenda()
      await keys.press('Publish what has changed')
      await keys.press('Publish')
      assert.match(await focusedWords(page), /There is a problem.*Say what the new version corrects/)
      await keys.type('What this version corrects', 'An age was wrong.')
      await keys.press('Publish')
      await page.getByText('Version 5 is published').waitFor()
      await keys.press('Supplements, corrections and withdrawals')
      await keys.press(/^6\. Bus services/)
      await keys.choose('What is withdrawn', /^Only the paper Bus services/)
      await keys.type('Reason', 'The bus company asked for time.')
      await keys.press('Withdraw')
      await keys.press('Check and publish what has changed')
      await keys.press('Publish')
      await page.getByText('Version 6 is published').waitFor()
      await keys.press('As the public sees it')
      assert.match(await wordsOf(page), /Bus services after the summer Withdrawn The bus company asked for time\./)
    })

    test('leaves every version readable, and nothing of the exempt item anywhere in public', async () => {
      const { site } = started(office)
      for (const [version, said] of ['Announced', 'sixteen', 'hourly', 'hourly', 'fifteen', 'asked for time'].entries()) {
        const own = `${address}/versions/${version + 1}`
        const item = said === 'sixteen' || said === 'fifteen' ? 5 : 6
        assert.ok((await readText(site, version === 0 ? own : `${own}/items/${item}`)).includes(said), `version ${version + 1} says ${said}`)
      }
      assert.deepEqual(await leaksOf(site, address, 6), [])
    })

    test('always sees where the focus is, and the pages that no link leads to pass axe and fit a phone', async () => {
      await goOut()
      assert.deepEqual(faults, [])
    })
  })
}

async function addExemptItem(keys: Keyboard): Promise<void> {
  await keys.type('Title', exemptItem.title)
  await keys.type('Minutes', '15')
  await keys.pick('Author', 'Imogen Fairweather')
  await keys.choose('May the public read it?', 'No, it is exempt')
  await keys.choose(/^Which paragraph/, /^3: /)
  await keys.type('The public interest test', 'Disclosure would weaken the council in a sale that is not yet agreed.')
  await keys.type('Another title for the public', exemptItem.publicTitle)
  await keys.type('Decided by', 'Monitoring Officer')
  await keys.typeDay('Decided on', '2023-06-30')
  await keys.typeDay('Review on', '2024-01-31')
  await keys.press('Save the item')
}

async function focusedWords(page: Page): Promise<string> {
  return (await page.evaluate<string>('document.activeElement.textContent')).trim().replaceAll(/\s+/g, ' ')
}

async function readPack(site: Site, path: string) {
  return readPdf(new Uint8Array(await (await fetch(`${site.address}${path}`)).arrayBuffer()))
}

/** The panel's terms say nothing of public participation, so that without a template of its own its agenda has no item for it. */
async function withFourStandingItems(folder: string): Promise<void> {
  const file = join(folder, 'template.yaml')
  const titles = ['Apologies', 'Declarations of Interest', 'Public Participation', 'Confirmation of the Minutes']
  const items = titles.map((title) => `  - { title: ${title}, place: opening }`)
  await writeFile(file, ['body: economy-overview-and-scrutiny-panel', 'standing-items:', ...items, ''].join('\n'))
  const loaded = await goldenThread(['import', 'templates', file], { DATA_DIR: folder })
  assert.equal(loaded.code, 0, loaded.err)
}
