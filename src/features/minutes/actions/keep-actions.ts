import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { Action, ActionId, ActionOrigin, AskedAction, ReportId, Step } from './action.ts'
import { standingOf } from './chain.ts'
import { placeInLists, waitsUntil } from './clock.ts'
import { publishActions } from './publish-actions.ts'
import { actionsWith } from './read-actions.ts'
import { askedOfSlug } from './asked-of.ts'
import type { ActionsTables } from './tables.ts'

/** What is asked, and what it came of. */
export interface NewAction extends AskedAction {
  readonly origin: ActionOrigin
  /** The reference that a file gives it. */
  readonly number?: number | undefined
}

const numbersOfActions = 714_320_080

/** Whoever numbers actions or reports waits until this transaction ends. */
export async function holdNumbers(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${numbersOfActions}, hashtext(current_setting('golden.council')))`.execute(tx.tables())
}

/** The next reference of the council's record. Hold the numbers first. */
export async function nextNumber(tx: Transaction, table: 'work.actions' | 'work.served_reports'): Promise<number> {
  const row = await tx
    .tables<ActionsTables>()
    .selectFrom(table)
    .select((one) => one.fn.coalesce(one.fn.max<number>('number'), sql<number>`0`).as('last'))
    .executeTakeFirstOrThrow()
  return row.last + 1
}

const happened = sql`(actions.state <> 'asked' or exists (select from work.action_steps as step where step.action = actions.id))`

/**
 * What becomes of each column where the origin is known. What was asked may be put right until it is served or answered, and stays as it is afterwards. A day that was agreed
 * here, what only a file knows, and the place of what was answered before its minutes came are never undone.
 */
const raisedAgain = {
  ...Object.fromEntries((['kind', 'body', 'asked_on', 'words', 'of_name', 'of_body', 'asked_of', 'is_public'] as const).map((column) => [column, sql`case when ${happened} then actions.${sql.ref(column)} else excluded.${sql.ref(column)} end`])),
  ...Object.fromEntries(
    (['meeting_date', 'item', 'minute'] as const).map((column) => [column, sql`case when ${happened} then coalesce(actions.${sql.ref(column)}, excluded.${sql.ref(column)}) else coalesce(excluded.${sql.ref(column)}, actions.${sql.ref(column)}) end`]),
  ),
  due: sql`case when actions.due is distinct from actions.raised_due or ${happened} and actions.due is not null then actions.due else excluded.due end`,
  subjects: sql`case when actions.loaded is not null
    then (select coalesce(jsonb_agg(distinct subject collate "C" order by subject collate "C"), '[]') from jsonb_array_elements_text(actions.subjects || excluded.subjects) as subject)
    when ${happened} then actions.subjects else excluded.subjects end`,
}

/** Adds actions, or puts right what was asked where the origin is known: `raisedAgain`. Answers those that are new or changed. */
export async function saveAsked(tx: Transaction, asked: readonly (NewAction & { readonly number: number })[], at: Date): Promise<ActionId[]> {
  if (asked.length === 0) return []
  const columns = Object.keys(raisedAgain)
  const stands = sql.join(columns.map((column) => sql`actions.${sql.ref(column)}`))
  const rows = await tx
    .tables<ActionsTables>()
    .insertInto('work.actions')
    .values(asked.map((one) => ({ ...rowOf(one, at), raised_due: one.due ?? null })))
    .onConflict((conflict) =>
      conflict
        .constraint('actions_origin')
        .doUpdateSet((row) => ({ ...(raisedAgain as object), raised_due: row.ref('excluded.raised_due'), changed_at: at, revision: sql<number>`actions.revision + 1` }))
        .where(sql<boolean>`(${stands}) is distinct from (${sql.join(Object.values(raisedAgain))})`),
    )
    .returning('work.actions.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What a file says of an action, already put together with what stands here. */
export interface LoadedAction extends NewAction {
  readonly number: number
  readonly loaded: LoadedFields
  /** The e-mail address of whoever is to answer; empty where the file takes back what it said. Left out, whoever is named here stays. */
  readonly newOwner?: string | undefined
}

const fromFile = ['kind', 'body', 'meeting_date', 'item', 'minute', 'asked_on', 'words', 'of_name', 'of_body', 'asked_of', 'due', 'subjects', 'is_public', 'source', 'invented', 'loaded', 'changed_at'] as const

/** Saves actions from files, each over what was kept of its origin; who is to answer is changed only where the file says so anew. */
export async function saveLoaded(tx: Transaction, actions: readonly LoadedAction[], at: Date): Promise<ActionId[]> {
  if (actions.length === 0) return []
  const rows = await tx
    .tables<ActionsTables>()
    .insertInto('work.actions')
    .values(actions.map((one) => ({ ...rowOf(one, at), source: one.source ?? null, invented: one.invented ?? null, loaded: JSON.stringify(one.loaded), awaited_owner: one.newOwner ?? null })))
    .onConflict((conflict) =>
      conflict.constraint('actions_origin').doUpdateSet({
        ...(Object.fromEntries(fromFile.map((column) => [column, sql.ref(`excluded.${column}`)])) as object),
        owner: sql<PersonId | null>`case when excluded.awaited_owner is null then actions.owner end`,
        awaited_owner: sql<string | null>`nullif(coalesce(excluded.awaited_owner, actions.awaited_owner), '')`,
        revision: sql<number>`actions.revision + 1`,
      }),
    )
    .returning('work.actions.id')
    .execute()
  return rows.map(({ id }) => id)
}

function rowOf(one: NewAction & { readonly number: number }, at: Date) {
  const standing = { state: 'asked' } as const
  return {
    number: one.number,
    origin_kind: one.origin.kind,
    origin_id: one.origin.id,
    kind: one.kind,
    body: one.body,
    meeting_date: one.date ?? null,
    item: one.item ?? null,
    minute: one.minute ?? null,
    asked_on: one.on,
    words: one.words,
    of_name: one.of.name,
    of_body: one.of.body ?? null,
    asked_of: askedOfSlug(one.of),
    due: one.due ?? null,
    raised_due: null,
    subjects: JSON.stringify(one.subjects),
    is_public: one.isPublic,
    source: null,
    invented: null,
    loaded: null,
    owner: null,
    awaited_owner: null,
    report: null,
    changed_at: at,
    state: standing.state,
    waits_until: waitsUntil(one, standing) ?? null,
    place: placeInLists(one, standing),
  }
}

/** A step to be added behind the chain of an action. */
export interface NewStep {
  readonly action: ActionId
  /** From 1. */
  readonly number: number
  readonly step: Step
}

/** Adds steps; who may take them and whether they follow is decided before. */
export async function addSteps(tx: Transaction, steps: readonly NewStep[], recorded: { readonly by: string; readonly onBehalf?: string | undefined; readonly at: Date }): Promise<void> {
  if (steps.length === 0) return
  const rows = steps.map(({ action, number, step }) => ({ action, number, step: JSON.stringify(step), recorded_by: recorded.by, on_behalf: recorded.onBehalf ?? null, recorded_at: recorded.at }))
  await tx.tables<ActionsTables>().insertInto('work.action_steps').values(rows).execute()
}

/** Puts actions into a served report. */
export async function putInReport(tx: Transaction, actions: readonly ActionId[], report: ReportId): Promise<void> {
  if (actions.length > 0) await tx.tables<ActionsTables>().updateTable('work.actions').set({ report }).where('work.actions.id', 'in', actions).execute()
}

/** Draws anew what lists sort by, counts a revision, and publishes these actions as they now stand. To be called in every deed that changed them, after the change. */
export async function settleActions(tx: Transaction, ids: readonly ActionId[], at: Date): Promise<readonly Action[]> {
  const actions = await actionsWith(tx.reader, ids)
  if (actions.length === 0) return []
  const drawn = actions.map((action) => {
    const standing = standingOf(action, action.chain.map(({ step }) => step))
    return { id: action.id, state: standing.state, waits_until: waitsUntil(action, standing) ?? null, place: placeInLists(action, standing) }
  })
  await sql`update work.actions set state = drawn.state, waits_until = drawn.waits_until, place = drawn.place, revision = actions.revision + 1, changed_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as drawn (id uuid, state text, waits_until date, place integer)
    where actions.id = drawn.id`.execute(tx.tables())
  await publishActions(tx, actions, at)
  return actions
}

/** Whether an action is still at this revision; holds it until the transaction ends. */
export async function holdAction(tx: Transaction, id: ActionId, revision: number): Promise<boolean> {
  const row = await tx.tables<ActionsTables>().selectFrom('work.actions as action').select('action.revision').where('action.id', '=', id).forUpdate().executeTakeFirst()
  return row?.revision === revision
}

/** Who is to answer, and by when. */
export async function saveAssignment(tx: Transaction, id: ActionId, change: { readonly owner: PersonId | null; readonly due: LocalDate | null }): Promise<void> {
  await tx
    .tables<ActionsTables>()
    .updateTable('work.actions')
    .set({ owner: change.owner, awaited_owner: null, due: change.due })
    .where('work.actions.id', '=', id)
    .execute()
}

/** Has one person answer all of these. */
export async function giveToOwner(tx: Transaction, actions: readonly ActionId[], owner: PersonId): Promise<void> {
  if (actions.length > 0) await tx.tables<ActionsTables>().updateTable('work.actions').set({ owner, awaited_owner: null }).where('work.actions.id', 'in', actions).execute()
}
