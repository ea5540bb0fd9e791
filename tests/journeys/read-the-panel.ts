import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { sidewaysScroll } from '../site/fits-the-screen.ts'
import type { Site } from '../site/start-site.ts'

const body = 'Children and Families Overview and Scrutiny Panel'
const panel = '/bodies/children-and-families-overview-and-scrutiny-panel/2023-07-07'
const reports = [
  'Report: Worcestershire Safeguarding Children Partnership Annual Report 2021-2022',
  'Report: Worcestershire Children First and the Independent Care Review',
  'Report: Performance and 2022/23 Year End Budget Monitoring',
  'Report: Work Programme',
]

/** A parent on an old phone, without JavaScript, finds the panel of 7 July 2023, its four reports and the pack. */
export function readThePanel(site: () => Site, browser: () => Browser): void {
  test('on a phone, without JavaScript, the panel of 7 July 2023 is two links from the front page', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 740 } })
    const page = await context.newPage()
    await page.goto(site().address)
    await page.getByRole('link', { name: 'All coming meetings' }).click()
    const entry = page.locator('li', { has: page.getByText('Friday 7 July 2023') })
    await entry.getByRole('link', { name: body }).click()
    assert.equal(new URL(page.url()).pathname, panel)
    assert.match((await page.locator('h1').textContent()) ?? '', /Friday 7 July 2023, 10\.00 am/)
    assert.equal(await page.getByText('Council Chamber, County Hall, Worcester; webcast').count(), 1)
    assert.equal(await page.getByRole('link', { name: /^Whole pack \(PDF, \d+ pages, [\d.]+ [KM]B\)$/ }).getAttribute('href'), `${panel}/pack.pdf`)
    await context.close()
  })

  test('each of its four reports opens on a phone as headings, numbered paragraphs and tables, with its pages in the pack', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 740 } })
    const page = await context.newPage()
    await page.goto(`${site().address}${panel}`)
    const links = page.getByRole('link', { name: /^Report: / })
    assert.deepEqual(await links.allTextContents(), reports)
    for (const report of reports) {
      await page.goto(`${site().address}${panel}`)
      await page.getByRole('link', { name: report, exact: true }).click()
      const paper = page.locator(new URL(page.url()).hash)
      // Where the report has the title of its item, the page is headed by it and the paper by what it is.
      const [heading, title] = [await page.locator('h1').textContent(), await paper.locator('h2').first().textContent()]
      assert.ok([heading, title].includes(report.replace('Report: ', '')), `the page is headed ${heading}, the paper ${title}`)
      assert.match((await paper.locator('h2 + p').first().textContent()) ?? '', /^pages? \d+( to \d+)? of the pack$/i)
      const numbers = await paper.locator('.gt-numbered__number').allTextContents()
      assert.ok(numbers.length > 3, `${report} has ${numbers.length} numbered paragraphs`)
      assert.deepEqual(numbers.map((number) => Number.parseInt(number, 10)), numbers.map((_, index) => index + 1))
      assert.equal(await sidewaysScroll(page), 0, `${page.url()} scrolls sideways`)
    }
    await context.close()
  })

  test('the budget of the report on item 6 is a table with a caption, header cells and figures on the right', async () => {
    const page = await browser().newPage()
    await page.goto(`${site().address}${panel}/items/6`)
    const table = page.locator('table', { hasText: 'Outturn' }).first()
    assert.notEqual(await table.locator('caption').textContent(), '')
    assert.ok((await table.locator('thead th[scope=col]').count()) > 2)
    assert.ok((await table.locator('tbody th[scope=row]').count()) > 2)
    await page.close()
  })

  test('the deadline for asking to speak is shown with its working', async () => {
    const page = await browser().newPage()
    await page.goto(`${site().address}${panel}`)
    const deadline = page.locator('.gt-deadlines > li', { hasText: 'wish to speak' })
    const said = (await deadline.innerText()).replaceAll(/\s+/g, ' ')
    assert.match(said, /^Tell the council that you wish to speak by: 9\.00 am on Thursday 6 July 2023/)
    const working = deadline.locator('details li')
    assert.equal(await working.first().isVisible(), false)
    await deadline.getByText('How this was worked out').click()
    assert.equal(await working.first().isVisible(), true)
    assert.match((await working.last().textContent()) ?? '', /9\.00 am on Thursday 6 July 2023/)
    await page.close()
  })
}
