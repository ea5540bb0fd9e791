import { Temporal } from 'temporal-polyfill'
import type { Brand } from './brand.ts'

/** A calendar day, written `2023-07-07`. It sorts as text, and stays a day in JSON and in the database. */
export type LocalDate = Brand<string, 'LocalDate'>

/** A time of day in London, written `14:05`. */
export type LocalTime = Brand<string, 'LocalTime'>

/** The first and last years that a date here may have: four digits, and far enough from the ends to count in both directions. */
const firstYear = 1000
const lastYear = 9000

/** Reads `2023-07-07`; undefined for anything else, impossible days included. */
export function parseDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const year = Number(text.slice(0, 4))
  if (year < firstYear || year > lastYear) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as LocalDate
  } catch {
    return undefined
  }
}

/** A date known when the code is written; throws on an impossible one. */
export function date(text: string): LocalDate {
  const parsed = parseDate(text)
  if (parsed === undefined) throw new Error(`${JSON.stringify(text)} is not a date like 2023-07-07`)
  return parsed
}

function plain(day: LocalDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(day)
}

/** So many days later (earlier when negative). The given day is day 0: one day after 7 July is 8 July. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return plain(day).add({ days }).toString() as LocalDate
}

/**
 * So many calendar months later (earlier when negative): the same day of the month, or the last day of a month too short to have it.
 * One month after 31 January 2023 is 28 February 2023 (the corresponding date rule, *Dodds v Walker* 1981).
 */
export function addMonths(day: LocalDate, months: number): LocalDate {
  return plain(day).add({ months }, { overflow: 'constrain' }).toString() as LocalDate
}

/** Days from one date to another; the first is day 0, so from 7 to 8 July is 1. Negative where `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return plain(from).until(plain(to), { largestUnit: 'days' }).days
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekday(day: LocalDate): number {
  return plain(day).dayOfWeek
}

export function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4))
}

/** The first day of the month that the date is in. */
export function firstOfMonth(day: LocalDate): LocalDate {
  return plain(day).with({ day: 1 }).toString() as LocalDate
}

/** The last day of the month that the date is in. */
export function lastOfMonth(day: LocalDate): LocalDate {
  const first = plain(day)
  return first.with({ day: first.daysInMonth }).toString() as LocalDate
}
