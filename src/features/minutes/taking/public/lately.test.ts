import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { decidedSince } from './lately.ts'

const found = (...days: readonly string[]) => days.map((day) => ({ date: date(day) }))
const today = date('2023-07-03')

test('what was decided lately was decided within a year, the newest first', () => {
  assert.deepEqual(decidedSince(found('2016-11-01', '2022-07-20', '2023-05-18'), today, 5), { isNews: true, shown: found('2023-05-18', '2022-07-20') })
  assert.deepEqual(decidedSince(found('2022-07-03', '2022-07-02'), today, 5).shown, found('2022-07-03'))
})

test('where nothing was decided within a year, the latest decisions there are do not pass for news', () => {
  assert.deepEqual(decidedSince(found('2016-11-01', '2016-09-13', '2016-11-01'), today, 5), { isNews: false, shown: found('2016-11-01', '2016-11-01') })
  assert.deepEqual(decidedSince([], today, 5), { isNews: false, shown: [] })
})
