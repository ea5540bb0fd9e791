import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { daysSkipped, patternDates } from './pattern-dates.ts'
import { patternExamples, readPattern } from './pattern.ts'

const year = { from: date('2026-05-01'), to: date('2027-04-30') }

function days(text: string, monthsLeftOut: readonly number[] = [], period = year): string[] {
  const pattern = readPattern(text)
  assert.ok(pattern.ok, `${text}: ${JSON.stringify(pattern)}`)
  return patternDates(pattern.value, period, monthsLeftOut)
}

test('the second Tuesday of each month, without the recess in August', () => {
  assert.deepEqual(days('second Tuesday of each month', [8]), [
    '2026-05-12', '2026-06-09', '2026-07-14', '2026-09-08', '2026-10-13', '2026-11-10', '2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09', '2027-04-13',
  ])
})

test('the last Thursday of every second month counts from the month in which the period begins, and a month left out moves nothing', () => {
  assert.deepEqual(days('last Thursday of every second month'), ['2026-05-28', '2026-07-30', '2026-09-24', '2026-11-26', '2027-01-28', '2027-03-25'])
  assert.deepEqual(days('last Thursday of every second month', [7]), ['2026-05-28', '2026-09-24', '2026-11-26', '2027-01-28', '2027-03-25'])
})

test('every six weeks begins on the day named, and only days within the period are given', () => {
  assert.deepEqual(days('every 6 weeks from 12 May 2026').slice(0, 3), ['2026-05-12', '2026-06-23', '2026-08-04'])
  assert.deepEqual(days('every 6 weeks from 2026-03-31').slice(0, 2), ['2026-05-12', '2026-06-23'])
  assert.deepEqual(days('every 6 weeks from 2030-03-31'), [])
})

test('the first Wednesday of four months by name', () => {
  assert.deepEqual(days('first Wednesday of March, June, September and December'), ['2026-06-03', '2026-09-02', '2026-12-02', '2027-03-03'])
})

test('two weekdays of one month are told together, and a day that both name comes once', () => {
  assert.deepEqual(days('first and third Monday of Sept'), ['2026-09-07', '2026-09-21'])
  assert.deepEqual(days('fourth and last Thursday of September'), ['2026-09-24'])
})

test('capitals, short names and small words do not matter', () => {
  assert.deepEqual(days('The 2nd TUES of every month'), days('second tuesday'))
  assert.deepEqual(days('last thu of every 2 months'), days('last Thursday of every other month'))
  for (const example of patternExamples) assert.notEqual(days(example).length, 0)
})

test('quarterly, weekly and fortnightly are understood with their weekday', () => {
  assert.deepEqual(days('quarterly on the second Tuesday'), ['2026-05-12', '2026-08-11', '2026-11-10', '2027-02-09'])
  assert.deepEqual(days('second Tuesday of each quarter'), days('second Tuesday quarterly'))
  assert.deepEqual(days('fortnightly on Wednesdays').slice(0, 3), ['2026-05-06', '2026-05-20', '2026-06-03'])
  assert.deepEqual(days('weekly on Friday').slice(0, 2), ['2026-05-01', '2026-05-08'])
})

test('a working day and a word without its weekday are refused with what to say instead', () => {
  for (const [text, says] of [['last working day of each month', /last Friday/], ['quarterly', /which weekday/], ['weekly', /which weekday/]] as const) {
    const read = readPattern(text)
    assert.match(read.ok ? '' : (read.refusal.faults[0]?.message ?? ''), says)
  }
})

test('a series counted in weeks names the days that a month left out takes from it, and goes on as it was counted', () => {
  const series = readPattern('every 6 weeks from 12 May 2026')
  assert.ok(series.ok)
  assert.deepEqual(daysSkipped(series.value, year, [8]), ['2026-08-04'])
  assert.deepEqual(patternDates(series.value, year, [8]).slice(0, 4), ['2026-05-12', '2026-06-23', '2026-09-15', '2026-10-27'])
  const monthly = readPattern('second Tuesday of each month')
  assert.deepEqual(monthly.ok && daysSkipped(monthly.value, year, [8]), [])
})

test('what names no days is refused with examples', () => {
  for (const nonsense of ['', 'whenever', 'second', 'Tuesday', 'fifth Monday', 'second Tuesday of Blursday', 'every 6 weeks', 'every 0 weeks from 2026-05-12', 'every 99 weeks from 2026-05-12',
    'every week from 31 February 2026', 'second Tuesday of every 13 months', 'second Tuesday of each month or so', '<script>', 'first '.repeat(100)]) {
    const read = readPattern(nonsense)
    assert.ok(!read.ok, nonsense)
    assert.match(read.refusal.faults[0]?.message ?? '', /second Tuesday of each month/)
  }
})
