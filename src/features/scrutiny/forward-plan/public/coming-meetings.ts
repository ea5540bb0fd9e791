import { addDays, addMonths, type LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { publishedBodies } from '#features/bodies'
import { meetingsInList } from '#features/meetings'
import type { ComingMeeting } from '../clock/last-meeting-to-speak.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'

const monthsAhead = 12
const mostMeetings = 500

/** The coming meetings of scrutiny, and for each entry those of the body within whose terms it lies and of the board. Two queries. */
export async function scrutinyMeetings(reader: Reader, today: LocalDate): Promise<{ readonly of: (entry: Pick<PlanEntry, 'scrutiny'>) => readonly ComingMeeting[] }> {
  const bodies = await publishedBodies(reader)
  const boards = bodies.flatMap(({ kind, slug }) => (kind === 'scrutiny-board' ? [slug] : []))
  const meetings = await meetingsInList(reader, { from: addDays(today, 1), before: addMonths(today, monthsAhead), order: 'first-to-last', limit: mostMeetings })
  return { of: ({ scrutiny }) => meetings.filter(({ body }) => body === scrutiny || boards.includes(body)) }
}
