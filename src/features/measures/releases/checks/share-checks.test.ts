import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneToFive } from '#core/suppression/policy.ts'
import { sheet as sheetOf } from '../../disclosure/testing.ts'
import type { MeasureSheet, SheetPoint } from '../../sheets/sheet.ts'
import type { CheckItem } from './check-item.ts'
import { restsTold } from './rests-told.ts'
import { shareChecks } from './share-checks.ts'

const kinds = (found: readonly CheckItem[]) => found.map(({ kind }) => kind)

/** What is found in a share of the quarter. */
function inShare(point: number | readonly [number, number] | Partial<SheetPoint>, { beside = [], changes = {}, published }: { readonly beside?: readonly MeasureSheet[]; readonly changes?: object; readonly published?: MeasureSheet } = {}): readonly CheckItem[] {
  const share = sheetOf('in-time', { own: { '2019-20-q4': point } }, { unit: 'percent', decimals: 1, name: 'Interviews in time', denominator: 'children who went missing', ...changes })
  return shareChecks({ sheet: share }, published && { sheet: published }, [share, ...beside])
}

test('a share without its counts is warned of, unless it is nought, exempt or public already', () => {
  assert.deepEqual(kinds(inShare({ value: 9.1 })), ['counts-not-given'])
  assert.match(inShare({ value: 9.1 })[0]?.message ?? '', /no counts are given for Q4 2019\/20, so whether a small number is told is not known/)
  assert.deepEqual(inShare([60, 100]), [])
  assert.deepEqual(inShare({ value: 0 }), [])
  assert.deepEqual(inShare({ value: 9.1 }, { changes: { policy: 'none', exempt: 'Schools.' } }), [])
  const published = sheetOf('in-time', { own: { '2019-20-q4': { value: 9.1 } } }, { unit: 'percent', decimals: 1 })
  assert.deepEqual(inShare({ value: 9.1 }, { published }), [])
  assert.deepEqual(kinds(inShare({ value: 9.2 }, { published })), ['counts-not-given'])
})

test('an average of which nobody says over how many children is warned of', () => {
  const days = { unit: 'days', decimals: 0 }
  assert.deepEqual(kinds(inShare({ value: 60 }, { changes: { ...days, denominator: undefined } })), ['counts-not-given'])
  assert.deepEqual(kinds(inShare({ value: 60, numerator: 180 }, { changes: days })), ['counts-not-given'])
  assert.deepEqual(inShare({ value: 60, denominator: 30 }, { changes: days }), [])
  assert.deepEqual(kinds(inShare({ value: 6000 }, { changes: { ...days, unit: 'pounds' } })), ['counts-not-given'])
  // Money in all is of no number of children.
  assert.deepEqual(inShare({ value: 6000 }, { changes: { ...days, unit: 'pounds', denominator: undefined } }), [])
})

test('a share of a count that is named alike elsewhere is warned of where it would be small', () => {
  const missing = (count: number, period = '2019-20-q4') => sheetOf('missing', { own: { [period]: count } }, { name: 'Children missing from home' })
  const changes = { denominator: 'children missing from home in the quarter' }
  assert.match(inShare({ value: 9.1 }, { beside: [missing(33)], changes })[0]?.message ?? '', /9\.1% of the 33 of “Children missing from home” in Q4 2019\/20 would be a small number/)
  assert.deepEqual(kinds(inShare({ value: 9.1 }, { beside: [missing(330)], changes })), ['counts-not-given'])
  assert.deepEqual(kinds(inShare({ value: 9.1 }, { beside: [missing(33, '2019-20-q3')], changes })), ['counts-not-given'])
  // A count of the last day of the quarter is of the same children.
  const onTheDay = sheetOf('missing', { own: { '2020-03-31': 33 } }, { name: 'Children missing from home', frequency: 'snapshot', counting: 'snapshot' })
  assert.deepEqual(kinds(inShare({ value: 9.1 }, { beside: [onTheDay], changes: { denominator: 'Children missing from home' } })), ['share-may-tell'])
  // Under the same name the figures themselves are hidden.
  assert.deepEqual(inShare({ value: 9.1 }, { beside: [missing(33)], changes: { denominator: 'Children missing from home' } }), [])
})

test('a share that leaves one to five is warned of with what it leaves', () => {
  assert.match(inShare([30, 33])[0]?.message ?? '', /30 of 33 in Q4 2019\/20 leaves 3\. The rule of the measure does not hide what is left/)
  assert.deepEqual(kinds(inShare([37, 40])), ['rest-small'])
  assert.deepEqual([...inShare([33, 33]), ...inShare([27, 33])], [])
})

test('what a part in words leaves of its whole is warned of, whatever the figures say', () => {
  const of = (text: string) => restsTold(text, oneToFive).map(({ words, rest }) => `${words}: ${rest}`)
  assert.deepEqual(of('Nine came in. Seven of them had been placed by others.'), ['Seven of them: 2'])
  assert.deepEqual(of('Of those who left, 30 of the 33 were seen.'), ['30 of the 33: 3'])
  assert.deepEqual(of('Seven children out of nine were seen, all nine of them at home.'), ['Seven children out of nine: 2'])
  assert.deepEqual(of('Nine came in, and three of them stayed.'), [])
  assert.deepEqual(of('Of 95% of plans, 91% of them were in time.'), [])
})
