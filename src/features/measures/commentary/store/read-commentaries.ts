import type { Reader } from '#platform/database/database.ts'
import { commentaryId, content, type CommentaryKey, type Edition } from '../model/commentary.ts'
import type { CommentaryTables } from './tables.ts'

function editions(reader: Reader) {
  return reader
    .tables<CommentaryTables>()
    .selectFrom('work.commentaries as kept')
    .select(['kept.measure', 'kept.period', 'kept.revision', 'kept.deed', 'kept.content', 'kept.signed_by', 'kept.signed_on', 'kept.reason', 'kept.by_name', 'kept.by_role', 'kept.at'])
}

/** The commentary of a measure and period as it stands; undefined where nobody has begun one. One query. */
export async function editionNow(reader: Reader, { measure, period }: CommentaryKey): Promise<Edition | undefined> {
  const row = await editions(reader).where('kept.measure', '=', measure).where('kept.period', '=', period).orderBy('kept.revision', 'desc').limit(1).executeTakeFirst()
  return row && editionOf(row)
}

/** Every edition of a commentary, the newest first. One query. */
export async function editionsOf(reader: Reader, { measure, period }: CommentaryKey): Promise<readonly Edition[]> {
  return (await editions(reader).where('kept.measure', '=', measure).where('kept.period', '=', period).orderBy('kept.revision', 'desc').execute()).map(editionOf)
}

/** The commentaries of these measures and periods as they stand, by `commentaryId`; one that nobody has begun is left out. One query. */
export async function commentariesOf(reader: Reader, keys: readonly CommentaryKey[]): Promise<ReadonlyMap<string, Edition>> {
  if (keys.length === 0) return new Map()
  const asked = new Set(keys.map((key) => commentaryId(key)))
  const rows = await newest(reader)
    .where('kept.measure', 'in', [...new Set(keys.map(({ measure }) => measure))])
    .where('kept.period', 'in', [...new Set(keys.map(({ period }) => period))])
    .execute()
  return new Map(rows.flatMap((row) => (asked.has(commentaryId(row)) ? [[commentaryId(row), editionOf(row)]] : [])))
}

/** The commentaries of a measure as they stand, one of each period; those of all measures where none is named. One query. */
export async function allCommentaries(reader: Reader, measure?: string): Promise<readonly Edition[]> {
  return (await (measure === undefined ? newest(reader) : newest(reader).where('kept.measure', '=', measure)).execute()).map(editionOf)
}

function newest(reader: Reader) {
  return editions(reader).distinctOn(['kept.measure', 'kept.period']).orderBy('kept.measure').orderBy('kept.period').orderBy('kept.revision', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof editions>['execute']>>[number]

function editionOf({ content: kept, signed_by, signed_on, by_name, by_role, ...row }: Row): Edition {
  const standing: Edition['standing'] = signed_by === null || signed_on === null ? { state: 'draft' } : { state: 'signed', signature: { by: signed_by, on: signed_on } }
  return { ...row, content: content.parse(kept), standing, byName: by_name, byRole: by_role }
}
