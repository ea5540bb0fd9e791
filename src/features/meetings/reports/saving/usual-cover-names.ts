import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsTables } from '../../tables.ts'

/** What the cover sheets of a body's reports name. */
export interface CoverNames {
  readonly priorities: readonly string[]
  readonly groups: readonly string[]
}

/**
 * The priorities and groups that the latest published report of this body names on its cover sheet. Drafts tell nobody anything here: what somebody
 * typed into an exempt report must not come up in another's.
 */
export async function usualCoverNames(reader: Reader, body: string): Promise<CoverNames> {
  const row = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.papers as paper')
    .innerJoin('published.current_meetings as meeting', (join) => join.onRef('meeting.body', '=', 'paper.body').onRef('meeting.meeting_date', '=', 'paper.meeting_date').onRef('meeting.version', '=', 'paper.version'))
    .select('paper.frame')
    .where('paper.body', '=', body)
    .where('meeting.is_public', '=', true)
    .where(sql<boolean>`paper.frame -> 'priorities' <> '[]'::jsonb`)
    .orderBy('paper.meeting_date', 'desc')
    .orderBy('paper.position')
    .limit(1)
    .executeTakeFirst()
  const { priorities = [], groupsOfInterest = [] } = row?.frame ?? {}
  return { priorities: priorities.map(({ name }) => name), groups: groupsOfInterest.map(({ name }) => name) }
}
