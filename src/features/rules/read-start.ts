import { parseDate, type LocalDate } from '#core/dates.ts'
import { parseDateTime, type LocalDateTime } from '#core/london-time.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { countsHours } from './limit-words.ts'
import type { Limit } from './rule.ts'

/** The start of a count as somebody typed it: `2026-04-14`, `14/4/2026`, or either with a time where hours count. */
export function readStart(typed: string): Outcome<LocalDate | LocalDateTime> {
  const text = typed.trim()
  const written = text.replace(' ', 'T').replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  const start = parseDate(written) ?? parseDateTime(written)
  if (start !== undefined) return ok(start)
  const found = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return refuse('invalid', `${JSON.stringify(found)} is not a date. Give a day that exists as 2026-04-14, or with a time as 2026-04-14T16:30.`, [
    { field: 'date', found, message: 'Give a day that exists as 2026-04-14, or with a time as 2026-04-14T16:30' },
  ])
}

/** An example of what to type for a rule. */
export function exampleStart(limit: Limit): string {
  return countsHours(limit) ? '2026-04-14T16:30' : '2026-04-14'
}
