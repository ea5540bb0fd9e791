import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { AccessTables } from '#access/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Action, ActionId, ActionOrigin, ReportId } from './action.ts'
import type { ActionsTables } from './tables.ts'

/** However many they are, one value of the statement. */
function among(ids: readonly ActionId[]) {
  return sql<ActionId>`any(${sql.val([...ids])}::uuid[])`
}

/** These actions with their whole chains, by number, in two queries. */
export async function actionsWith(reader: Reader, ids: readonly ActionId[]): Promise<Action[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .tables<ActionsTables & AccessTables>()
    .selectFrom('work.actions as action')
    .leftJoin('access.person as person', 'person.id', 'action.owner')
    .leftJoin('work.served_reports as report', 'report.id', 'action.report')
    .selectAll('action')
    .select(['person.name as owner_name', 'report.number as report_number', 'report.title as report_title'])
    .where('action.id', '=', among(ids))
    .orderBy('action.number')
    .execute()
  const steps = await reader
    .tables<ActionsTables>()
    .selectFrom('work.action_steps as step')
    .selectAll('step')
    .where('step.action', '=', among(ids))
    .orderBy('step.action')
    .orderBy('step.number')
    .execute()
  const chains = Map.groupBy(steps, ({ action }) => action)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    origin: { kind: row.origin_kind, id: row.origin_id },
    body: row.body,
    ...given('date', row.meeting_date),
    ...given('item', row.item),
    ...given('minute', row.minute),
    on: row.asked_on,
    words: row.words,
    of: { name: row.of_name, ...given('body', row.of_body) },
    ...given('due', row.due),
    subjects: row.subjects,
    isPublic: row.is_public,
    ...given('source', row.source),
    ...given('invented', row.invented),
    loaded: row.loaded,
    ...given('awaitedOwner', row.awaited_owner),
    ...(row.owner === null ? {} : { owner: { person: row.owner, name: row.owner_name ?? 'An account that was removed' } }),
    ...(row.report === null ? {} : { report: { id: row.report, number: row.report_number ?? 0, title: row.report_title ?? '' } }),
    chain: (chains.get(row.id) ?? []).map(({ step, recorded_by, on_behalf, recorded_at }) => ({ step, by: recorded_by, ...given('onBehalf', on_behalf), at: recorded_at })),
    revision: row.revision,
  }))
}

/** The action of this reference. */
export async function actionNumbered(reader: Reader, number: number): Promise<Action | undefined> {
  const row = await reader.tables<ActionsTables>().selectFrom('work.actions as action').select('action.id').where('action.number', '=', number).executeTakeFirst()
  return row === undefined ? undefined : (await actionsWith(reader, [row.id]))[0]
}

/** The ids of the actions that came of these origins. */
export async function actionsFrom(reader: Reader, origins: readonly ActionOrigin[]): Promise<(ActionOrigin & { readonly action: ActionId; readonly number: number })[]> {
  if (origins.length === 0) return []
  const asked = new Set(origins.map(({ kind, id }) => `${kind} ${id}`))
  const rows = await reader
    .tables<ActionsTables>()
    .selectFrom('work.actions as action')
    .select(['action.id', 'action.number', 'action.origin_kind', 'action.origin_id'])
    .where('action.origin_kind', 'in', [...new Set(origins.map(({ kind }) => kind))])
    .where('action.origin_id', '=', sql<string>`any(${sql.val(origins.map(({ id }) => id))}::text[])`)
    .execute()
  return rows.flatMap((row) => (asked.has(`${row.origin_kind} ${row.origin_id}`) ? [{ kind: row.origin_kind, id: row.origin_id, action: row.id, number: row.number }] : []))
}

/** The actions of a served report, in its order. */
export async function actionsInReport(reader: Reader, report: ReportId): Promise<Action[]> {
  const rows = await reader.tables<ActionsTables>().selectFrom('work.actions as action').select('action.id').where('action.report', '=', report).orderBy('action.number').execute()
  return actionsWith(reader, rows.map(({ id }) => id))
}

/** The recommendations that a body made at its meetings and that wait to be served or answered, the oldest first. */
export async function askedOfBody(reader: Reader, body: string, limit: number): Promise<Action[]> {
  const rows = await reader
    .tables<ActionsTables>()
    .selectFrom('work.actions as action')
    .select('action.id')
    .where('action.body', '=', body)
    .where('action.kind', '=', 'recommendation')
    .where('action.state', '=', 'asked')
    .where('action.meeting_date', 'is not', null)
    .orderBy('action.place')
    .orderBy('action.number')
    .limit(limit)
    .execute()
  return actionsWith(reader, rows.map(({ id }) => id))
}

/** The actions of these references, in one go. */
export async function actionsNumbered(reader: Reader, numbers: readonly number[]): Promise<Action[]> {
  if (numbers.length === 0) return []
  const rows = await reader.tables<ActionsTables>().selectFrom('work.actions as action').select('action.id').where('action.number', '=', sql<number>`any(${sql.val([...numbers])}::integer[])`).execute()
  return actionsWith(reader, rows.map(({ id }) => id))
}

/** Every action, by reference; for the export. */
export async function allActions(reader: Reader): Promise<Action[]> {
  const rows = await reader.tables<ActionsTables>().selectFrom('work.actions as action').select('action.id').execute()
  return actionsWith(reader, rows.map(({ id }) => id))
}
