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

/** Reads `07/07/2023`; undefined for none (an empty text or `0`, as these calls are made), null for what is no day. */
export function dayAsked(text: string): LocalDate | undefined | null {
  if (text === '' || text === '0') return undefined
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
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
