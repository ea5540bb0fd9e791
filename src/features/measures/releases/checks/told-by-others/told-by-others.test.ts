import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Definition } from '../../../definitions/definition.ts'
import { protectSheets } from '../../../disclosure/protect-sheets.ts'
import { sheet, type GivenSeries } from '../../../disclosure/testing.ts'
import type { MeasureSheet } from '../../../sheets/sheet.ts'
import { isError } from '../check-item.ts'
import { checkList } from '../check-list.ts'
import { toldByOthers } from './told-by-others.ts'

const [q2, q3, q4] = ['2019-20-q2', '2019-20-q3', '2019-20-q4']
const of = (slug: string, name: string, own: GivenSeries[string], changes: Partial<Definition> = {}) => sheet(slug, { own }, { name, ...changes })

/** What is found in measures that go out together for the first time, or after others. */
async function found(sheets: readonly MeasureSheet[], published: readonly MeasureSheet[] = []): Promise<readonly string[]> {
  const hidden = await protectSheets(sheets, published)
  assert.ok(hidden.ok)
  const slugs = new Set(sheets.map(({ definition }) => definition.slug))
  const beside = [...hidden.value.sheets, ...published.filter(({ definition }) => !slugs.has(definition.slug))]
  return toldByOthers({ sheets, hidden: hidden.value.hidden }, beside, published).map(({ kind, message }) => `${kind} ${message}`)
}

const money = { unit: 'pounds', policy: 'none', exempt: 'Money.' } as const
const secure = (count: number) => of('secure', 'Children in secure placements', { [q4]: count })
const cost = (pounds: number) => of('cost', 'Cost of secure placements', { [q4]: pounds }, money)
const mean = (pounds: number) => of('mean', 'Mean cost of a secure placement', { [q4]: pounds }, money)

test('a total and an average that divide into a hidden count are warned of, with the figures and the sum', async () => {
  assert.deepEqual(await found([secure(4), cost(184_000), mean(46_000)]), [
    'told-by-other-measures “Children in secure placements”, Q4 2019/20, is hidden, and a reader can reckon it: “Cost of secure placements” (£184,000, Q4 2019/20) divided by “Mean cost of a secure placement” (£46,000, Q4 2019/20), is 4. Leave one of these measures out, or say why nobody can work it out.',
  ])
  assert.equal((await found([secure(4), cost(184_000), mean(45_900)])).length, 1)
  assert.deepEqual(await found([secure(3), cost(184_000), mean(46_000)]), [])
  assert.deepEqual(await found([secure(40), cost(1_840_000), mean(46_000)]), [])
})

test('a total and an average of something else than what is hidden are no way to it', async () => {
  const fostering = [of('fostering-cost', 'Cost of adoption advice', { [q4]: 184_000 }, money), of('fostering-mean', 'Mean fee of a foster carer', { [q4]: 46_000 }, money)]
  assert.deepEqual(await found([secure(4), ...fostering]), [])
  // Counts that nobody calls an average, and averages of which one is called a total.
  assert.deepEqual(await found([secure(9), of('moved', 'Placements moved', { [q4]: 36 }), of('failed', 'Placements with a failed check', { [q4]: 9 })]), [])
  assert.deepEqual(await found([secure(4), of('cost', 'Average cost of secure placements', { [q4]: 184_000 }, money), mean(46_000)]), [])
})

const stock = (figures: Record<string, number>) => of('on-a-plan', 'Children on a plan', figures, { counting: 'snapshot' })
const begun = (figures: Record<string, number>, name = 'Plans begun') => of('begun', name, figures)
const ended = (figures: Record<string, number>, name = 'Plans ended') => of('ended', name, figures)

test('counts on two days and those who came between them tell who left, and the other way about', async () => {
  const [message, ...more] = await found([stock({ [q3]: 40, [q4]: 49 }), begun({ [q4]: 12 }), ended({ [q4]: 3 })])
  assert.match(message ?? '', /“Plans ended”, Q4 2019\/20, is hidden, and a reader can reckon it: “Children on a plan” \(40, Q3 2019\/20\) and “Plans begun” \(12, Q4 2019\/20\) together, less “Children on a plan” \(49, Q4 2019\/20\), is 3\./)
  assert.deepEqual(more, [])
  assert.equal((await found([stock({ [q3]: 40, [q4]: 31 }), begun({ [q4]: 3 }), ended({ [q4]: 12 })])).length, 1)
  assert.equal((await found([stock({ [q3]: 12, [q4]: 4 }), begun({ [q4]: 7 }), ended({ [q4]: 15 })])).length, 1)
  assert.equal((await found([stock({ [q3]: 4, [q4]: 12 }), begun({ [q4]: 15 }), ended({ [q4]: 7 })])).length, 1)
  assert.deepEqual(await found([stock({ [q3]: 40, [q4]: 48 }), begun({ [q4]: 12 }), ended({ [q4]: 3 })]), [])
})

test('a count on days lies at the ends of the months of who came and left', async () => {
  const onDays = of('on-a-plan', 'Children on a plan', { '2019-12-31': 40, '2020-03-31': 49 }, { counting: 'snapshot', frequency: 'snapshot' })
  assert.equal((await found([onDays, begun({ [q4]: 12 }), ended({ [q4]: 3 })])).length, 1)
})

