import assert from 'node:assert/strict'
import test from 'node:test'
import { date, type LocalDate } from '#core/dates.ts'
import { makeClock } from './clock.ts'

test('half past eleven in the evening of 30 June UTC is already 1 July in London', () => {
  assert.equal(makeClock({}, () => new Date('2026-06-30T23:30:00Z')).today(), '2026-07-01')
})

test('in winter London keeps the same day as UTC until midnight', () => {
  assert.equal(makeClock({}, () => new Date('2026-01-31T23:30:00Z')).today(), '2026-01-31')
})

test('the setting TODAY comes before the example county, and the example before the real day', () => {
  let example: LocalDate | undefined = date('2023-07-03')
  const clock = makeClock({ example: () => example }, () => new Date('2026-01-31T12:00:00Z'))
  assert.equal(clock.today(), '2023-07-03')
  example = undefined
  assert.equal(clock.today(), '2026-01-31')
  assert.equal(makeClock({ setting: date('2024-02-29'), example: () => date('2023-07-03') }).today(), '2024-02-29')
})

test('the moment is real even where the day is fixed', () => {
  const clock = makeClock({ setting: date('2017-02-14') })
  assert.ok(Math.abs(clock.now().getTime() - Date.now()) < 5000)
})
