import type { LocalDate } from '#core/dates.ts'
import { dateTime, parseDateTime, parseTime, type LocalDateTime } from '#core/london-time.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'

/** The start of a count as somebody typed it: `2026-04-14`, `14 April 2026`, `14/4/2026`, or any of these with a time where hours count. */
export function readStart(typed: string): Outcome<LocalDate | LocalDateTime> {
  const text = typed.trim()
  const start = parseTypedDay(text) ?? parseDateTime(text) ?? dayWithTime(text)
  if (start !== undefined) return ok(start)
  const found = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return refuse('invalid', `${JSON.stringify(found)} is not a date. Give a day that exists as 2026-04-14, or with a time as 2026-04-14T16:30.`, [
    { field: 'date', found, message: 'Give a day that exists as 2026-04-14, or with a time as 2026-04-14T16:30' },
  ])
}

function dayWithTime(text: string): LocalDateTime | undefined {
  const [, day = '', clock = ''] = /^(.{6,30}?)(?:T|,?\s+(?:at\s+)?)(\d{1,2}:\d{2})$/.exec(text) ?? []
  const [date, time] = [parseTypedDay(day), parseTime(clock.padStart(5, '0'))]
  return date === undefined || time === undefined ? undefined : dateTime(date, time)
}
