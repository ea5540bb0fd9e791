import { formatDate, formatTime } from '#core/date-words.ts'
import { dateOf, londonMoment, timeOf } from '#core/london-time.ts'
import { refuse } from '#core/outcome.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import type { Body } from '#features/bodies'
import { meetingIdOf } from '../agenda/ids.ts'
import { whenInWords } from '../record/meeting-words.ts'
import type { MeetingFacts, MeetingId, MeetingInWork } from '../work/meeting-in-work.ts'

/** What pages about one meeting name it by. */
export interface NamedMeeting {
  readonly meeting: Pick<MeetingInWork, 'id' | 'facts'>
  readonly body: Pick<Body, 'name'>
}

interface Crumb {
  readonly text: string
  readonly href: string
}

/** The way to a page about publishing a meeting. */
export function crumbsTo({ meeting, body }: NamedMeeting, ...further: readonly Crumb[]): Crumb[] {
  return [{ text: 'Meetings', href: '/staff/meetings' }, { text: `${body.name}, ${whenInWords(meeting.facts)}`, href: staffAddress(meeting.id) }, ...further]
}

/** The page of a meeting behind the sign-in. */
export function staffAddress(meeting: MeetingId): string {
  return `/staff/meetings/${meeting}`
}

/** The meeting of the address; undefined where it is no id. */
export function meetingOf(request: StaffRequest): MeetingId | undefined {
  return meetingIdOf(request.params['meeting'])
}

export const refusedNoMeeting: StaffAnswer = { kind: 'refused', refusal: refuse('not-found', 'There is no such meeting. It may have been taken out of the calendar.').refusal }

/** `3 July 2023, 10.03 am`, London time. */
export function momentInWords(instant: string): string {
  const moment = londonMoment(instant)
  return `${formatDate(dateOf(moment))}, ${formatTime(timeOf(moment))}`
}

/** Whether members alone read what is issued. */
export function isPrivate(facts: MeetingFacts): boolean {
  return !facts.public || facts.privateDevelopment
}
