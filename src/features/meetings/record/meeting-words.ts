import { formatDay, formatTime } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import type { AgendaItem, MeetingStatus, PublishedMeeting } from './meeting.ts'

/** `Friday 7 July 2023, 10.00 am`, or the day alone where the time is not known. */
export function whenInWords(meeting: Pick<PublishedMeeting, 'date' | 'time'>): string {
  return meeting.time === undefined ? formatDay(meeting.date) : `${formatDay(meeting.date)}, ${formatTime(meeting.time)}`
}

const statuses: Readonly<Record<MeetingStatus, { readonly text: string; readonly meaning: 'neutral' | 'coming' | 'good' | 'bad' }>> = {
  planned: { text: 'Planned', meaning: 'neutral' },
  'agenda-published': { text: 'Agenda published', meaning: 'coming' },
  held: { text: 'Held', meaning: 'good' },
  'minutes-draft': { text: 'Draft minutes', meaning: 'good' },
  'minutes-confirmed': { text: 'Minutes confirmed', meaning: 'good' },
  cancelled: { text: 'Cancelled', meaning: 'bad' },
  adjourned: { text: 'Adjourned', meaning: 'neutral' },
}

/** The state of a meeting as a tag. Of a planned meeting whose day has passed the record shows no more than the plan. */
export function meetingTag(meeting: { readonly status: MeetingStatus; readonly date: LocalDate; readonly movedTo?: LocalDate | undefined }, today: LocalDate): Html {
  const { status, movedTo } = meeting
  if (isUnrecorded(meeting, today)) return statusTag('Announced; no record that it was held', 'neutral')
  return statusTag(statusInWords(status, movedTo), movedTo === undefined ? statuses[status].meaning : 'bad')
}

/** Whether its day has passed and nothing records that it was held. */
export function isUnrecorded({ status, date }: { readonly status: MeetingStatus; readonly date: LocalDate }, today: LocalDate): boolean {
  return status === 'planned' && date < today
}

/** The state of a meeting as plain words. The day that a moved meeting left says where it went, not that it was cancelled. */
export function statusInWords(status: MeetingStatus, movedTo?: LocalDate): string {
  return movedTo === undefined ? statuses[status].text : `Moved to ${formatDay(movedTo)}`
}

/** Where it is and how to attend: "Council Chamber, County Hall, Worcester; webcast". */
export function placeInWords(meeting: Pick<PublishedMeeting, 'venue' | 'attendance' | 'webcast'>): string {
  const place = meeting.attendance === 'online' ? 'Online' : (meeting.venue ?? 'Place to be announced')
  const ways = [...(meeting.attendance === 'hybrid' ? ['online as well'] : []), ...(meeting.webcast === false ? [] : ['webcast'])]
  return [place, ...ways].join('; ')
}

const kinds: Readonly<Record<NonNullable<AgendaItem['kind']>, string>> = { decision: 'For decision', consideration: 'For consideration', information: 'For information' }

export function kindInWords(kind: NonNullable<AgendaItem['kind']>): string {
  return kinds[kind]
}

export function timingInWords(timing: NonNullable<AgendaItem['timing']>): string {
  return `${formatTime(timing.from)} to ${formatTime(timing.to)}`
}

/** `pages 1 to 56`, `page 9`; undefined before the pages are known. */
export function pagesInWords(pages: { readonly from: number; readonly to: number } | undefined): string | undefined {
  if (pages === undefined) return undefined
  return pages.from === pages.to ? `page ${pages.from}` : `pages ${pages.from} to ${pages.to}`
}

/** Where the papers of an item stand: `pages 1 to 56`, `page 3; page 57 of supplement 1`; undefined before the pages are known. */
export function placesInWords(item: AgendaItem): string | undefined {
  const places = [undefined, ...new Set(item.papers.flatMap((paper) => paper.supplement ?? []))].flatMap((supplement) => {
    const pages = item.papers.filter((paper) => paper.supplement === supplement).flatMap((paper) => paper.pages ?? [])
    if (pages.length === 0) return []
    const words = pagesInWords({ from: Math.min(...pages.map((page) => page.from)), to: Math.max(...pages.map((page) => page.to)) }) ?? ''
    return [supplement === undefined ? words : `${words} of supplement ${supplement}`]
  })
  return places.length === 0 ? undefined : places.join('; ')
}
