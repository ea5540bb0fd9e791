import { addDays } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { meetingsInList, type MeetingInList } from '#features/meetings'
import type { WorkProgramme } from '../model/work-programme.ts'

/** More than any body meets in a year. */
const mostMeetings = 300

/** The published calendar of a programme's body for its year, cancelled meetings too. One query. */
export function calendarOf(reader: Reader, { body, from, to }: Pick<WorkProgramme, 'body' | 'from' | 'to'>): Promise<MeetingInList[]> {
  return meetingsInList(reader, { body, from, before: addDays(to, 1), order: 'first-to-last', limit: mostMeetings })
}

/** The days on which the body meets, as against those that it left and those that are closed to the public. */
export function daysOfMeetings(calendar: readonly MeetingInList[]): MeetingInList['date'][] {
  return calendar.filter(({ status, isPublic }) => status !== 'cancelled' && isPublic).map(({ date }) => date)
}
