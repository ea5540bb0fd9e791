import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { PublicException } from './exception.ts'
import type { ExceptionsTables } from './tables.ts'

const most = 200

/** What panels flagged to this meeting of a board. */
export async function exceptionsAt(reader: Reader, board: string, date: LocalDate): Promise<PublicException[]> {
  const rows = await list(reader).where('list.board', '=', board).where('list.meeting_date', '=', date).orderBy('list.panel').orderBy('list.id').limit(most).execute()
  return rows.map(({ record }) => record)
}

/** What a panel flagged, or what was flagged to a board: the latest meetings first. */
export async function exceptionsOf(reader: Reader, body: string, limit: number): Promise<PublicException[]> {
  const rows = await list(reader)
    .where((where) => where.or([where('list.board', '=', body), where('list.panel', '=', body)]))
    .orderBy('list.meeting_date', 'desc')
    .orderBy('list.id')
    .limit(limit)
    .execute()
  return rows.map(({ record }) => record)
}

interface ExceptionFilter {
  readonly panel?: string | undefined
  readonly board?: string | undefined
  /** Whether it is recorded what the board did. */
  readonly outcome?: 'open' | 'recorded' | undefined
  /** Goes on after this one of the list. */
  readonly after?: { readonly meeting: LocalDate; readonly id: string } | undefined
  readonly limit: number
}

/** What panels flagged, the latest meetings first; those of one meeting by id. */
export async function exceptionsInList(reader: Reader, { panel, board, outcome, after, limit }: ExceptionFilter): Promise<PublicException[]> {
  let query = list(reader)
  if (panel !== undefined) query = query.where('list.panel', '=', panel)
  if (board !== undefined) query = query.where('list.board', '=', board)
  if (outcome !== undefined) query = query.where(sql<boolean>`(list.record -> 'outcome' is not null) = ${outcome === 'recorded'}`)
  if (after !== undefined) query = query.where(sql<boolean>`(list.meeting_date < ${after.meeting}::date or list.meeting_date = ${after.meeting}::date and list.id > ${after.id})`)
  const rows = await query.orderBy('list.meeting_date', 'desc').orderBy('list.id').limit(limit).execute()
  return rows.map(({ record }) => record)
}

/** One that is public, as it stands; undefined for any other. */
export async function publishedException(reader: Reader, id: string): Promise<PublicException | undefined> {
  return (await list(reader).where('list.id', '=', id).executeTakeFirst())?.record
}

function list(reader: Reader) {
  return reader.tables<ExceptionsTables>().selectFrom('published.current_exceptions as list').select('list.record')
}

/** An edition of an exception, for those who are told of news. */
export interface ChangedException {
  readonly record: PublicException
  readonly edition: number
  readonly publishedAt: Date
}

/** Editions published after a moment, the oldest first. A page goes on after the last of the page before. */
export function exceptionsChangedSince(reader: Reader, since: Date, limit: number, after?: ChangedException): Promise<ChangedException[]> {
  // A moment that was read has milliseconds, and one in the store more: what was read last must not come again.
  const at = sql<Date>`date_trunc('milliseconds', edition.published_at)`
  let query = editions(reader).where('edition.published_at', '>', since)
  if (after !== undefined) {
    query = query.where('edition.published_at', '>=', after.publishedAt).where(sql<boolean>`(${at}, edition.id, edition.edition) > (${after.publishedAt}, ${after.record.id}::text, ${after.edition}::integer)`)
  }
  return query.orderBy(at).orderBy('edition.id').orderBy('edition.edition').limit(limit).execute()
}

/** The latest editions of what a body flagged, or what was flagged to it, the newest first. */
export function latestExceptionChanges(reader: Reader, body: string, limit: number): Promise<ChangedException[]> {
  return editions(reader)
    .where((where) => where.or([where('list.board', '=', body), where('list.panel', '=', body)]))
    .orderBy('edition.published_at', 'desc')
    .orderBy('edition.id')
    .limit(limit)
    .execute()
}

function editions(reader: Reader) {
  return reader
    .tables<ExceptionsTables>()
    .selectFrom('published.exceptions as edition')
    .innerJoin('published.current_exceptions as list', 'list.id', 'edition.id')
    .select(['edition.record', 'edition.edition', 'edition.published_at as publishedAt'])
}
