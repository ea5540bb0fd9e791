import { addDays } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import { agendasOut, meetingsInList, type ItemOut, type MeetingInList } from '#features/meetings'
import type { WorkProgramme } from '../model/work-programme.ts'

/** More than any body meets in a year. */
const mostMeetings = 300

/** The published calendar of a programme's body for its year, cancelled meetings too. One query. */
export function calendarOf(reader: Reader, { body, from, to }: Pick<WorkProgramme, 'body' | 'from' | 'to'>): Promise<MeetingInList[]> {
  return meetingsInList(reader, { body, from, before: addDays(to, 1), order: 'first-to-last', limit: mostMeetings })
}

/** A meeting of the calendar, with the items of its agenda where that is out. */
export interface MeetingWithAgenda extends MeetingInList {
  readonly agenda?: readonly ItemOut[]
}

/** The same for a deed of staff, with what is on the agendas that are out. Two queries. */
export async function calendarWithAgendas(reader: Reader, programme: Pick<WorkProgramme, 'body' | 'from' | 'to'>): Promise<MeetingWithAgenda[]> {
  const { body, from, to } = programme
  const out = await agendasOut(reader, { body, from, before: addDays(to, 1) })
  return (await calendarOf(reader, programme)).map((meeting) => ({ ...meeting, ...given('agenda', out.get(meeting.date)) }))
}

/** The days on which the body meets, as against those that it left and those that are closed to the public. */
export function daysOfMeetings(calendar: readonly MeetingInList[]): MeetingInList['date'][] {
  return calendar.filter(({ status, isPublic }) => status !== 'cancelled' && isPublic).map(({ date }) => date)
}
