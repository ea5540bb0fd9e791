import { parseDate, type LocalDate, type LocalTime } from '#core/dates.ts'
import type { MeetingStatus } from '#features/meetings'

/** "07/07/2023" */
export function dayWords(day: LocalDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** "10.00 am", "12.00 pm": on a clock of twelve hours throughout, since programs read it. */
export function timeWords(time: string | undefined): string {
  if (time === undefined) return ''
  const at = time as LocalTime
  const hour = Number(at.slice(0, 2))
  return `${hour % 12 === 0 ? 12 : hour % 12}.${at.slice(3)} ${hour < 12 ? 'am' : 'pm'}`
}

/**
 * Reads `07/07/2023` or `2023-07-07`, with or without a time of day, as programs write them; undefined for none (an empty text or `0`, as these calls are made), null for what is
 * no day.
 */
export function dayAsked(text: string): LocalDate | undefined | null {
  if (text === '' || text === '0') return undefined
  const [, british, iso] = /^(?:(\d{1,2}\/\d{1,2}\/\d{4})|(\d{4}-\d{2}-\d{2}))(?:[T ][\d:.]{4,15}(?:Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? []
  const [day = '', month = '', year = ''] = british?.split('/') ?? iso?.split('-').toReversed() ?? []
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? null
}

/** The states of a meeting by which these calls know it. */
export const statusWords: Readonly<Record<MeetingStatus, string>> = {
  planned: 'Provisional',
  'agenda-published': 'Confirmed',
  held: 'Confirmed',
  'minutes-draft': 'Confirmed',
  'minutes-confirmed': 'Confirmed',
  cancelled: 'Cancelled',
  adjourned: 'Postponed',
}
