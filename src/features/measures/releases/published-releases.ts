import type { Reader } from '#platform/database/database.ts'
import type { Release, ReleaseEntry } from './release.ts'
import type { PublishedReleaseTables } from './tables.ts'

/** A release with the measures in it, in the order of the dashboard. */
export interface ReleaseOut {
  readonly release: Release
  readonly entries: readonly ReleaseEntry[]
  /** Every version that was published, the newest first. */
  readonly versions: readonly Pick<Release, 'version' | 'publishedAt' | 'note'>[]
}

function releases(reader: Reader) {
  return reader.tables<PublishedReleaseTables>().selectFrom('published.releases as out').select(['out.body', 'out.period', 'out.version', 'out.published_at', 'out.note', 'out.document'])
}

/** The newest version of every release of a body, or of all bodies: the latest period first. One query. */
export async function releasesOut(reader: Reader, body?: string): Promise<readonly Release[]> {
  const asked = releases(reader).distinctOn(['out.period', 'out.body']).orderBy('out.period', 'desc').orderBy('out.body').orderBy('out.version', 'desc')
  return (await (body === undefined ? asked : asked.where('out.body', '=', body)).execute()).map(releaseOf)
}

/** A release of a body and period, the newest version where none is named; undefined where there is none. Two queries. */
export async function releaseOut(reader: Reader, key: Pick<Release, 'body' | 'period'>, version?: number): Promise<ReleaseOut | undefined> {
  const rows = await releases(reader).where('out.body', '=', key.body).where('out.period', '=', key.period).orderBy('out.version', 'desc').execute()
  const row = version === undefined ? rows[0] : rows.find((one) => one.version === version)
  if (row === undefined) return undefined
  const release = releaseOf(row)
  return { release, entries: await entriesOf(reader, release), versions: rows.map(({ version: number, published_at, note }) => ({ version: number, publishedAt: published_at, note })) }
}

/** The measures of one version of a release, in the order of the dashboard. One query. */
async function entriesOf(reader: Reader, { body, period, version }: Pick<Release, 'body' | 'period' | 'version'>): Promise<readonly ReleaseEntry[]> {
  const rows = await reader
    .tables<PublishedReleaseTables>()
    .selectFrom('published.release_measures as entry')
    .select('entry.document')
    .where('entry.body', '=', body)
    .where('entry.period', '=', period)
    .where('entry.version', '=', version)
    .orderBy('entry.position')
    .execute()
  return rows.map(({ document }) => document)
}

/** A measure as it was published last, and in which release. */
export interface CurrentEntry {
  readonly entry: ReleaseEntry
  readonly release: Pick<Release, 'body' | 'bodyName' | 'period' | 'version' | 'title' | 'publishedAt' | 'note' | 'policy' | 'asked'>
}

/** The newest published entry of each measure, or of those that are named, in the order of their slugs. One query. */
export async function currentEntries(reader: Reader, slugs?: readonly string[]): Promise<readonly CurrentEntry[]> {
  if (slugs?.length === 0) return []
  const asked = reader
    .tables<PublishedReleaseTables>()
    .selectFrom('published.current_measures as current')
    .innerJoin('published.release_measures as entry', (join) =>
      join.onRef('entry.measure', '=', 'current.measure').onRef('entry.body', '=', 'current.body').onRef('entry.period', '=', 'current.period').onRef('entry.version', '=', 'current.version'),
    )
    .innerJoin('published.releases as out', (join) => join.onRef('out.body', '=', 'current.body').onRef('out.period', '=', 'current.period').onRef('out.version', '=', 'current.version'))
    .select(['entry.document as entry', 'out.body', 'out.period', 'out.version', 'out.published_at', 'out.note', 'out.document'])
    .orderBy('current.measure')
  const rows = await (slugs === undefined ? asked : asked.where('current.measure', 'in', [...slugs])).execute()
  return rows.map(({ entry, ...row }) => ({ entry, release: releaseOf(row) }))
}

interface ReleaseRow {
  readonly body: string
  readonly period: string
  readonly version: number
  readonly published_at: Date
  readonly note: string
  readonly document: Omit<Release, 'body' | 'period' | 'version' | 'publishedAt' | 'note'>
}

function releaseOf({ published_at, document, ...row }: ReleaseRow): Release {
  return { ...document, ...row, publishedAt: published_at }
}
