import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import type { Browser } from 'playwright-core'
import readSheets from 'read-excel-file/node'
import { deskOf, type Desk } from '../site/desk.ts'
import { looksRightWithoutScripts } from '../site/looks-right.ts'
import { readRecord, readText } from '../site/reading.ts'
import { words } from '../site/staff-hands.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const panel = 'children-and-families-overview-and-scrutiny-panel'
const period = '2023-24-q1'
const plans = 'ehc-plans-within-20-weeks'
const both = 'children-with-a-protection-plan-and-an-ehc-plan'
const release = `/staff/releases/${panel}/${period}`
const dashboard = `/dashboards/${panel}/${period}`

/** A quarter from its first figure to an amendment: typed in, explained, put together, approved and published, with a number in it that is too small to be shown. */
export function quarter(stores: () => Stores, browser: () => Browser): void {
  let running: Promise<Site> | undefined
  const work = () => (running ??= stores().copy().then((folder) => startSite(folder)))
  const desks = new Map<string, Promise<Desk>>()
  const at = async (account: string): Promise<Desk> => {
    const desk = desks.get(account) ?? deskOf(browser(), await work(), account)
    desks.set(account, desk)
    return desk
  }
  after(async () => {
    for (const desk of desks.values()) await (await desk).leave()
    await (await running)?.stop('SIGKILL')
  })
  const asPublic = async (path: string) => words(await readText(await work(), path))

  test('an analyst enters a figure: nonsense comes back with every word, and what is right stands', async () => {
    const analyst = await at('analyst')
    await analyst.go(`/staff/measures/${plans}/figure`)
    await analyst.enter({ Period: period })
    await analyst.press('Go on')
    await analyst.enter({ 'New plans completed within 20 weeks': '120', 'Of new plans completed': '100', 'Note (optional)': 'Counted on 1 July' })
    await analyst.press('Save the figure')
    await analyst.says(/There is a problem/)
    assert.equal(await analyst.page.getByLabel('New plans completed within 20 weeks').inputValue(), '120')
    assert.equal(await analyst.page.getByLabel('Note (optional)').inputValue(), 'Counted on 1 July')
    await looksRightWithoutScripts(analyst.page, browser())
    await analyst.enter({ 'New plans completed within 20 weeks': '52' })
    await analyst.press('Save the figure')
    await analyst.says(/The figure is entered\./, /52%, 52 of 100/)
    await analyst.go(`/staff/measures/${both}/figure?period=${period}`)
    await analyst.enter({ 'Figure (children)': '3' })
    await analyst.press('Save the figure')
    await analyst.says(/The figure is entered\./)
  })

  test('a final figure is corrected only with a reason, and what stood before stays in its history', async () => {
    const analyst = await at('analyst')
    await correct(analyst, '54', '')
    await analyst.says(/There is a problem/)
    assert.equal(await analyst.page.getByLabel('New plans completed within 20 weeks').inputValue(), '54')
    await correct(analyst, '54', 'Two plans had the wrong day')
    await analyst.says(/The figure is corrected\./, /54%.*Why it was changed: Two plans had the wrong day.*52%/)
  })

  test('a director comments: a claim that the figures do not bear is marked and cannot be signed; without it the words are', async () => {
    const director = await at('director')
    await director.go(`/staff/commentary/${plans}/${period}`)
    await director.enter({ 'What happened (optional)': '54% of new plans were completed in time. Performance improved in the quarter.' })
    await director.press('Sign and confirm the period')
    await director.says(/There is a problem/, /“Performance improved in the quarter” Cannot tell/)
    await looksRightWithoutScripts(director.page, browser())
    await director.enter({ 'What happened (optional)': '54% of new plans were completed in time.' })
    await director.press('Sign and confirm the period')
    await director.says(/The commentary is signed/, /54% of new plans were completed in time\./)
    await director.go(`/staff/commentary/${both}/${period}`)
    await director.enter({ 'What happened (optional)': 'Three children had both plans.' })
    await director.press('Sign and confirm the period')
    await director.says(/The commentary is signed/)
  })

  test('an analyst puts the release together, and a commentary that tells a hidden number stops it; the public sees nothing', async () => {
    const analyst = await at('analyst')
    await analyst.go('/staff/releases')
    await analyst.press('Begin a release')
    await analyst.enter({ Body: 'Children and Families Overview and Scrutiny Panel', Period: 'the spring' })
    await analyst.press('Begin the release')
    await analyst.says(/There is a problem/)
    await analyst.enter({ Period: period })
    await analyst.press('Begin the release')
    await analyst.page.locator('#title').fill('Plans, April to June 2023')
    await analyst.page.locator('summary').filter({ hasText: 'not in it' }).click()
    // It begins with the measures of the release before: of these only one is kept.
    for (const field of await analyst.page.locator('input[name^="part-"]:not([value=""])').all()) await field.fill('')
    for (const field of await analyst.page.locator('input[name^="ranking-"]').all()) await field.fill('')
    for (const list of await analyst.page.locator('select[name^="ranking-"]').all()) await list.selectOption('')
    for (const [place, slug] of [plans, both].entries()) {
      await analyst.page.locator(`#part-${slug}`).fill('Education, health and care plans')
      await analyst.page.locator(`#place-${slug}`).fill(String(place + 1))
    }
    await analyst.press('Save')
    await analyst.says(/Stops it Words tell a number that is hidden/, /What is hidden 1 figure is hidden/)
    await looksRightWithoutScripts(analyst.page, browser())
    assert.equal(await analyst.page.getByRole('button', { name: /^I have looked through it/ }).count(), 0)
    assert.equal((await fetch(`${(await work()).address}${dashboard}`)).status, 404)
  })

  test('the director takes the number out; checked, approved and published, the release is what everybody reads', async () => {
    const [director, analyst] = [await at('director'), await at('analyst')]
    await director.go(`/staff/commentary/${both}/${period}`)
    await director.enter({ 'Why it is taken back': 'It told a number that is too small to show' })
    await director.press('Take the signature back')
    await director.enter({ 'What happened (optional)': 'Few children had both plans.' })
    await director.press('Sign and confirm the period')
    await director.says(/The commentary is signed/)
    await check(analyst)
    await approve(director)
    assert.equal((await fetch(`${(await work()).address}${dashboard}`)).status, 404, 'approved is not published')
    await analyst.go(release)
    await analyst.press('Publish it now')
    await analyst.says(/It is published\./)
    const shown = await asPublic(dashboard)
    assert.match(shown, /54%/)
    assert.match(shown, /54% of new plans were completed in time\./)
    assert.match(shown, /Few children had both plans\./)
    assert.match(shown, /Approved by the Director of Children’s Services/)
    assert.doesNotMatch(shown, /52%|improved|wrong day|Three children/)
  })

  test('the small number is on no page, in no file, in no picture and in no answer of the API', async () => {
    const site = await work()
    const pages = [dashboard, `/measures/${both}`]
    for (const path of pages) assert.match(await asPublic(path), /\[c\]/, path)
    for (const path of [`${dashboard}.csv`, `/measures/${both}.csv`]) {
      const rows = parse<Record<string, string>>(await readText(site, path), { bom: true, columns: true }).filter((row) => row['measure'] === both && row['period'] === period)
      assert.deepEqual(rows.map((row) => [row['value'], row['numerator'], row['shorthand'], row['confidentiality']]), [['c', 'c', 'c', 'hidden']], path)
    }
    const items = await readRecord<{ items: Record<string, unknown>[] }>(site, `/api/v1/observations?measure=${both}&period=${period}`)
    assert.deepEqual(items.items.map((item) => [item['value'], item['instead'], item['confidentiality']]), [[undefined, 'c', 'hidden']])
    for (const path of [`${dashboard}.json`, `/measures/${both}.json`, `/api/v1/measures/${both}`, `/api/v1/releases/${panel}/${period}`]) {
      assert.deepEqual(tellingThree(await readRecord(site, path)), [], path)
    }
    const sheets = await readSheets(Buffer.from(await (await fetch(`${site.address}${dashboard}.xlsx`)).arrayBuffer()))
    const cells = sheets.flatMap(({ data }) => data).filter((row) => row.some((cell) => typeof cell === 'string' && cell.includes('Children with a protection plan')))
    assert.ok(cells.some((row) => row.some((cell) => String(cell).includes('[c]'))), 'the workbook has the mark of a hidden figure')
    assert.ok(!cells.some((row) => row.includes(3)), 'and not the figure')
    const drawing = (await readText(site, `/measures/${both}.svg`)).replaceAll(/<[^>]+>/g, ' ')
    assert.match(drawing, /Last figure 17 \(Q4 2019\/20\)/)
    assert.doesNotMatch(drawing, /\b3 \(Q1 2023\/24\)|3 children/)
  })

  test('a figure that is revised goes out by an amendment with a note: the public reads what it was and is, and the first version stays', async () => {
    const [director, analyst] = [await at('director'), await at('analyst')]
    await correct(analyst, '58', 'Four plans were found that nobody had counted')
    await analyst.says(/The figure is corrected\./)
    assert.match(await asPublic(dashboard), /54%/, 'what is published stands')
    await director.go(`/staff/commentary/${plans}/${period}`)
    await director.says(/before the figure was changed from 54% to 58%/)
    await director.enter({ 'What happened (optional)': '58% of new plans were completed in time.' })
    await director.press('Sign and confirm the period')
    await analyst.go(release)
    await analyst.enter({ 'What the next version corrects': 'The share of plans completed in time is counted anew.' })
    await analyst.press('Begin the next version')
    await check(analyst)
    await approve(director)
    await analyst.go(release)
    await analyst.press('Publish it now')
    const shown = await asPublic(dashboard)
    assert.match(shown, /Version 2, corrected on .*: The share of plans completed in time is counted anew\./)
    assert.match(shown, /What changed since the last pack .*54%.*58%.*Four plans were found that nobody had counted/)
    assert.match((await asPublic(`/measures/${plans}`)).split('What was published when')[1] ?? '', /was 54%.*58% (?:\[r\] )?since .*Four plans were found that nobody had counted/)
    const first = await asPublic(`${dashboard}?version=1`)
    assert.match(first, /This is version 1.*54% of new plans were completed in time/)
    assert.doesNotMatch(first, /58%/)
  })
}

