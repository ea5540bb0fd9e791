import { test } from 'node:test'
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import readSheets from 'read-excel-file/node'
import { hrefs } from '../site/drawn.ts'
import { looksRight, looksRightWithoutScripts } from '../site/looks-right.ts'
import { readText } from '../site/reading.ts'
import { wordsOf } from '../site/staff-visitor.ts'
import type { Site } from '../site/start-site.ts'

const dashboard = '/dashboards/children-and-families-overview-and-scrutiny-panel/2019-20-q4'
const primary = '/measures/attendance-in-primary-schools'
const phone = { width: 375, height: 800 }
const longestWait = 12_000

/** The columns of every table of the pack of 17 July 2020: September of three years, then the quarters of 2019/20. */
const columns = ['2016-17-q2', '2017-18-q2', '2018-19-q2', '2019-20-q1', '2019-20-q2', '2019-20-q3', '2019-20-q4']

/** Rows of the pack as it prints them, by measure, whose and which part: x where it says n/a or is blank. */
const printed: Readonly<Record<string, string>> = {
  'attendance-in-primary-schools own all': '96.1 96 96 95.2 96 95.1 95.1',
  'attendance-in-primary-schools england all': '96 96 95.8 x x x x',
  'schools-good-or-outstanding own all': '90 90 86 84 84 84 84',
  'schools-good-or-outstanding own phase=pru': '100 83 83 83 83 83 83',
  'schools-good-or-outstanding england all': '89 89 84 86 86 86 86',
  'academies-by-ofsted-grade own grade=inadequate': '1 2 9 9 11 12 13',
  'young-people-whose-activity-is-unknown own all': 'x x 3541 118 6573 578 138',
  'children-with-early-help-and-an-ehc-plan own all': 'x x x x 43 41 60',
  'ehc-plans-within-20-weeks own all': '47 21 14 50 53 60 86',
}

