import { formatDay } from '#core/date-words.ts'
import type { MeetingInList } from '#features/meetings'
import { yearInWords, type WorkProgramme } from '../model/work-programme.ts'

/** An address below `/staff/programmes/:body`, with the year where it is known. */
export function staffAddress(body: string, path = '', query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
  const text = new URLSearchParams(pairs).toString()
  return `/staff/programmes/${body}${path === '' ? '' : `/${path}`}${text === '' ? '' : `?${text}`}`
}

/** The way to the pages below a programme. */
export function programmesCrumbs(below?: { readonly programme: WorkProgramme; readonly bodyName: string }) {
  const list = [{ text: 'Work programmes', href: '/staff/programmes' }]
  return below === undefined ? list : [...list, { text: `${below.bodyName}, ${yearInWords(below.programme.year)}`, href: staffAddress(below.programme.body, '', { year: below.programme.year }) }]
}

/** A meeting among those at which an entry may be placed, with what speaks against it. */
export function meetingChoice(date: MeetingInList['date'], status: MeetingInList['status']): string {
  const why = status === 'cancelled' ? ' (cancelled)' : status === 'agenda-published' ? ' (agenda published)' : ''
  return `${formatDay(date)}${why}`
}
