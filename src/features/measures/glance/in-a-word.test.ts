import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf, type MadeEntry } from '../dashboards/testing.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'
import { inAWord } from './in-a-word.ts'

const sheetOf = (values: MadeEntry['values'], others: Pick<MadeEntry, 'england'> = {}) => entryOf({ measure: 'plans', values, ...others }).sheet
const word = (values: MadeEntry['values']) => inAWord(sheetOf(values))

test('of enough figures the rules of chance give the word', () => {
  const level = [70, 71, 69, 70, 72, 70, 71, 69, 70, 71, 70, 69]
  assert.deepEqual([word([...level, 70]), word([...level, 20]), word([...level, 99])], ['no change beyond chance', 'getting worse', 'getting better'])
})

test('of too few figures arithmetic alone does, and of one nothing is said', () => {
  assert.deepEqual([word([70, 60]), word([70, 80]), word([70, 70]), word([70])], ['down, the wrong way', 'up', 'as before', ''])
})

test('a break before the figure is said in place of a change', () => {
  const { definition, asOf, series } = sheetOf([70, 60])
  const broken = series.map((one) => ({ ...one, points: one.points.map((point) => (point.period === asOf ? { ...point, brokenHere: 'Counted anew.' } : point)) }))
  assert.equal(inAWord(judgedSheet({ definition, asOf, series: broken })), 'a break before it')
})

test('the first of the others beside whom chance can be ruled out is named', () => {
  const unsure = sheetOf([70, 60], { england: 65 })
  const { definition, asOf, series } = unsure
  assert.equal(inAWord(unsure), 'down, the wrong way; England 65.0% (Q4 2019/20)', 'without an interval the figure alone')
  const sure = series.map((one) => ({ ...one, points: one.points.map((point) => ({ ...point, interval: { lower95: 55, upper95: 63, lower998: 50, upper998: 66, level: 95, method: 'wilson' as const } })) }))
  assert.equal(inAWord(judgedSheet({ definition, asOf, series: sure })), 'down, the wrong way; worse than England')
})

test('nothing is said of a period that has no figure, however much is known of others', () => {
  assert.equal(inAWord(sheetOf([70, undefined], { england: 65 })), '')
})