test('a sum that mostly does not come true elsewhere is chance, and one that does is none, whatever the measures are called', async () => {
  const all = { '2018-19-q4': 30, '2019-20-q1': 36, [q2]: 41, [q3]: 40, [q4]: 49 }
  assert.deepEqual(await found([stock(all), begun({ '2019-20-q1': 20, [q2]: 20, [q3]: 20, [q4]: 12 }), ended({ '2019-20-q1': 9, [q2]: 9, [q3]: 9, [q4]: 3 })]), [])
  const [came, went] = [begun({ '2019-20-q1': 20, [q2]: 20, [q3]: 20, [q4]: 12 }, 'Red arrivals'), ended({ '2019-20-q1': 14, [q2]: 15, [q3]: 21, [q4]: 3 }, 'Blue departures')]
  assert.equal((await found([stock(all), came, went])).length, 1)
  assert.deepEqual(await found([stock({ [q3]: 40, [q4]: 49 }), begun({ [q4]: 12 }, 'Red arrivals'), ended({ [q4]: 3 }, 'Blue departures')]), [])
})

const missing = (before: number, now: number, periods: readonly [string, string] = [q3, q4]) => of('missing', 'Children missing', { [periods[0]]: before, [periods[1]]: now })
const change = (value: number, changes: Partial<Definition> = {}) => of('change', 'More or fewer than the quarter before', { [q4]: value }, { unit: 'score', ...changes })

test('what a figure was and how it changed tell what it is, and what it is and how it changed tell what it was', async () => {
  assert.match((await found([missing(16, 4), change(-12)]))[0] ?? '', /reckon it: “Children missing” \(16, Q3 2019\/20\) with “More or fewer than the quarter before” \(−12, Q4 2019\/20\), which says how it changed, is 4\./)
  assert.equal((await found([missing(4, 16), change(12)])).length, 1)
  assert.equal((await found([missing(16, 4), change(-75, { unit: 'percent', range: { lowest: -100 } })])).length, 1)
  assert.equal((await found([missing(16, 4), change(12, { name: 'Fewer than the quarter before' })])).length, 1)
  assert.equal((await found([missing(16, 4, ['2018-19-q4', q4]), change(-12, { name: 'Change on the year' })])).length, 1)
})

test('a figure that is not called a change, or that comes to another number, tells none', async () => {
  assert.deepEqual(await found([missing(16, 4), change(-12, { name: 'Score of the survey' })]), [])
  assert.deepEqual(await found([missing(16, 4), change(-11)]), [])
  assert.deepEqual(await found([missing(16, 4), change(-12, { name: 'Change in adoptions on the quarter before' })]), [])
  assert.deepEqual(await found([missing(16, 4), of('change', 'Change since the quarter before', { [q3]: -12 }, { unit: 'score' })]), [])
})

test('figures of another part tell nothing of this one', async () => {
  const parted = sheet('secure', { 'own sex=g': { [q4]: 4 }, 'own sex=b': { [q4]: 30 } }, { name: 'Children in secure placements' })
  assert.deepEqual(await found([parted, cost(184_000), mean(46_000)]), [])
  const costs = [184_000, 46_000].map((pounds, place) => sheet(place === 0 ? 'cost' : 'mean', { 'own sex=g': { [q4]: pounds } }, { ...money, name: place === 0 ? 'Cost of secure placements' : 'Mean cost of a secure placement' }))
  assert.equal((await found([parted, ...costs])).length, 1)
})

test('what is public is laid beside it, and what is all public already is not asked about again', async () => {
  assert.equal((await found([secure(4), mean(46_000)], [cost(184_000)])).length, 1)
  const hidden = sheet('secure', { own: { [q4]: { confidentiality: 'hidden' } } }, { name: 'Children in secure placements' })
  assert.deepEqual(await found([secure(4)], [hidden, cost(184_000), mean(46_000)]), [])
  assert.equal((await found([secure(4), mean(46_000)], [hidden, cost(184_000)])).length, 1)
})

test('of one measure five ways are named, and the rest are counted', async () => {
  const quarters = ['2018-19-q1', '2018-19-q2', '2018-19-q3', '2018-19-q4', '2019-20-q1', q2, q3]
  const all = (slug: string, name: string, value: number, changes = {}) => of(slug, name, Object.fromEntries(quarters.map((quarter) => [quarter, value])), changes)
  const messages = await found([all('secure', 'Children in secure placements', 4), all('cost', 'Cost of secure placements', 184_000, money), all('mean', 'Mean cost of a secure placement', 46_000, money)])
  assert.equal(messages.length, 6)
  assert.match(messages.at(-1) ?? '', /“Children in secure placements”: 2 more such ways to hidden figures\.$/)
})

test('the checklist of a release asks a reason for what others tell, and for breakdowns that may nest', async () => {
  const byPlace = sheet('missing', { 'own district=north': { [q4]: 30 }, 'own district=south': { [q4]: 40 }, 'own ward=n1': { [q4]: 28 }, 'own ward=n2': { [q4]: 2 }, 'own ward=s1': { [q4]: 40 } })
  const sheets = [secure(4), cost(184_000), mean(46_000), byPlace]
  const hidden = await protectSheets(sheets, [])
  assert.ok(hidden.ok)
  const entries = hidden.value.sheets.map((shown) => ({ measure: shown.definition.slug, heading: 'Care', sheet: shown, isConfirmed: true, exception: 'none' as const, revised: [] }))
  const kept = { body: 'panel', bodyName: 'Panel', period: q4, draft: { title: 'Figures', headings: [{ heading: 'Care', measures: entries.map(({ measure }) => measure) }], rankings: [] }, standing: { state: 'assembling' as const }, version: 0, note: '', revision: 1 }
  const found = checkList({ kept, sheets, hidden, commentaries: new Map(), editions: new Map(), before: [], published: new Map(), asked: [] }, entries, date('2020-07-08'))
  const warned = found.filter((item) => ['told-by-other-measures', 'breakdowns-may-nest'].includes(item.kind))
  assert.deepEqual(warned.map((item) => [item.kind, item.measure, isError(item)]), [['told-by-other-measures', 'secure', false], ['breakdowns-may-nest', 'missing', false]])
})
