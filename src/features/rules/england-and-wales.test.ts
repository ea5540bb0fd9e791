import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, date, weekday, type LocalDate } from '#core/dates.ts'
import { englandAndWales } from './england-and-wales.ts'

/** Easter Sunday by Gauss's reckoning as corrected for the Gregorian calendar (years 1900 to 2099). */
function easterSunday(year: number): LocalDate {
  const moon = (19 * (year % 19) + 24) % 30
  const day = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
  const isLate = moon === 29 && day === 6
  const isLateToo = moon === 28 && day === 6 && year % 19 > 10
  const after = moon + day - (isLate || isLateToo ? 7 : 0)
  return addDays(date(`${year}-03-22`), after)
}

function mondayFrom(day: LocalDate): LocalDate {
  return addDays(day, (8 - weekday(day)) % 7)
}

/** The days that the Act of 1971 and custom give a year, before any proclamation. */
function regularHolidays(year: number): readonly LocalDate[] {
  const easter = easterSunday(year)
  const lastMonday = (month: string) => addDays(mondayFrom(addDays(date(`${year}-${month}-31`), 1)), -7)
  const days = [addDays(easter, -2), addDays(easter, 1), mondayFrom(date(`${year}-05-01`)), lastMonday('05'), lastMonday('08')]
  for (const fixed of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`].map(date)) if (weekday(fixed) <= 5) days.push(fixed)
  for (const fixed of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`].map(date)) {
    if (weekday(fixed) <= 5) continue
    let substitute = fixed
    while (weekday(substitute) > 5 || days.includes(substitute)) substitute = addDays(substitute, 1)
    days.push(substitute)
  }
  return days.sort()
}

const proclaimed: Record<number, { added: string[]; dropped: string[] }> = {
  2012: { added: ['2012-06-04', '2012-06-05'], dropped: ['2012-05-28'] },
  2020: { added: ['2020-05-08'], dropped: ['2020-05-04'] },
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], dropped: ['2022-05-30'] },
  2023: { added: ['2023-05-08'], dropped: [] },
}

const { firstYear, lastYear, holidays } = englandAndWales

test('the list covers every year from 2012 to 2030 and beyond', () => {
  assert.equal(firstYear, 2012)
  assert.ok(lastYear >= 2030)
})

test('the years taken as published end before the list does, and no later year holds a day of proclamation', () => {
  assert.ok(englandAndWales.lastPublishedYear < lastYear)
  for (const year of Object.keys(proclaimed)) assert.ok(Number(year) <= englandAndWales.lastPublishedYear)
})

for (let year = firstYear; year <= lastYear; year += 1) {
  test(`the bank holidays of ${year} are those of the Act with those proclaimed`, () => {
    const listed = [...holidays.keys()].filter((day) => day.startsWith(String(year))).sort()
    const { added = [], dropped = [] } = proclaimed[year] ?? {}
    const reckoned = [...regularHolidays(year).filter((day) => !dropped.includes(day)), ...added].sort()
    assert.deepEqual(listed, reckoned)
  })
}

test('the one-off days carry their names, and no holiday stands on a weekend or twice', () => {
  assert.match(holidays.get(date('2012-06-05')) ?? '', /Diamond Jubilee/)
  assert.match(holidays.get(date('2020-05-08')) ?? '', /VE Day/)
  assert.match(holidays.get(date('2022-06-03')) ?? '', /Platinum Jubilee/)
  assert.match(holidays.get(date('2022-09-19')) ?? '', /Queen Elizabeth II/)
  assert.match(holidays.get(date('2023-05-08')) ?? '', /King Charles III/)
  for (const [day, name] of holidays) assert.ok(weekday(day) <= 5 && name !== '', day)
})

test('a Christmas on a Saturday moves to Monday and its Boxing Day to Tuesday', () => {
  assert.equal(holidays.get(date('2021-12-27')), 'Christmas Day (substitute day)')
  assert.equal(holidays.get(date('2021-12-28')), 'Boxing Day (substitute day)')
  assert.equal(holidays.get(date('2022-12-26')), 'Boxing Day')
  assert.equal(holidays.get(date('2022-12-27')), 'Christmas Day (substitute day)')
})