/** Corrects the share of plans completed in time: so many of a hundred. */
async function correct(analyst: Desk, numerator: string, reason: string): Promise<void> {
  await analyst.go(`/staff/measures/${plans}/figure?period=${period}`)
  await analyst.enter({ 'New plans completed within 20 weeks': numerator, Revised: true, 'Why it is corrected or taken back': reason })
  await analyst.press('Save the figure')
}

/** Gives a reason for each warning, and hands the release on. */
async function check(analyst: Desk): Promise<void> {
  await analyst.go(release)
  for (const field of await analyst.page.locator('textarea[name^="reason-"]').all()) await field.fill('It is known and may go out')
  await analyst.press(/^I have looked through it/)
  await analyst.says(/It is checked, and waits for approval\./)
}

async function approve(director: Desk): Promise<void> {
  await director.go(release)
  await director.enter({ 'Approved in the name of': 'Director of Children’s Services' })
  await director.press('Approve the release')
  await director.says(/It is approved\./)
}

/** Where, in an answer for programs, the figure that is hidden stands as a value. */
function tellingThree(of: unknown, path = ''): string[] {
  if (Array.isArray(of)) return of.flatMap((one, place) => tellingThree(one, `${path}/${place}`))
  if (typeof of !== 'object' || of === null) return []
  const told = of as Record<string, unknown>
  const own = [told['value'], told['numerator'], told['figure']].includes(3) ? [path] : []
  return [...own, ...Object.entries(told).flatMap(([name, value]) => tellingThree(value, `${path}/${name}`))]
}
