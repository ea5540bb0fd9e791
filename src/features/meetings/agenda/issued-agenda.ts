import type { Reader } from '#platform/database/database.ts'
import { issuedMeeting } from '../publication/issued-meetings.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'

/** The numbers on the agenda as its members were given it; undefined before its first publication, when items may still be renumbered. */
export async function issuedNumbers(reader: Reader, { body, date }: Pick<MeetingFacts, 'body' | 'date'>): Promise<ReadonlySet<number> | undefined> {
  const issued = await issuedMeeting(reader, body, date)
  const numbers = issued?.meeting.items.map((item) => item.number) ?? []
  return numbers.length === 0 ? undefined : new Set(numbers)
}
