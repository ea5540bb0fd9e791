import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import { markPublished } from '#platform/http/publication.ts'
import { exception, type Exception, type PublicException } from './exception.ts'
import type { ExceptionsTables } from './tables.ts'

/** An exception as staff keep it. */
export interface KeptException {
  readonly exception: Exception
  readonly isOut: boolean
  readonly revision: number
  readonly changedBy: string
}

interface Saving {
  readonly by: string
  readonly at: Date
}

export async function keptException(reader: Reader, id: string): Promise<KeptException | undefined> {
  const row = await kept(reader).where('kept.id', '=', id).executeTakeFirst()
  return row && keptOf(row)
}

export interface HeldException extends KeptException {
  readonly loaded: LoadedFields | null
}

/** Those of these that are kept, with what a file said of each when it was loaded last; held until the deed is done. */
export async function heldExceptions(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, HeldException>> {
  const rows = await tx
    .tables<ExceptionsTables>()
    .selectFrom('work.exceptions as kept')
    .select(['kept.facts', 'kept.meeting_date', 'kept.is_out', 'kept.revision', 'kept.changed_by', 'kept.loaded'])
    .where('kept.id', 'in', ids)
    .orderBy('kept.id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.facts.id, { ...keptOf(row), loaded: row.loaded }]))
}

/** The latest first; goes on after one of the list. */
export async function keptExceptions(reader: Reader, { limit, after }: { readonly limit: number; readonly after?: string | undefined }): Promise<KeptException[]> {
  let query = kept(reader)
  if (after !== undefined) query = query.where(sql<boolean>`(kept.changed_at, kept.id) < (select last.changed_at, last.id from work.exceptions as last where last.id = ${after})`)
  return (await query.orderBy('kept.changed_at', 'desc').orderBy('kept.id', 'desc').limit(limit).execute()).map(keptOf)
}

const mostWaiting = 500

/** Those that no agenda has published yet; of one board or of all. */
export async function waitingExceptions(reader: Reader, board?: string): Promise<KeptException[]> {
  let query = kept(reader).where('kept.is_out', '=', false)
  if (board !== undefined) query = query.where('kept.board', '=', board)
  return (await query.orderBy('kept.board').orderBy('kept.id').limit(mostWaiting).execute()).map(keptOf)
}

/** Every one, for files. */
export async function allExceptions(reader: Reader): Promise<Exception[]> {
  return (await kept(reader).orderBy('kept.id').execute()).map((row) => keptOf(row).exception)
}

function kept(reader: Reader) {
  return reader.tables<ExceptionsTables>().selectFrom('work.exceptions as kept').select(['kept.facts', 'kept.meeting_date', 'kept.is_out', 'kept.revision', 'kept.changed_by'])
}

function keptOf({ facts, meeting_date, ...row }: { readonly facts: Exception; readonly meeting_date: LocalDate | null; readonly is_out: boolean; readonly revision: number; readonly changed_by: string }): KeptException {
  const { meeting: _meeting, ...said } = facts
  return { exception: exception.parse({ ...said, ...(meeting_date === null ? {} : { meeting: meeting_date }) }), isOut: row.is_out, revision: row.revision, changedBy: row.changed_by }
}

/** Keeps an exception, new or over what was kept of it; `loaded` is what a file says of it. */
export async function saveException(tx: Transaction, one: Exception, isOut: boolean, { by, at, loaded }: Saving & { readonly loaded?: LoadedFields }): Promise<void> {
  const row = { ...(loaded === undefined ? {} : { loaded: JSON.stringify(loaded) }), panel: one.panel, board: one.board, meeting_date: one.meeting ?? null, is_out: isOut, facts: JSON.stringify(one), changed_by: by, changed_at: at }
  await tx
    .tables<ExceptionsTables>()
    .insertInto('work.exceptions')
    .values({ id: one.id, ...row })
    .onConflict((conflict) => conflict.columns(['council', 'id'] as never).doUpdateSet({ ...row, revision: sql<number>`exceptions.revision + 1` }))
    .execute()
}

/** Saves an exception over the revision it rests on; answers whether it still was at that. */
export async function updateException(tx: Transaction, one: Exception, revision: number, { by, at }: Saving): Promise<boolean> {
  const row = await tx
    .tables<ExceptionsTables>()
    .updateTable('work.exceptions as kept')
    .set({ facts: JSON.stringify(one), meeting_date: one.meeting ?? null, changed_by: by, changed_at: at, revision: sql<number>`kept.revision + 1` })
    .where('kept.id', '=', one.id)
    .where('kept.revision', '=', revision)
    .returning('kept.id')
    .executeTakeFirst()
  return row !== undefined
}

/** For which meeting an exception is meant now: not a change that anybody's form must give way to. */
export async function bindException(tx: Transaction, id: string, { meeting, isOut }: { readonly meeting: LocalDate; readonly isOut: boolean }): Promise<void> {
  await tx.tables<ExceptionsTables>().updateTable('work.exceptions').set({ meeting_date: meeting, is_out: isOut }).where('work.exceptions.id', '=', id).execute()
}

/** Gives the next edition of an exception to the public. */
export async function publishException(tx: Transaction, record: PublicException, at: Date): Promise<boolean> {
  const tables = tx.tables<ExceptionsTables>()
  const before = await tables.selectFrom('published.current_exceptions as list').select(['list.edition', sql<boolean>`list.record = ${JSON.stringify(record)}::jsonb`.as('same')]).where('list.id', '=', record.id).executeTakeFirst()
  if (before?.same === true) return false
  const edition = (before?.edition ?? 0) + 1
  const text = JSON.stringify(record)
  const current = { edition, panel: record.panel, board: record.board, meeting_date: record.meeting, record: text, changed_at: at }
  await tables.insertInto('published.exceptions').values({ id: record.id, edition, record: text, published_at: at }).execute()
  await tables
    .insertInto('published.current_exceptions')
    .values({ id: record.id, ...current })
    .onConflict((conflict) => conflict.columns(['council', 'id'] as never).doUpdateSet(current))
    .execute()
  await markPublished(tx)
  return true
}
