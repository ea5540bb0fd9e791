import { sql } from 'kysely'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingStatus } from '../record/meeting.ts'
import type { MeetingsTables } from '../tables.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { firstDayInTime } from './agenda-due.ts'

/** A meeting in the officers' list. */
export interface MeetingInList {
  readonly id: MeetingId
  readonly body: string
  readonly date: LocalDate
  readonly time?: LocalTime
  readonly title?: string
  readonly venue?: string
  readonly status: MeetingStatus
  /** The day on which it is held instead. */
  readonly movedTo?: LocalDate
  /** The day of the adjourned meeting that it resumes, whose agenda it takes up. */
  readonly resumedFrom?: LocalDate
  readonly isOpen: boolean
  readonly hasPublishedAgenda: boolean
  readonly isAnnounced: boolean
  /** Its next version would say something else. */
  readonly isChanged: boolean
}

/**
 * What the list is narrowed to: all, those whose agenda is to be published, those late with it, those whose day
 * passed without one, those changed since they were published.
 */
export const needs = ['all', 'to-publish', 'late', 'passed', 'changed'] as const
export type Need = (typeof needs)[number]

interface ListAsked {
  readonly body?: string | undefined
  readonly from: LocalDate
  readonly need: Need
  /** Goes on after this meeting of the list. */
  readonly after?: { readonly date: LocalDate; readonly body: string } | undefined
  readonly limit: number
  readonly today: LocalDate
  /** Of which bodies the reader knows what private sessions are about; of others only their day is shown. */
  readonly knowsSession: (body: string) => boolean
}

/** Meetings as staff work on them, by day and body, in one query; those whose day passed newest first. */
export async function meetingsInWork(reader: Reader, asked: ListAsked): Promise<MeetingInList[]> {
  const { body, from, need, after, today, knowsSession } = asked
  const order = need === 'passed' ? 'desc' : 'asc'
  const isOpen = sql<boolean>`coalesce((meeting.facts ->> 'public')::boolean, true) and not coalesce((meeting.facts ->> 'privateDevelopment')::boolean, false)`
  const hasAgenda = sql<boolean>`coalesce(current.has_agenda, false)`
  const isToPublish = sql<boolean>`${isOpen} and not ${hasAgenda} and meeting.facts ->> 'status' = 'planned' and meeting.meeting_date >= ${today}::date`
  const isPassed = sql<boolean>`${isOpen} and not ${hasAgenda} and meeting.facts ->> 'status' = 'planned' and meeting.facts -> 'resumedFrom' is null and meeting.meeting_date < ${today}::date`
  const isChanged = sql<boolean>`${hasAgenda} and meeting.differs_at is not null and meeting.facts ->> 'status' not in ('cancelled', 'adjourned')`
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.meetings as meeting')
    .leftJoin(
      'published.current_meetings as current',
      (join) => join.onRef('current.body', '=', 'meeting.body').onRef('current.meeting_date', '=', 'meeting.meeting_date'),
    )
    .select([
      'meeting.id',
      'meeting.body',
      'meeting.meeting_date',
      'current.version',
      isOpen.as('is_open'),
      hasAgenda.as('has_agenda'),
      isChanged.as('is_changed'),
    ])
    .select([
      sql<LocalTime | null>`meeting.facts ->> 'time'`.as('time'),
      sql<string | null>`meeting.facts ->> 'title'`.as('title'),
      sql<string | null>`meeting.facts ->> 'venue'`.as('venue'),
      sql<MeetingStatus>`meeting.facts ->> 'status'`.as('status'),
      sql<LocalDate | null>`meeting.facts ->> 'movedTo'`.as('moved_to'),
      sql<LocalDate | null>`meeting.facts ->> 'resumedFrom'`.as('resumed_from'),
    ])
    .where('meeting.meeting_date', '>=', from)
    .$if(body !== undefined, (query) => query.where('meeting.body', '=', body ?? ''))
    .$if(need === 'to-publish' || need === 'late', (query) => query.where(isToPublish))
    .$if(need === 'late', (query) => query.where('meeting.meeting_date', '<', firstDayInTime(today)).where(sql<boolean>`meeting.facts -> 'resumedFrom' is null`))
    .$if(need === 'passed', (query) => query.where(isPassed))
    .$if(need === 'changed', (query) => query.where(isChanged))
    .$if(
      after !== undefined,
      (query) => query.where(sql<boolean>`(meeting.meeting_date, meeting.body) ${order === 'asc' ? sql`>` : sql`<`} (${after?.date}::date, ${after?.body}::text)`),
    )
    .orderBy('meeting.meeting_date', order)
    .orderBy('meeting.body', order)
    .limit(asked.limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    body: row.body,
    date: row.meeting_date,
    ...(row.is_open || knowsSession(row.body) ? { ...given('time', row.time), ...given('title', row.title), ...given('venue', row.venue) } : { title: 'A private session' }),
    status: row.status,
    ...given('movedTo', row.moved_to),
    ...given('resumedFrom', row.resumed_from),
    isOpen: row.is_open,
    hasPublishedAgenda: row.has_agenda,
    isAnnounced: row.version !== null,
    isChanged: row.is_changed,
  }))
}