/** A councillor asks of a figure: is it getting worse, and compared with whom? Then they want to see where it comes from. */
export function measures(site: () => Site, browser: () => Browser): void {
  for (const javaScriptEnabled of [true, false]) {
    test(`a councillor on a phone ${javaScriptEnabled ? '' : 'without JavaScript '}comes from the first page to whether a measure gets worse, and compared with whom`, async () => {
      const page = await onPhone(browser(), site(), javaScriptEnabled)
      const right = () => (javaScriptEnabled ? looksRight(page, [375]) : looksRightWithoutScripts(page, browser()))
      await page.getByRole('main').getByRole('link', { name: 'Measures', exact: true }).click()
      await page.getByLabel('Words in it').fill('attendance primary')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await right()
      await page.getByRole('link', { name: 'Attendance in primary schools', exact: true }).click()
      assert.match(await wordsOf(page), /95\.1% Q4 2019\/20 .*Is it getting worse\? 95\.1%, as in the quarter before; 96\.1% in Q2 2016\/17.*too few to tell chance from change.*Compared with whom\? England 95\.8% \(Q2 2018\/19\): the council had 96\.0% then; the council is now lower(?:; no test was made: the measure names no interval|, chance was not ruled out)/)
      for (const question of ['Is it getting worse?', 'Compared with whom?']) {
        const box = await page.getByText(question, { exact: true }).boundingBox()
        assert.ok(box !== null && box.y + box.height < 2 * phone.height, `${question} is answered ${box?.y} px down`)
      }
      await right()
      await page.context().close()
    })

    test(`on a phone ${javaScriptEnabled ? '' : 'without JavaScript '}a figure leads to its dashboard and back, to its definition, its history and its files`, async () => {
      const page = await onPhone(browser(), site(), javaScriptEnabled, primary)
      await page.getByRole('link', { name: 'Children and families, January to March 2020' }).first().click()
      assert.equal(new URL(page.url()).pathname, dashboard)
      const line = page.locator('.gt-headed').getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Attendance in primary schools', exact: true }) })
      assert.match((await line.innerText()).replaceAll(/\s+/g, ' '), /95\.1%/)
      await (javaScriptEnabled ? looksRight(page, [375]) : looksRightWithoutScripts(page, browser()))
      await line.getByRole('link', { name: 'Attendance in primary schools', exact: true }).click()
      assert.equal(new URL(page.url()).pathname, primary)
      const says = await wordsOf(page)
      assert.match(says, /What it is, and why it was chosen.*The share of possible sessions that pupils of primary schools attended.*Higher is better/)
      assert.match(says, /Period Figure England Q4 2019\/20 95\.1% \[x\] Q3 2019\/20 95\.1% \[x\] Q2 2019\/20 96\.0% \[x\] Q1 2019\/20 95\.2% \[x\] Q2 2018\/19 96\.0% 95\.8%/)
      assert.match(says, /What was published when .*Children and families, January to March 2020, version 1 Published 9 July 2020 Period Q4 2019\/20 Figure then 95\.1% Owner Confirmed/)
      for (const file of await page.locator('#downloads + ul a').evaluateAll(hrefs)) {
        assert.equal((await fetch(`${site().address}${file}`)).status, 200, file)
      }
      await page.context().close()
    })
  }

  test('on a phone the first screens of a dashboard say what got worse, against what, and what cannot be compared; the rest lies behind them', async () => {
    const page = await onPhone(browser(), site(), true, dashboard)
    const first = page.getByRole('link', { name: 'Young people of 16 to 18 not in education, employment or training' }).first()
    const box = await first.boundingBox()
    assert.ok(box !== null && box.y < phone.height, `what got worse most stands ${box?.y} px down`)
    assert.match(await wordsOf(page), /these went the wrong way Young people of 16 to 18 .* 349; the highest of the 7 figures published; up from 242 in Q3 2019\/20, another time of year .*Schools judged good or outstanding 84%; beside England 86% \(Q4 2019\/20\); none of the 7 figures published is lower; the same as in Q3 2019\/20; the first was 90% in Q2 2016\/17/)
    assert.equal(await page.getByText('there is nothing to hold the figure against').count(), 0)
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: /for context/ }).click()
    await page.getByText(/^All \d+ numbers for context$/).click()
    await looksRight(page, [375])
    await page.goto(`${site().address}/dashboards/children-and-families-overview-and-scrutiny-panel/2022-23-q4`)
    assert.match(await wordsOf(page), /Children registered as missing education 502 cannot be compared with 67 in Q4 2019\/20, because of a break: The dashboard/)
    await page.context().close()
  })

  test('the tables of the pack of 17 July 2020 are in the CSV of its dashboard, in all seven columns, with what is not available and not applicable told apart', async () => {
    const rows = parse<Record<string, string>>(await readText(site(), `${dashboard}.csv`), { bom: true, columns: true })
    for (const [row, values] of Object.entries(printed)) {
      const [measure, role, breakdown] = row.split(' ')
      const own = rows.filter((one) => one['measure'] === measure && one['role'] === role && one['breakdown'] === breakdown)
      const shown = columns.map((period) => own.find((one) => one['period'] === period)).map((one) => (one?.['value'] === 'x' ? one['shorthand'] : one?.['value']))
      assert.equal(shown.join(' '), values, row)
    }
  })

  test('the workbook of the dashboard opens as a workbook, and gives the same figures as its CSV', async () => {
    const answer = await fetch(`${site().address}${dashboard}.xlsx`)
    const sheets = await readSheets(Buffer.from(await answer.arrayBuffer()))
    assert.deepEqual(sheets.slice(0, 2).map(({ sheet }) => sheet), ['Cover', 'Contents'])
    const cells = sheets.flatMap(({ data }) => data)
    const own = cells.filter((row) => row.includes('Attendance in primary schools') && row.includes('Worcestershire') && row.includes(95.2))
    assert.ok(own.length > 0, 'the figure of the first quarter of 2019/20 is a number in a cell')
  })
}

async function onPhone(browser: Browser, site: Site, javaScriptEnabled: boolean, path = '/'): Promise<Page> {
  const page = await (await browser.newContext({ viewport: phone, javaScriptEnabled })).newPage()
  page.setDefaultTimeout(longestWait)
  await page.goto(`${site.address}${path}`)
  return page
}
