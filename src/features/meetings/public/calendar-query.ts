import type { Fault } from '#core/outcome.ts'
import { addMonths, lastOfMonth, addDays, parseDate, type LocalDate } from '#core/dates.ts'

/** What a reader asks of the calendar: coming or past meetings, or one month, of one body or all. */
export interface CalendarQuery {
  readonly body?: string
  readonly when: 'coming' | 'past'
  /** The first day of the month asked for. */
  readonly month?: LocalDate
  readonly after?: { readonly date: LocalDate; readonly body: string }
}

/**
 * Reads the calendar's filters from an address. What cannot be understood is a fault named after its field; the rest is used,
 * so that a reader with an odd link still sees a calendar.
 */
export function readCalendarQuery(query: URLSearchParams, bodies: ReadonlyMap<string, string>): { asked: CalendarQuery; faults: Fault[] } {
  const faults: Fault[] = []
  const body = query.get('body') ?? ''
  const isKnown = bodies.has(body)
  if (body !== '' && !isKnown) faults.push({ field: 'body', found: body, message: 'Choose a body from the list; no body has this address word.' })
  const when = query.get('when') ?? 'coming'
  if (when !== 'coming' && when !== 'past') faults.push({ field: 'when', found: when, message: 'Choose coming or past meetings.' })
  const monthText = query.get('month') ?? ''
  const month = monthText === '' ? undefined : parseMonth(monthText)
  if (monthText !== '' && month === undefined) faults.push({ field: 'month', found: monthText, message: 'Give a month as 2023-07.' })
  const after = parsePlace(query.get('after') ?? '')
  return {
    asked: {
      ...(isKnown ? { body } : {}),
      when: when === 'past' ? 'past' : 'coming',
      ...(month === undefined ? {} : { month }),
      ...(after === undefined ? {} : { after }),
    },
    faults,
  }
}

/** `2023-07` or `2023-7` as its first day; only years that a calendar of meetings can hold. */
function parseMonth(text: string): LocalDate | undefined {
  const [, year = '', month = ''] = /^((?:19|20|21)\d\d)-(\d{1,2})$/.exec(text.trim()) ?? []
  return parseDate(`${year}-${month.padStart(2, '0')}-01`)
}

/** The month as an address gives it: `2023-07`. */
export function monthText(first: LocalDate): string {
  return first.slice(0, 7)
}

/** The first day of the month before and after. */
export function monthsAround(first: LocalDate): { before: LocalDate; after: LocalDate } {
  return { before: addMonths(first, -1), after: addMonths(first, 1) }
}

/** The days of a month in weeks from Monday to Sunday; days of other months are left empty. */
export function weeksOf(first: LocalDate, weekday: (day: LocalDate) => number): (LocalDate | undefined)[][] {
  const days: (LocalDate | undefined)[] = Array.from({ length: weekday(first) - 1 }, () => undefined)
  for (let day = first; day <= lastOfMonth(first); day = addDays(day, 1)) days.push(day)
  while (days.length % 7 !== 0) days.push(undefined)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** A place in the list, `2023-07-07.cabinet`, from which the next page goes on. */
export function parsePlace(text: string): { date: LocalDate; body: string } | undefined {
  const [, day = '', body = ''] = /^(\d{4}-\d{2}-\d{2})\.([a-z0-9-]{1,200})$/.exec(text) ?? []
  const parsed = parseDate(day)
  return parsed === undefined ? undefined : { date: parsed, body }
}

/** The place of a meeting in the list, as `parsePlace` reads it. */
export function placeText(meeting: { readonly date: LocalDate; readonly body: string }): string {
  return `${meeting.date}.${meeting.body}`
}
