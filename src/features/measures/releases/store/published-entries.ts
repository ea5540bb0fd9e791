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
    .execute()
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
