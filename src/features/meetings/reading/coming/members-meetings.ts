import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { PersonId } from '#access/actor.ts'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingInList } from '../../publication/published-meetings.ts'
import type { PublicationTables } from '../../publication/tables.ts'
import type { MeetingsTables } from '../../tables.ts'
import { isReadingOf } from '../changes/readings.ts'
import type { ReadingTables } from '../tables.ts'

/** A meeting as those who may attend it see it in their list: of a private one its time and place too. */
export interface MembersMeeting extends MeetingInList {
  readonly privateDevelopment: boolean
  /** The adjourned meeting that it resumes. */
  readonly resumedFrom?: LocalDate
  /** Papers are there to read. */
  readonly hasPapers: boolean
  /** The version that the person read last, and the day on which the meeting stood then: it may have been moved since. */
  readonly readVersion?: number
  readonly readDate?: LocalDate
  /** The person said that they have read it; else they only opened it. */
  readonly isMarkedRead?: boolean
}

/** The states of a meeting that was held. */
export const heldStatuses: readonly MembersMeeting['status'][] = ['held', 'minutes-draft', 'minutes-confirmed']

export interface MembersFilter {
  /** Left out for all bodies. */
  readonly bodies?: readonly string[]
  /** Private meetings are shown as their members know them; else as the public does. */
  readonly isForMembers: boolean
  readonly from?: LocalDate
  /** The day after the last. */
  readonly before?: LocalDate
  /** Leaves out what was held, which may be today. */
  readonly isNotHeld?: boolean
  readonly order: 'first-to-last' | 'last-to-first'
  readonly limit: number
}

/** Meetings as they stand, with what this person has read of them. One query. */
export async function membersMeetings(reader: Reader, person: PersonId, filter: MembersFilter): Promise<MembersMeeting[]> {
  if (filter.bodies?.length === 0) return []
  const direction = filter.order === 'first-to-last' ? 'asc' : 'desc'
  const shown = filter.isForMembers ? sql`coalesce(issued.meeting, current.meeting)` : sql`current.meeting`
  const { bodies, from, before, isNotHeld = false } = filter
  const rows = await reader
    .tables<MeetingsTables & PublicationTables & ReadingTables>()
    .selectFrom('published.current_meetings as current')
    .leftJoin('work.issued_meetings as issued', (join) =>
      join.onRef('issued.body', '=', 'current.body').onRef('issued.meeting_date', '=', 'current.meeting_date').onRef('issued.version', '=', 'current.version'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('work.readings as read')
          .select(['read.version', 'read.meeting_date', 'read.is_marked'])
          .where('read.person', '=', person)
          .where(isReadingOf({ body: sql.ref('current.body'), date: sql.ref('current.meeting_date'), version: sql.ref('current.version') }))
          .orderBy(sql`read.meeting_date = current.meeting_date`, 'desc')
          .orderBy('read.read_at', 'desc')
          .limit(1)
          .as('read'),
      (join) => join.onTrue(),
    )
    .select(['current.body', 'current.meeting_date', 'current.status', 'current.is_public', 'current.version', 'current.note', 'current.published_at', 'current.pack', 'read.version as read_version', 'read.meeting_date as read_date', 'read.is_marked'])
    .select([
      sql<string>`${shown} ->> 'bodyName'`.as('body_name'),
      sql<LocalTime | null>`${shown} ->> 'time'`.as('time'),
      sql<string | null>`${shown} ->> 'title'`.as('title'),
      sql<string | null>`${shown} ->> 'venue'`.as('venue'),
      sql<LocalDate | null>`${shown} ->> 'movedTo'`.as('moved_to'),
      sql<LocalDate | null>`${shown} ->> 'resumedFrom'`.as('resumed_from'),
      sql<boolean>`coalesce(${shown} ->> 'webcast', 'false') <> 'false'`.as('is_webcast'),
      sql<boolean>`coalesce((${shown} ->> 'privateDevelopment')::boolean, false)`.as('private_development'),
      sql<boolean>`coalesce(jsonb_array_length(${shown} -> 'items'), 0) > 0`.as('has_agenda'),
    ])
    .$if(bodies !== undefined, (query) => query.where('current.body', 'in', bodies ?? []))
    .$if(from !== undefined, (query) => query.where('current.meeting_date', '>=', from as LocalDate))
    .$if(before !== undefined, (query) => query.where('current.meeting_date', '<', before as LocalDate))
    .$if(isNotHeld, (query) => query.where('current.status', 'not in', heldStatuses))
    .orderBy('current.meeting_date', direction)
    .orderBy(sql`${shown} ->> 'time'`, direction)
    .orderBy('current.body', direction)
    .limit(filter.limit)
    .execute()
  return rows.map((row) => ({
    body: row.body,
    bodyName: row.body_name,
    date: row.meeting_date,
    status: row.status,
    ...given('movedTo', row.moved_to),
    ...given('resumedFrom', row.resumed_from),
    isPublic: row.is_public,
    isWebcast: row.is_webcast,
    privateDevelopment: row.private_development,
    hasAgenda: row.has_agenda,
    hasPack: row.pack !== null,
    hasPapers: row.has_agenda,
    version: row.version,
    note: row.note,
    publishedAt: row.published_at.toISOString(),
    ...given('time', row.time),
    ...given('title', row.title),
    ...given('venue', row.venue),
    ...given('readVersion', row.read_version),
    ...given('readDate', row.read_date),
    ...given('isMarkedRead', row.is_marked),
  }))
}
