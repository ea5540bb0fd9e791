import { sql } from 'kysely'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { touchedInterests, type TouchedItem } from '#features/interests'
import type { Reader } from '#platform/database/database.ts'
import type { AgendaItem } from '../../record/meeting.ts'
import type { MeetingsTables } from '../../tables.ts'
import type { MembersMeeting } from '../coming/members-meetings.ts'
import type { OpenMeeting } from '../rights/open-reading.ts'

type Whose = Pick<StaffRequest, 'session' | 'today'>

/**
 * What the reader’s own interests have to do with a meeting that is not over, for the reader’s eyes alone. Looked for in the agenda as this reader may see it,
 * and nowhere else, so that no prompt tells of an item that is withheld from them.
 */
export async function ownTouched(reader: Reader, { session, today }: Whose, { meeting }: Pick<OpenMeeting, 'meeting'>): Promise<readonly TouchedItem[]> {
  if (meeting.date < today) return []
  const items = meeting.items.map((item) => ({ ...item, papers: [...item.papers, ...item.withheld], on: meeting.date }))
  return touchedInterests(reader, { person: session.actor.person }, items)
}

/**
 * The numbers of the items of coming meetings that touch the reader’s own interests, by `body/date`. Public agendas are looked through here: what a member
 * alone may read of a meeting is looked through on its own page. Six queries at most, however many meetings.
 */
export async function ownTouchedInList(reader: Reader, { session, today }: Whose, meetings: readonly MembersMeeting[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const coming = meetings.filter(({ date, hasPapers }) => date >= today && hasPapers)
  if (coming.length === 0) return new Map()
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.current_meetings as current')
    .select(['current.body', 'current.meeting_date', sql<readonly AgendaItem[]>`current.meeting -> 'items'`.as('items')])
    .where((where) => where.or(coming.map(({ body, date }) => where.and([where('current.body', '=', body), where('current.meeting_date', '=', date)]))))
    .execute()
  const items = rows.flatMap((row) => row.items.map((item) => ({ ...item, on: row.meeting_date, meeting: `${row.body}/${row.meeting_date}` })))
  const touched = await touchedInterests(reader, { person: session.actor.person }, items)
  return new Map([...Map.groupBy(touched, ({ item }) => item.meeting)].map(([meeting, found]) => [meeting, [...new Set(found.map(({ item }) => item.number))]]))
}
