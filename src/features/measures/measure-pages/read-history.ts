import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import type { PublishedReleaseTables } from '../releases/tables.ts'
import type { Release, RevisedFigure } from '../releases/release.ts'
import type { SheetPoint } from '../sheets/sheet.ts'

/** A measure as one version of a release had it. */
export interface PublishedOnce extends Pick<Release, 'body' | 'bodyName' | 'period' | 'version' | 'title' | 'publishedAt' | 'note'> {
  /** The period that was judged, and its figure as it was then. */
  readonly asOf: string
  readonly point?: SheetPoint
  /** Whether a part of it had a figure then, hidden or not. */
  readonly isInParts: boolean
  readonly isConfirmed: boolean
  readonly revised: readonly RevisedFigure[]
}

/** More than anybody looks through; a measure of every quarter reaches it after seven years of two bodies. */
const mostReleases = 60

const ofParts = `$.sheet.series[*] ? (@.role == "own" && @.breakdown != "").points[*] ? (@.period == $asOf && (exists (@.value) || @.confidentiality != "open"))`

const ownPoint = `$.sheet.series[*] ? (@.role == "own" && @.breakdown == "").points[*] ? (@.period == $asOf)`

/** Every version of a release in which the measure was published, the newest first, 60 at most. One query, which reads no series. */
export async function publishedHistory(reader: Reader, measure: string): Promise<readonly PublishedOnce[]> {
  const rows = await reader
    .tables<PublishedReleaseTables>()
    .selectFrom('published.release_measures as entry')
    .innerJoin('published.releases as out', (join) => join.onRef('out.body', '=', 'entry.body').onRef('out.period', '=', 'entry.period').onRef('out.version', '=', 'entry.version'))
    .select([
      'out.body',
      'out.period',
      'out.version',
      'out.published_at',
      'out.note',
      sql<string>`out.document->>'bodyName'`.as('body_name'),
      sql<string>`out.document->>'title'`.as('title'),
      sql<string>`entry.document#>>'{sheet,asOf}'`.as('as_of'),
      sql<boolean>`(entry.document->>'isConfirmed')::boolean`.as('is_confirmed'),
      sql<RevisedFigure[] | null>`entry.document->'revised'`.as('revised'),
      sql<SheetPoint | null>`jsonb_path_query_first(entry.document, ${ownPoint}::jsonpath, jsonb_build_object('asOf', entry.document#>'{sheet,asOf}'))`.as('point'),
      sql<boolean>`jsonb_path_exists(entry.document, ${ofParts}::jsonpath, jsonb_build_object('asOf', entry.document#>'{sheet,asOf}'))`.as('is_in_parts'),
    ])
    .where('entry.measure', '=', measure)
    .orderBy('out.published_at', 'desc')
    .orderBy('out.version', 'desc')
    .orderBy('out.body')
    .limit(mostReleases)
    .execute()
  return rows.map(({ published_at, body_name, as_of, is_confirmed, revised, point, is_in_parts, ...row }) => ({
    ...row,
    bodyName: body_name,
    publishedAt: published_at,
    asOf: as_of,
    isConfirmed: is_confirmed,
    isInParts: is_in_parts,
    revised: revised ?? [],
    ...(point === null ? {} : { point }),
  }))
}
