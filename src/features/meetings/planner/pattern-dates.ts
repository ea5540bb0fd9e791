import { addDays, addMonths, daysBetween, firstOfMonth, lastOfMonth, weekday, type LocalDate } from '#core/dates.ts'
import type { Pattern, PlaceInMonth } from './pattern.ts'

/** From the first day to the last, both included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * The days of a period that a pattern gives, in order. Every second month counts from the month in which the period begins; a month left out
 * (the August recess) is passed over and moves nothing.
 */
export function patternDates(pattern: Pattern, { from, to }: Period, monthsLeftOut: readonly number[] = []): LocalDate[] {
  const days = daysOf(pattern, { from, to })
  return days.filter((day) => day >= from && day <= to && !monthsLeftOut.includes(monthOf(day)))
}

function daysOf(pattern: Pattern, period: Period): LocalDate[] {
  if (pattern.every === 'month') return monthlyDays(pattern, period)
  if (pattern.every === 'weeks') return weeklyDays(pattern, period)
  return weeklyDays({ every: 'weeks', weeks: pattern.weeks, first: addDays(period.from, (pattern.weekday - weekday(period.from) + 7) % 7) }, period)
}

/** The days of a series counted in weeks that fall into months left out: the series goes on as it was counted, so that a longer gap stays. */
export function daysSkipped(pattern: Pattern, period: Period, monthsLeftOut: readonly number[]): LocalDate[] {
  if (pattern.every === 'month') return []
  return patternDates(pattern, period).filter((day) => monthsLeftOut.includes(monthOf(day)))
}

function weeklyDays({ weeks, first }: Extract<Pattern, { every: 'weeks' }>, { from, to }: Period): LocalDate[] {
  const before = Math.max(0, Math.ceil(daysBetween(first, from) / (weeks * 7)))
  const start = addDays(first, before * weeks * 7)
  const rounds = Math.floor(daysBetween(start, to) / (weeks * 7)) + 1
  return Array.from({ length: Math.max(0, rounds) }, (_, round) => addDays(start, round * weeks * 7))
}

function monthlyDays(pattern: Extract<Pattern, { every: 'month' }>, { from, to }: Period): LocalDate[] {
  const days: LocalDate[] = []
  const step = 'step' in pattern.months ? pattern.months.step : 1
  for (let month = firstOfMonth(from); month <= to; month = addMonths(month, step)) {
    if ('named' in pattern.months && !pattern.months.named.includes(monthOf(month))) continue
    days.push(...new Set(pattern.places.map((place) => dayInMonth(month, place, pattern.weekday))))
  }
  return days.toSorted()
}

function dayInMonth(first: LocalDate, place: PlaceInMonth, day: number): LocalDate {
  if (place === 'last') {
    const last = lastOfMonth(first)
    return addDays(last, -((weekday(last) - day + 7) % 7))
  }
  return addDays(first, ((day - weekday(first) + 7) % 7) + (place - 1) * 7)
}

export function monthOf(day: LocalDate): number {
  return Number(day.slice(5, 7))
}
