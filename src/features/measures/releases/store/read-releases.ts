import type { Reader } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import { bodyNames } from '#features/bodies'
import type { KeptRelease, ReleaseKey, ReleaseState } from '../model/release-draft.ts'
import type { ReleaseTables, StepKind } from './tables.ts'

/** Where a list of releases goes on. */
export type ReleasePlace = ReleaseKey

interface Asked {
  readonly states?: readonly ReleaseState[]
  /** Goes on after this one. */
  readonly after?: ReleasePlace | undefined
  readonly limit: number
}

function rows(reader: Reader) {
  return reader.tables<ReleaseTables>().selectFrom('work.releases as release').select(['release.body', 'release.period', 'release.draft', 'release.standing', 'release.version', 'release.note', 'release.revision', 'release.loaded'])
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function keptOf({ loaded: _loaded, ...row }: Row, names: ReadonlyMap<string, string>): KeptRelease {
  return { ...row, bodyName: names.get(row.body) ?? row.body }
}

/** Releases as they stand, the latest period first. Two queries. */
export async function releasesKept(reader: Reader, { states, after, limit }: Asked): Promise<KeptRelease[]> {
  let query = rows(reader)
  if (states !== undefined) query = query.where('release.state', 'in', [...states])
  if (after !== undefined) query = query.where((where) => where.or([where('release.period', '<', after.period), where.and([where('release.period', '=', after.period), where('release.body', '>', after.body)])]))
  const found = await query.orderBy('release.period', 'desc').orderBy('release.body').limit(limit).execute()
  if (found.length === 0) return []
  const names = await bodyNames(reader)
  return found.map((row) => keptOf(row, names))
}

/** One release; undefined where nobody has begun it. Two queries. */
export async function releaseKept(reader: Reader, key: ReleaseKey): Promise<KeptRelease | undefined> {
  const found = await rows(reader).where('release.body', '=', key.body).where('release.period', '=', key.period).executeTakeFirst()
  return found && keptOf(found, await bodyNames(reader))
}

/** The body's release of the last period before this one; undefined where there is none. Two queries. */
export async function releaseKeptBefore(reader: Reader, { body, period }: ReleaseKey): Promise<KeptRelease | undefined> {
  const found = await rows(reader).where('release.body', '=', body).where('release.period', '<', period).orderBy('release.period', 'desc').limit(1).executeTakeFirst()
  return found && keptOf(found, await bodyNames(reader))
}

/** Releases whose moment has come, the earliest first. Two queries. */
export async function releasesDue(reader: Reader, now: Date): Promise<KeptRelease[]> {
  const found = await rows(reader).where('release.state', '=', 'embargoed').where('release.until', '<=', now).orderBy('release.until').execute()
  if (found.length === 0) return []
  const names = await bodyNames(reader)
  return found.map((row) => keptOf(row, names))
}

/** A release beside what the file said of it that was loaded last: `null` where it was entered here. */
export interface LoadedRelease {
  readonly kept: KeptRelease
  readonly loaded: LoadedFields | null
}

/** Every release by `body/period`, for a load. Two queries. */
export async function loadedReleases(reader: Reader): Promise<ReadonlyMap<string, LoadedRelease>> {
  const names = await bodyNames(reader)
  const found = await rows(reader).execute()
  return new Map(found.map((row) => [nameOf(row), { kept: keptOf(row, names), loaded: row.loaded }]))
}

/** By which a release is named in the audit and in lists of them. */
export function nameOf({ body, period }: ReleaseKey): string {
  return `${body}/${period}`
}

export interface ReleaseStep {
  readonly did: StepKind
  readonly who: string
  readonly words: string
  readonly at: Date
}

/** More than anybody does to one release. */
const mostSteps = 100

/** What was done with a release, the latest first. One query. */
export async function stepsOf(reader: Reader, key: ReleaseKey): Promise<readonly ReleaseStep[]> {
  return reader
    .tables<ReleaseTables>()
    .selectFrom('work.release_steps as step')
    .select(['step.did', 'step.who', 'step.words', 'step.at'])
    .where('step.body', '=', key.body)
    .where('step.period', '=', key.period)
    .orderBy('step.number', 'desc')
    .limit(mostSteps)
    .execute()
}
