import { Temporal } from 'temporal-polyfill'
import type { Brand } from './brand.ts'
import { parseDate, type LocalDate, type LocalTime } from './dates.ts'

const london = 'Europe/London'

/** A moment as London clocks show it, written `2026-04-14T16:30`. */
export type LocalDateTime = Brand<string, 'LocalDateTime'>

/** Reads `09:05`, on the 24-hour clock; undefined for anything else. */
export function parseTime(text: string): LocalTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as LocalTime) : undefined
}

/** A time known when the code is written; throws on an impossible one. */
export function time(text: string): LocalTime {
  const parsed = parseTime(text)
  if (parsed === undefined) throw new Error(`${JSON.stringify(text)} is not a time like 09:05`)
  return parsed
}

/** Reads `2026-04-14T16:30`; undefined for anything else, a date alone included. */
export function parseDateTime(text: string): LocalDateTime | undefined {
  if (text[10] !== 'T') return undefined
  const isMoment = parseDate(text.slice(0, 10)) !== undefined && parseTime(text.slice(11)) !== undefined
  return isMoment ? (text as LocalDateTime) : undefined
}

export function dateTime(day: LocalDate, at: LocalTime): LocalDateTime {
  return `${day}T${at}` as LocalDateTime
}

export function dateOf(moment: LocalDateTime): LocalDate {
  return moment.slice(0, 10) as LocalDate
}

export function timeOf(moment: LocalDateTime): LocalTime {
  return moment.slice(11) as LocalTime
}

/**
 * The instant of a London date and time in UTC, for feeds: 7 July 2023 at 14:00 is `2023-07-07T13:00:00Z`.
 * A time that the clocks skip in March is taken an hour later; one that comes twice in October is the first of the two.
 */
export function londonInstant(day: LocalDate, at: LocalTime): string {
  return zoned(dateTime(day, at)).toInstant().toString()
}

/** The day and time that London clocks show at an instant, given as ISO text in UTC; seconds are dropped. */
export function londonMoment(instant: string): LocalDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(london).toPlainDateTime().toString({ smallestUnit: 'minute' }) as LocalDateTime
}

/**
 * So many elapsed hours later, as London clocks then show it. The moment itself is hour 0; nothing pauses the count,
 * and a night on which the clocks change is 23 or 25 hours long.
 */
export function addHours(moment: LocalDateTime, hours: number): LocalDateTime {
  return zoned(moment).add({ hours }).toPlainDateTime().toString({ smallestUnit: 'minute' }) as LocalDateTime
}

function zoned(moment: LocalDateTime): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(moment).toZonedDateTime(london, { disambiguation: 'compatible' })
}
