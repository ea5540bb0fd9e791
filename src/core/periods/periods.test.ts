import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePeriods, periodBefore, yearBefore } from './period-order.ts'
import { periodInWords, shortPeriod } from './period-words.ts'
import { parsePeriod, type Period, type PeriodKind } from './period.ts'

function period(slug: string, kind?: PeriodKind): Period {
  const read = parsePeriod(slug, kind)
  assert.ok(read !== undefined, slug)
  return read
}

test('each kind of period lasts from its first day to its last', () => {
  const lasts = (slug: string) => `${period(slug).kind} ${period(slug).from} ${period(slug).to}`
  assert.equal(lasts('2022-04'), 'month 2022-04-01 2022-04-30')
  assert.equal(lasts('2019-20-q1'), 'quarter 2019-04-01 2019-06-30')
  assert.equal(lasts('2019-20-q4'), 'quarter 2020-01-01 2020-03-31')
  assert.equal(lasts('2023-24'), 'financial-year 2023-04-01 2024-03-31')
  assert.equal(lasts('1999-00'), 'financial-year 1999-04-01 2000-03-31')
  assert.equal(lasts('2022-23-outturn'), 'outturn 2022-04-01 2023-03-31')
  assert.equal(lasts('2022-23-ay'), 'academic-year 2022-09-01 2023-08-31')
  assert.equal(lasts('2022-23-ay-autumn'), 'term 2022-09-01 2022-12-31')
  assert.equal(lasts('2022-23-ay-spring'), 'term 2023-01-01 2023-03-31')
  assert.equal(lasts('2022-23-ay-summer'), 'term 2023-04-01 2023-08-31')
  assert.equal(lasts('2019'), 'calendar-year 2019-01-01 2019-12-31')
  assert.equal(lasts('2020-03-31'), 'day 2020-03-31 2020-03-31')
})

test('what is no period is not guessed at', () => {
  for (const slug of ['', 'Q4', '2022-13', '2022-24', '2022-00', '2019-20-q5', '2019-21-q1', '2022-23-winter', '2023-02-29', '22-23', '2022/23', '0000']) assert.equal(parsePeriod(slug), undefined, slug)
})

test('2008-09 is a year, unless a month is expected', () => {
  assert.equal(period('2008-09').kind, 'financial-year')
  assert.equal(period('2008-09', 'month').from, '2008-09-01')
  assert.equal(period('2023-24', 'month').kind, 'financial-year')
})

test('the year before and the period before are of the same kind', () => {
  const before = (slug: string, kind?: PeriodKind) => [periodBefore(period(slug, kind))?.slug, yearBefore(period(slug, kind))?.slug]
  assert.deepEqual(before('2022-01'), ['2021-12', '2021-01'])
  assert.deepEqual(before('2008-10', 'month'), ['2008-09', '2007-10'])
  assert.deepEqual(before('2019-20-q1'), ['2018-19-q4', '2018-19-q1'])
  assert.deepEqual(before('2019-20-q4'), ['2019-20-q3', '2018-19-q4'])
  assert.deepEqual(before('2000-01'), ['1999-00', '1999-00'])
  assert.deepEqual(before('2022-23-outturn'), ['2021-22-outturn', '2021-22-outturn'])
  assert.deepEqual(before('2022-23-ay-autumn'), ['2021-22-ay-summer', '2021-22-ay-autumn'])
  assert.deepEqual(before('2022-23-ay-spring'), ['2022-23-ay-autumn', '2021-22-ay-spring'])
  assert.deepEqual(before('2022-23-ay'), ['2021-22-ay', '2021-22-ay'])
  assert.deepEqual(before('2020-02-29'), [undefined, '2019-02-28'])
})

test('before the first year that a day can have there is no period', () => {
  for (const [slug, kind] of [['1000-01', 'month'], ['1000', 'calendar-year'], ['1000-01', 'financial-year'], ['1000-01-q1', 'quarter'], ['1000-01-ay-autumn', 'term'], ['1000-01-ay', 'academic-year']] as const)
    assert.deepEqual([periodBefore(period(slug, kind)), yearBefore(period(slug, kind))], [undefined, undefined], slug)
  assert.equal(yearBefore(period('1000-01-01')), undefined)
})

test('periods stand in the order in which they end, a year after its last quarter', () => {
  const order = ['2019-20-q3', '2019-20', '2020-03-31', '2019-20-q4', '2020-04'].map((slug) => period(slug)).toSorted(comparePeriods)
  assert.deepEqual(order.map(({ slug }) => slug), ['2019-20-q3', '2019-20', '2019-20-q4', '2020-03-31', '2020-04'])
})

test('a period is said in words, and shortly at the head of a column', () => {
  const said = (slug: string) => `${periodInWords(period(slug))} | ${shortPeriod(period(slug))}`
  assert.equal(said('2019-20-q4'), 'January to March 2020 (quarter 4 of 2019/20) | Q4 2019/20')
  assert.equal(said('2022-04'), 'April 2022 | Apr 2022')
  assert.equal(said('2023-24'), 'the year 2023/24 | 2023/24')
  assert.equal(said('2022-23-outturn'), 'outturn 2022/23 | 2022/23')
  assert.equal(said('2022-23-ay'), 'the academic year 2022/23 | 2022/23')
  assert.equal(said('2022-23-ay-autumn'), 'autumn term 2022/23 | autumn 2022/23')
  assert.equal(said('2020-03-31'), '31 March 2020 | 31 Mar 2020')
  assert.equal(said('2019'), '2019 | 2019')
})
