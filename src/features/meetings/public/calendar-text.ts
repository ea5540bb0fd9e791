import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { addDays } from '#core/dates.ts'
import { londonInstant } from '#core/london-time.ts'
import { statusInWords } from '../record/meeting-words.ts'
import type { MeetingInList } from '../publication/published-meetings.ts'

/** RFC 5545 ends every line so, the last one too. */
const lineEnd = '\r\n'
const usualLengthHours = 2

/** Meetings as an iCalendar file, for programs that subscribe; `addressOf` gives the whole address at which one is read. */
export function calendarText(name: string, meetings: readonly MeetingInList[], addressOf: (meeting: MeetingInList) => string): string {
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Golden Thread', product: 'Meetings', language: 'EN' } })
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting, addressOf(meeting)))
  return `${calendar.toString()}${lineEnd}`
}

function eventOf(meeting: MeetingInList, address: string) {
  const starts = meeting.time === undefined ? undefined : new Date(londonInstant(meeting.date, meeting.time))
  const ends = starts === undefined ? undefined : new Date(starts.getTime() + usualLengthHours * 3_600_000)
  return {
    id: `${meeting.body}.${meeting.date}@golden-thread`,
    stamp: new Date(meeting.publishedAt),
    summary: meeting.bodyName,
    description: `${meeting.note} ${statusInWords(meeting.status, meeting.movedTo)}. Details: ${address}${starts === undefined ? '' : ' (the end time is an estimate)'}`,
    sequence: meeting.version - 1,
    url: address,
    ...(meeting.venue === undefined ? {} : { location: meeting.venue }),
    status: meeting.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(starts === undefined || ends === undefined
      ? { start: new Date(`${meeting.date}T00:00:00Z`), end: new Date(`${addDays(meeting.date, 1)}T00:00:00Z`), allDay: true }
      : { start: starts, end: ends }),
  }
}
