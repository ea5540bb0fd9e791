import { addDays, addMonths, type LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { publishedBodies } from '#features/bodies'
import { meetingsInList, type MeetingInList } from '#features/meetings'
import type { ComingMeeting } from '../clock/last-meeting-to-speak.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'

const monthsAhead = 12
const mostMeetings = 1000

/** The meetings among which the last to speak is looked for, of one body or of all: from tomorrow, a year on. Every page that tells of the last meeting before a decision reads them here. One query. */
export function meetingsToSpeakAt(reader: Reader, today: LocalDate, body?: string): Promise<MeetingInList[]> {
  return meetingsInList(reader, { body, from: addDays(today, 1), before: addMonths(today, monthsAhead), order: 'first-to-last', limit: mostMeetings })
}

/** The coming meetings of scrutiny: for each entry those of the body within whose terms it lies and of the board. Two queries. */
export async function scrutinyMeetings(reader: Reader, today: LocalDate): Promise<{ readonly of: (entry: Pick<PlanEntry, 'scrutiny'>) => readonly ComingMeeting[] }> {
  const bodies = await publishedBodies(reader)
  const boards = bodies.flatMap(({ kind, slug }) => (kind === 'scrutiny-board' ? [slug] : []))
  const meetings = await meetingsToSpeakAt(reader, today)
  return { of: ({ scrutiny }) => meetings.filter(({ body }) => body === scrutiny || boards.includes(body)) }
}
