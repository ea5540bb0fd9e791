import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { loadAgain, loadedFields, type LoadedAgain } from '#platform/files/since-loaded.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { GroupsTables } from '../tables.ts'
import { isUnderWay } from './stages.ts'
import { publicPart, taskGroup, type TaskGroup } from './task-group.ts'

/** A group as staff keep it. */
export interface KeptGroup {
  readonly group: TaskGroup
  readonly revision: number
  readonly changedBy: string
  /** The mark of the form that was saved last; null where a file was loaded. */
  readonly sent: string | null
}

export const noGroup = refuse('not-found', 'There is no task group at this address. The list of task groups has them all.')

export async function keptGroup(reader: Reader, slug: string): Promise<KeptGroup | undefined> {
  const row = await reader.tables<GroupsTables>().selectFrom('work.task_groups as kept').select(['kept.facts', 'kept.revision', 'kept.changed_by', 'kept.sent']).where('kept.slug', '=', slug).executeTakeFirst()
  return row && { group: taskGroup.parse(row.facts), revision: row.revision, changedBy: row.changed_by, sent: row.sent }
}

/** More groups than a council has ever set up. */
const most = 2000

/** Every group that is kept, those last changed first. */
export async function keptGroups(reader: Reader): Promise<TaskGroup[]> {
  const rows = await reader.tables<GroupsTables>().selectFrom('work.task_groups as kept').select('kept.facts').orderBy('kept.changed_at', 'desc').orderBy('kept.slug').limit(most).execute()
  return rows.map(({ facts }) => taskGroup.parse(facts))
}

export interface Saving {
  readonly by: string
  readonly at: Date
}

export interface FormSaving extends Saving {
  /** The mark of the form. */
  readonly sent: string
}

/** Keeps a new group; refused where its address is taken. */
export async function insertGroup(tx: Transaction, group: TaskGroup, { by, at, sent }: FormSaving): Promise<Outcome<void>> {
  const row = await tx
    .tables<GroupsTables>()
    .insertInto('work.task_groups')
    .values({ slug: group.slug, facts: JSON.stringify(group), changed_by: by, changed_at: at, sent })
    .onConflict((conflict) => conflict.columns(['council', 'slug'] as never).doNothing())
    .returning('work.task_groups.slug')
    .executeTakeFirst()
  return row === undefined ? refuse('conflict', '', [{ field: 'title', message: 'A group of this title is kept already. Give this one another, for example with the year' }]) : ok(undefined)
}

/** Saves a group over the revision it rests on; answers whether it still was at that. */
export async function updateGroup(tx: Transaction, group: TaskGroup, revision: number, { by, at, sent }: FormSaving): Promise<boolean> {
  const row = await tx
    .tables<GroupsTables>()
    .updateTable('work.task_groups as kept')
    .set({ facts: JSON.stringify(group), changed_by: by, changed_at: at, sent, revision: sql<number>`kept.revision + 1` })
    .where('kept.slug', '=', group.slug)
    .where('kept.revision', '=', revision)
    .returning('kept.slug')
    .executeTakeFirst()
  return row !== undefined
}

/** A group from a file beside what is kept of it; new where there is nothing to compare it with. */
export interface LoadedGroup {
  readonly group: TaskGroup
  /** As it stands here; left out where it is new. */
  readonly stood?: TaskGroup
  readonly again?: LoadedAgain
}

/** Groups from files beside those that are kept, which are held until the deed is done. */
export async function groupsBeside(tx: Transaction, groups: readonly TaskGroup[]): Promise<LoadedGroup[]> {
  const rows = await tx
    .tables<GroupsTables>()
    .selectFrom('work.task_groups as kept')
    .select(['kept.slug', 'kept.facts', 'kept.loaded'])
    .where('kept.slug', 'in', groups.map(({ slug }) => slug))
    .orderBy('kept.slug')
    .forUpdate()
    .execute()
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  return groups.map((group) => {
    const row = bySlug.get(group.slug)
    if (row === undefined) return { group }
    const stood = taskGroup.parse(row.facts)
    return { group, stood, again: loadAgain(group, stood, row.loaded) }
  })
}

/** Saves groups from files, each over whatever was kept. */
export async function replaceGroups(tx: Transaction, groups: readonly LoadedGroup[], { by, at }: Saving): Promise<void> {
  if (groups.length === 0) return
  await tx
    .tables<GroupsTables>()
    .insertInto('work.task_groups')
    .values(groups.map(({ group, again }) => ({ slug: group.slug, facts: JSON.stringify(group), loaded: JSON.stringify(again?.loaded ?? loadedFields(group)), changed_by: by, changed_at: at })))
    .onConflict((conflict) =>
      conflict.columns(['council', 'slug'] as never).doUpdateSet({
        facts: sql`excluded.facts`,
        loaded: sql`excluded.loaded`,
        sent: null,
        changed_by: sql<string>`excluded.changed_by`,
        changed_at: sql<Date>`excluded.changed_at`,
        revision: sql<number>`task_groups.revision + 1`,
      }),
    )
    .execute()
}

/** Gives a group's next edition to the public, where what it may read has changed; answers whether it did. */
export async function publishGroup(tx: Transaction, group: TaskGroup, note: string, at: Date): Promise<boolean> {
  const record = publicPart(group)
  if (record === undefined) return false
  const tables = tx.tables<GroupsTables>()
  const before = await tables.selectFrom('published.current_task_groups as list').select(['list.edition', 'list.record']).where('list.slug', '=', group.slug).executeTakeFirst()
  if (before !== undefined && isSameRecord(before.record, record)) return false
  const edition = (before?.edition ?? 0) + 1
  await tables.insertInto('published.task_groups').values({ slug: group.slug, edition, note, record: JSON.stringify(record), published_at: at }).execute()
  const current = {
    edition,
    title: record.title,
    commissioned_by: record.commissionedBy,
    own_body: record.body ?? null,
    is_under_way: isUnderWay(record.standing.stage),
    ends: record.ends ?? null,
    record: JSON.stringify(record),
    changed_at: at,
  }
  await tables
    .insertInto('published.current_task_groups')
    .values({ slug: group.slug, ...current })
    .onConflict((conflict) => conflict.columns(['council', 'slug'] as never).doUpdateSet(current))
    .execute()
  await markPublished(tx)
  return true
}

/** PostgreSQL keeps the fields of JSON in an order of its own. */
function isSameRecord(one: unknown, other: unknown): boolean {
  return sorted(one) === sorted(other)
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1))) : inner,
  )
}
