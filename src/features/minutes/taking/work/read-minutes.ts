import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingId } from '#features/meetings'
import type { ConfirmedHere } from '../record/by-itself.ts'
import type { MinutedMeeting } from '../record/numbering.ts'
import type { TakingTables } from '../tables.ts'
import type { MinuteInWork, MinutesInWork, ResolutionInWork } from './minutes-in-work.ts'

/** The minutes of a meeting with all that is minuted, in three queries; those that nobody has begun are an empty draft. */
export async function minutesInWork(reader: Reader, meeting: MeetingId): Promise<MinutesInWork> {
  const tables = reader.tables<TakingTables>()
  const head = await tables.selectFrom('work.minutes_of_meetings as taken').selectAll('taken').where('taken.meeting', '=', meeting).executeTakeFirst()
  const minutes = await tables.selectFrom('work.minutes as minute').selectAll('minute').where('minute.meeting', '=', meeting).orderBy('minute.item').execute()
  const resolutions = await tables.selectFrom('work.resolutions as resolution').selectAll('resolution').where('resolution.meeting', '=', meeting).orderBy('resolution.item').orderBy('resolution.place').execute()
  const confirmed = confirmedFrom(head)
  const signed = signedFrom(head)
  return {
    meeting,
    state: head?.state ?? 'draft',
    version: head?.version ?? 0,
    revision: head?.revision ?? 0,
    ...given('confirmed', confirmed),
    ...given('signed', signed),
    ...given('source', head?.source),
    raised: head?.raised ?? [],
    minutes: new Map(minutes.map((row) => [row.item, minuteFrom(row)])),
    resolutions: Map.groupBy(resolutions.map((row): ResolutionInWork => ({ ...row.content, id: row.id, item: row.item, place: row.place, revision: row.revision })), ({ item }) => item),
  }
}

type Head = Pick<TakingTables['work.minutes_of_meetings'], 'confirmed_on' | 'confirmed_item' | 'amended' | 'signed_by' | 'signed_on'>

function confirmedFrom(head: Head | undefined): MinutesInWork['confirmed'] {
  if (head === undefined || head.confirmed_on === null || head.confirmed_item === null) return undefined
  return { on: head.confirmed_on, item: head.confirmed_item, ...given('amended', head.amended) }
}

function signedFrom(head: Head | undefined): MinutesInWork['signed'] {
  return head === undefined || head.signed_by === null || head.signed_on === null ? undefined : { by: head.signed_by, on: head.signed_on }
}

function minuteFrom(row: { item: number; number: number | null; text: string; members_text: string; public_excluded: boolean | null; revision: number; saved_by: string | null; saved_at: Date }): MinuteInWork {
  return {
    item: row.item,
    ...given('number', row.number),
    text: row.text,
    membersText: row.members_text,
    isPublicExcluded: row.public_excluded ?? undefined,
    revision: row.revision,
    ...given('by', row.saved_by),
    at: row.saved_at,
  }
}

/** What the numbers of a body's minutes follow from: its meetings that are minuted, and the first number. */
export interface Series {
  readonly first: number
  readonly meetings: readonly MinutedMeeting[]
}

/** The days of meetings, which another feature keeps. */
interface MeetingDays {
  'work.meetings': { id: MeetingId; meeting_date: LocalDate }
}

/**
 * The numbers of a body's minutes so far, in two queries. An item has a minute where somebody wrote in it or something was resolved. Circulated minutes count by
 * what was fixed; so a long history costs two rows a meeting and not a text.
 */
export async function seriesOf(reader: Reader, body: string): Promise<Series> {
  const tables = reader.tables<TakingTables>()
  const setting = await tables.selectFrom('work.minute_series as series').select('series.first').where('series.body', '=', body).executeTakeFirst()
  const rows = await reader
    .tables<TakingTables & MeetingDays>()
    .selectFrom('work.minutes_of_meetings as taken')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'taken.meeting')
    .innerJoin('work.minutes as minute', 'minute.meeting', 'taken.meeting')
    .select(['meeting.meeting_date as date', sql<readonly number[]>`array_agg(minute.item order by minute.item)`.as('items'), sql<readonly (number | null)[]>`array_agg(minute.number order by minute.item)`.as('numbers')])
    .where('taken.body', '=', body)
    .where(sql<boolean>`meeting.facts ->> 'status' <> 'cancelled'`)
    .where(sql<boolean>`(minute.number is not null or minute.text <> '' or minute.members_text <> ''
      or exists (select from work.resolutions as resolution where resolution.meeting = minute.meeting and resolution.item = minute.item))`)
    .groupBy('meeting.meeting_date')
    .execute()
  return {
    first: setting?.first ?? 1,
    meetings: rows.map(({ date, items, numbers }) => ({ date, items, fixed: fixedOf(items, numbers) })),
  }
}

function fixedOf(items: readonly number[], numbers: readonly (number | null)[]): ReadonlyMap<number, number> {
  return new Map(items.flatMap((item, at) => Object.values(given('number', numbers[at])).map((number) => [item, number] as const)))
}

/** Which minutes of earlier meetings were confirmed at this meeting, by item. */
export async function confirmedAt(reader: Reader, body: string, date: LocalDate): Promise<ReadonlyMap<number, readonly ConfirmedHere[]>> {
  const rows = await reader
    .tables<TakingTables & MeetingDays>()
    .selectFrom('work.minutes_of_meetings as taken')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'taken.meeting')
    .select(['meeting.meeting_date', 'taken.confirmed_item', 'taken.amended'])
    .where('taken.body', '=', body)
    .where('taken.confirmed_on', '=', date)
    .orderBy('meeting.meeting_date')
    .execute()
  return Map.groupBy(rows.map((row) => ({ item: row.confirmed_item ?? 0, date: row.meeting_date, ...given('amended', row.amended) })), ({ item }) => item)
}

/** Minutes of earlier meetings of a body that wait to be confirmed, the oldest first. */
export async function toConfirm(reader: Reader, body: string, before: LocalDate): Promise<{ readonly meeting: MeetingId; readonly date: LocalDate }[]> {
  const rows = await reader
    .tables<TakingTables & MeetingDays>()
    .selectFrom('work.minutes_of_meetings as taken')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'taken.meeting')
    .select(['taken.meeting', 'meeting.meeting_date'])
    .where('taken.body', '=', body)
    .where('taken.state', '=', 'circulated')
    .where('meeting.meeting_date', '<', before)
    .orderBy('meeting.meeting_date')
    .execute()
  return rows.map((row) => ({ meeting: row.meeting, date: row.meeting_date }))
}

