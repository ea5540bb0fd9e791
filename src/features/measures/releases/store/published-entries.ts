import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { comparePeriods } from '#core/periods/period-order.ts'
import { parsePeriod, type Period } from '#core/periods/period.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ReleaseKey } from '../model/release-draft.ts'
import type { ReleaseEntry } from '../release.ts'
import type { PublishedReleaseTables } from '../tables.ts'

/** A measure as one version of a release published it. */
export interface PublishedEntry {
  readonly body: string
  readonly period: string
  readonly version: number
  readonly publishedAt: Date
  readonly entry: ReleaseEntry
}

/** Everything that was ever published of measures, in the order in which it was: whoever wants to work out a small number has all of it. One query. */
export async function everythingPublished(reader: Reader): Promise<readonly PublishedEntry[]> {
  return publishedEntries(reader).execute()
}

/** The same of these measures alone. One query. */
export async function publishedOf(reader: Reader, measures: readonly string[]): Promise<readonly PublishedEntry[]> {
  return measures.length === 0 ? [] : publishedEntries(reader).where('entry.measure', 'in', measures).execute()
}

function publishedEntries(reader: Reader) {
  return reader
    .tables<PublishedReleaseTables>()
    .selectFrom('published.release_measures as entry')
    .innerJoin('published.releases as out', (join) => join.onRef('out.body', '=', 'entry.body').onRef('out.period', '=', 'entry.period').onRef('out.version', '=', 'entry.version'))
    .select(['entry.body', 'entry.period', 'entry.version', 'out.published_at as publishedAt', 'entry.document as entry'])
    .orderBy('out.published_at')
    .orderBy('entry.version')
    .orderBy('entry.body')
    .orderBy('entry.period')
    .orderBy('entry.position')
}

/** Whether any of these measures was ever published. One query. */
export async function areAnyPublished(reader: Reader, measures: readonly string[]): Promise<boolean> {
  if (measures.length === 0) return false
  const found = await reader.tables<PublishedReleaseTables>().selectFrom('published.current_measures').select('measure').where('measure', 'in', measures).limit(1).execute()
  return found.length > 0
}

/** Each release in its newest version, measure by measure, where it is the newest of at least one of them. */
export function newestOf(published: readonly PublishedEntry[]): readonly (readonly PublishedEntry[])[] {
  const last = new Map(published.map((one) => [one.entry.measure, one]))
  const keys = new Set([...last.values()].map(versionKey))
  return [...Map.groupBy(published, versionKey)].flatMap(([key, entries]) => (keys.has(key) ? [entries] : []))
}

function versionKey({ body, period, version }: PublishedEntry): string {
  return `${body}|${period}|${version}`
}

/** The body's last release of a period that ended before this one did, in its newest version. */
export function releaseBefore(published: readonly PublishedEntry[], body: string, period: Period): readonly ReleaseEntry[] {
  const earlier = published.flatMap((one) => {
    const of = parsePeriod(one.period)
    return one.body === body && of !== undefined && of.to < period.to ? [{ ...one, of }] : []
  })
  const last = earlier.toSorted((one, other) => comparePeriods(one.of, other.of) || one.version - other.version).at(-1)
  return last === undefined ? [] : earlier.filter((one) => one.period === last.period && one.version === last.version).map(({ entry }) => entry)
}

/** The day on which the first version of a release was published: what was asked then stands beside the figures in each later version. */
export function firstPublished(published: readonly PublishedEntry[], { body, period }: ReleaseKey): LocalDate | undefined {
  const first = published.find((one) => one.body === body && one.period === period)
  return first && dayOf(first)
}

function dayOf({ publishedAt }: PublishedEntry): LocalDate {
  return dateOf(londonMoment(publishedAt.toISOString()))
}

/** Each measure as it was published last by the end of a day, by whichever body's release. */
export function publishedLast(published: readonly PublishedEntry[], day: LocalDate): ReadonlyMap<string, ReleaseEntry> {
  return new Map(published.flatMap((one) => (dayOf(one) <= day ? [[one.entry.measure, one.entry] as const] : [])))
}

/** The version in which the owner of each measure had last confirmed a period of it, by the measure and that period. */
export function confirmedLast(published: readonly PublishedEntry[]): ReadonlyMap<string, Pick<PublishedEntry, 'body' | 'period' | 'version'>> {
  return new Map(published.filter(({ entry }) => entry.isConfirmed).map(({ entry, body, period, version }) => [confirmedKey(entry), { body, period, version }]))
}

export function confirmedKey({ measure, sheet }: Pick<ReleaseEntry, 'measure' | 'sheet'>): string {
  return `${measure} ${sheet.asOf}`
}
