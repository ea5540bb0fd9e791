import type { Reader } from '#platform/database/database.ts'
import { issuedMeeting } from '../publication/issued-meetings.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'

/** The agenda as its members were given it. */
export interface IssuedAgenda {
  readonly numbers: ReadonlySet<number>
  /** Those of its items whose report was still to follow. */
  readonly toFollow: ReadonlySet<number>
}

/** What of the agenda was published; undefined before its first publication, when items may still be renumbered. */
export async function issuedAgenda(reader: Reader, { body, date }: Pick<MeetingFacts, 'body' | 'date'>): Promise<IssuedAgenda | undefined> {
  const items = (await issuedMeeting(reader, body, date))?.meeting.items ?? []
  if (items.length === 0) return undefined
  const toFollow = items.filter((item) => item.toFollow).map((item) => item.number)
  return { numbers: new Set(items.map((item) => item.number)), toFollow: new Set(toFollow) }
}
