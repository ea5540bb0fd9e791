import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { lateBefore } from './clock.ts'
import type { PublicAction } from './public-action.ts'
import type { ActionsTables } from './tables.ts'

/** Which actions: of a body, a meeting of it, an item, or about a matter. */
interface ActionsOf {
  readonly body?: string
  readonly date?: LocalDate
  readonly item?: number
  readonly subject?: string
  readonly limit: number
}

/** An action as other pages speak of it. */
export interface ActionInList extends PublicAction {
  /** Its public page. */
  readonly address: string
  /** The day by which whoever was asked has to do the next thing. */
  readonly waitsUntil?: LocalDate
}

/** Published actions for the sections of other pages: late first, then what comes next, what has no day, and what is finished. One query. */
export async function actionsOf(reader: Reader, { body, date, item, subject, limit }: ActionsOf): Promise<ActionInList[]> {
  let query = reader.tables<ActionsTables>().selectFrom('published.current_actions as list').select(['list.record', 'list.waits_until'])
  if (body !== undefined) query = query.where('list.body', '=', body)
  if (date !== undefined) query = query.where('list.meeting_date', '=', date)
  if (item !== undefined) query = query.where('list.item', '=', item)
  if (subject !== undefined) {
    query = query.where('list.number', 'in', (inner) =>
      inner.selectFrom('published.current_action_subjects as about').select('about.number').where('about.subject', '=', subject),
    )
  }
  const rows = await query.orderBy('list.place').orderBy('list.number').limit(limit).execute()
  return rows.map(({ record, waits_until }) => inList(record, waits_until))
}

/** Published actions whose day falls from the first of these days up to, and without, the second; the earliest first. A page goes on after the last of the page before. */
export async function actionsDueBetween(reader: Reader, from: LocalDate, before: LocalDate, limit: number, after?: ActionInList): Promise<ChangedAction[]> {
  let query = reader
    .tables<ActionsTables>()
    .selectFrom('published.current_actions as list')
    .select(['list.record', 'list.waits_until', 'list.changed_at'])
    .where('list.place', '>=', lateBefore(after?.waitsUntil ?? from))
    .where('list.place', '<', lateBefore(before))
  // The place of what waits for a day is that day's.
  if (after?.waitsUntil !== undefined) query = query.where(sql<boolean>`(list.place, list.number) > (${lateBefore(after.waitsUntil)}::integer, ${after.reference}::integer)`)
  return (await query.orderBy('list.place').orderBy('list.number').limit(limit).execute()).map(changed)
}

/** With its address and the day on which it is waited for. */
export function inList(record: PublicAction, waitsUntil: LocalDate | null): ActionInList {
  return { ...record, address: actionAddress(record.reference), ...(waitsUntil === null ? {} : { waitsUntil }) }
}

/** The public page of an action. */
export function actionAddress(reference: number): string {
  return `/recommendations/${reference}`
}

/** Something that was answered, done, closed or otherwise changed. */
export interface ChangedAction extends ActionInList {
  readonly changedAt: Date
}

/** Published actions that changed after this moment, the earliest change first: for alerts. A page goes on after the last of the page before. */
export async function actionsChangedSince(reader: Reader, since: Date, limit: number, after?: ChangedAction): Promise<ChangedAction[]> {
  // A moment that was read has milliseconds, and one in the store more: what was read last must not come again.
  const at = sql<Date>`date_trunc('milliseconds', list.changed_at)`
  let query = reader.tables<ActionsTables>().selectFrom('published.current_actions as list').select(['list.record', 'list.waits_until', 'list.changed_at']).where('list.changed_at', '>', since)
  if (after !== undefined) query = query.where('list.changed_at', '>=', after.changedAt).where(sql<boolean>`(${at}, list.number) > (${after.changedAt}, ${after.reference}::integer)`)
  return (await query.orderBy(at).orderBy('list.number').limit(limit).execute()).map(changed)
}

function changed({ record, waits_until, changed_at }: { readonly record: PublicAction; readonly waits_until: LocalDate | null; readonly changed_at: Date }): ChangedAction {
  return { ...inList(record, waits_until), changedAt: changed_at }
}
