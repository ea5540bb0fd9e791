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

function list(reader: Reader) {
  return reader.tables<ExceptionsTables>().selectFrom('published.current_exceptions as list').select('list.record')
}

/** An edition of an exception, for those who are told of news. */
export interface ChangedException {
  readonly record: PublicException
  readonly edition: number
  readonly publishedAt: Date
}

/** Editions published after a moment, the oldest first; or the latest of a body's, the newest first. */
export function exceptionsChanged(reader: Reader, asked: { readonly since?: Date; readonly body?: string | undefined; readonly limit: number }): Promise<ChangedException[]> {
  const { since, body, limit } = asked
  let query = reader
    .tables<ExceptionsTables>()
    .selectFrom('published.exceptions as edition')
    .innerJoin('published.current_exceptions as list', 'list.id', 'edition.id')
    .select(['edition.record', 'edition.edition', 'edition.published_at as publishedAt'])
  if (since !== undefined) query = query.where('edition.published_at', '>', since)
  if (body !== undefined) query = query.where((where) => where.or([where('list.board', '=', body), where('list.panel', '=', body)]))
  return query.orderBy('edition.published_at', since === undefined ? 'desc' : 'asc').limit(limit).execute()
}
