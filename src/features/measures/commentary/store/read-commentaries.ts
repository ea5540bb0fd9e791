import type { Reader } from '#platform/database/database.ts'
import { commentaryId, content, type CommentaryKey, type Edition } from '../model/commentary.ts'
import { figuresChanged, type FigureSigned } from '../model/figures-signed.ts'
import { figuresStanding } from './figures-standing.ts'
import type { CommentaryTables } from './tables.ts'

function editions(reader: Reader) {
  return reader
    .tables<CommentaryTables>()
    .selectFrom('work.commentaries as kept')
    .select(['kept.measure', 'kept.period', 'kept.revision', 'kept.deed', 'kept.content', 'kept.signed_by', 'kept.signed_on', 'kept.figures', 'kept.reason', 'kept.by_name', 'kept.by_role', 'kept.at'])
}

/** The commentary of a measure and period as it stands; undefined where nobody has begun one. One query, and one more where it is signed. */
export async function editionNow(reader: Reader, { measure, period }: CommentaryKey): Promise<Edition | undefined> {
  const row = await editions(reader).where('kept.measure', '=', measure).where('kept.period', '=', period).orderBy('kept.revision', 'desc').limit(1).executeTakeFirst()
  const [edition] = row === undefined ? [] : await asTheyStand(reader, [row])
  return edition
}

/** Every edition of a commentary, the newest first, which alone stands or is outlived. Two queries at most. */
export async function editionsOf(reader: Reader, { measure, period }: CommentaryKey): Promise<readonly Edition[]> {
  const [newestRow, ...older] = await editions(reader).where('kept.measure', '=', measure).where('kept.period', '=', period).orderBy('kept.revision', 'desc').execute()
  return newestRow === undefined ? [] : [...(await asTheyStand(reader, [newestRow])), ...older.map((row) => editionOf(row))]
}

/** The commentaries of these measures and periods as they stand, by `commentaryId`; one that nobody has begun is left out. Two queries. */
export async function commentariesOf(reader: Reader, keys: readonly CommentaryKey[]): Promise<ReadonlyMap<string, Edition>> {
  if (keys.length === 0) return new Map()
  const asked = new Set(keys.map((key) => commentaryId(key)))
  const rows = await newest(reader)
    .where('kept.measure', 'in', [...new Set(keys.map(({ measure }) => measure))])
    .where('kept.period', 'in', [...new Set(keys.map(({ period }) => period))])
    .execute()
  const standing = await asTheyStand(reader, rows.filter((row) => asked.has(commentaryId(row))))
  return new Map(standing.map((edition) => [commentaryId(edition), edition]))
}

/** The commentaries of a measure as they stand, one of each period; those of all measures where none is named. Two queries. */
export async function allCommentaries(reader: Reader, measure?: string): Promise<readonly Edition[]> {
  return asTheyStand(reader, await (measure === undefined ? newest(reader) : newest(reader).where('kept.measure', '=', measure)).execute())
}

function newest(reader: Reader) {
  return editions(reader).distinctOn(['kept.measure', 'kept.period']).orderBy('kept.measure').orderBy('kept.period').orderBy('kept.revision', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof editions>['execute']>>[number]

/** Editions that are the newest of theirs, each signature held against the figures that it was given for. */
async function asTheyStand(reader: Reader, rows: readonly Row[]): Promise<Edition[]> {
  const figures = await figuresStanding(reader, rows.filter((row) => row.figures !== null))
  return rows.map((row) => editionOf(row, figures.get(commentaryId(row)) ?? []))
}

/** An edition as it is kept or, where the figures that stand are given, as it stands. */
function editionOf({ figures, ...row }: Row, standing?: readonly FigureSigned[]): Edition {
  const edition = keptOf(row)
  const changed = figures === null || standing === undefined ? [] : figuresChanged(figures, standing)
  return changed.length === 0 || edition.standing.state !== 'signed' ? edition : { ...edition, standing: { state: 'outlived', signature: edition.standing.signature, changed } }
}

function keptOf({ content: kept, signed_by, signed_on, by_name, by_role, ...row }: Omit<Row, 'figures'>): Edition {
  const standing: Edition['standing'] = signed_by === null || signed_on === null ? { state: 'draft' } : { state: 'signed', signature: { by: signed_by, on: signed_on } }
  return { ...row, content: content.parse(kept), standing, byName: by_name, byRole: by_role }
}
