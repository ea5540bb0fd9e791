import { sql, type RawBuilder } from 'kysely'
import type { PersonId } from '#access/actor.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemId } from '../work/meeting-in-work.ts'
import type { PublicationTables } from './tables.ts'

/** A version by its address. */
export interface VersionKey {
  readonly body: string
  readonly date: LocalDate
  readonly version: number
}

/**
 * Notes of which meeting of the working record a version is, and of which of its items: those that bear its numbers at this moment or, where it says again
 * what another version of the body says, those of that one. Nothing is noted of a day for which no meeting is kept.
 */
export async function recordVersion(tx: Transaction, { body, date, version }: VersionKey, numbers: readonly number[], sameAs?: Pick<VersionKey, 'date' | 'version'>): Promise<void> {
  const current = sql`coalesce((select jsonb_object_agg(item.number, item.id) from work.items as item
    where item.meeting = kept.id and item.number = any(${sql.val([...numbers])}::integer[])), '{}')`
  const copied = sameAs && sql`coalesce((select same.items from work.version_records as same
    where same.body = kept.body and same.meeting_date = ${sameAs.date}::date and same.version = ${sameAs.version}), '{}')`
  await sql`insert into work.version_records (body, meeting_date, version, meeting, items)
    select kept.body, kept.meeting_date, ${version}::integer, kept.id, ${copied ?? current}
    from work.meetings as kept where kept.body = ${body} and kept.meeting_date = ${date}::date`.execute(tx.tables())
}

/** The items of the working record that a version was made of, by the number that they bear in it; none where that was not noted. One query. */
export async function itemsOfVersion(reader: Reader, { body, date, version }: VersionKey): Promise<ReadonlyMap<number, ItemId>> {
  const row = await reader
    .tables<PublicationTables>()
    .selectFrom('work.version_records as record')
    .select('record.items')
    .where('record.body', '=', body)
    .where('record.meeting_date', '=', date)
    .where('record.version', '=', version)
    .executeTakeFirst()
  return new Map(Object.entries(row?.items ?? {}).flatMap(([number, id]) => (id === undefined ? [] : [[Number(number), id] as const])))
}

/** The numbers that the items whose reports this person writes bear in a version. One query. */
export async function itemsWrittenBy(reader: Reader, person: PersonId, { body, date, version }: VersionKey): Promise<number[]> {
  const rows = await reader
    .tables<MeetingsTables & PublicationTables>()
    .selectFrom('work.version_records as record')
    .innerJoin(sql<{ number: string; item: string }>`lateral jsonb_each_text(record.items)`.as<'said'>(sql`said (number, item)`), (join) => join.onTrue())
    .innerJoin('work.items as item', (join) => join.onRef('item.meeting', '=', 'record.meeting').on(sql`item.id::text`, '=', sql.ref('said.item')))
    .select('said.number')
    .where('record.body', '=', body)
    .where('record.meeting_date', '=', date)
    .where('record.version', '=', version)
    .where('item.author', '=', person)
    .execute()
  return rows.map(({ number }) => Number(number))
}

/** A meeting by its day, as parts of a query; without a version, the one that stands there. */
interface MeetingOfDay {
  readonly body: RawBuilder<string>
  readonly date: RawBuilder<LocalDate>
  readonly version?: RawBuilder<number> | undefined
}

/**
 * For a query: whether what a row says of a version is of this meeting, on whatever day it stood then. `row` names a table with body, meeting_date and
 * version. Where it is not noted which meetings these are, the day alone tells.
 */
export function isOfMeeting(row: string, { body, date, version }: MeetingOfDay): RawBuilder<boolean> {
  const asked = version === undefined ? sql`` : sql`and of_day.version = ${version}`
  return sql<boolean>`(${sql.ref(`${row}.body`)} = ${body} and coalesce(
    (select made.meeting from work.version_records as made
      where made.body = ${sql.ref(`${row}.body`)} and made.meeting_date = ${sql.ref(`${row}.meeting_date`)} and made.version = ${sql.ref(`${row}.version`)})
    = (select of_day.meeting from work.version_records as of_day
      where of_day.body = ${body} and of_day.meeting_date = ${date} ${asked} order by of_day.version desc limit 1),
    ${sql.ref(`${row}.meeting_date`)} = ${date}))`
}
