import { given } from '#core/given.ts'
import { dateOf, londonInstant, londonMoment, timeOf, type LocalDateTime } from '#core/london-time.ts'
import { parsePeriod } from '#core/periods/period.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { isAsLoaded, loadedFields, wouldUndo, type LoadedFields } from '#platform/files/since-loaded.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { isDeepStrictEqual } from 'node:util'
import type { ReleaseDraft } from '../model/release-draft.ts'
import type { LoadedRelease } from '../store/read-releases.ts'
import type { ReleaseFileEntry } from './release-file.ts'

/** What a file says of a release, and an export writes; why a warning was borne is said when it is loaded, and not again. */
export type SaidRelease = Omit<ReleaseFileEntry, 'reasons'>

export function saidOf({ reasons: _reasons, ...said }: ReleaseFileEntry): SaidRelease {
  return said
}

export function draftOf({ title, headings, rankings, invented, sourceOfExample }: SaidRelease): ReleaseDraft {
  return { title, headings, rankings, ...given('invented', invented), ...given('sourceOfExample', sourceOfExample) }
}

/** A version of a file's release: when it goes out, and what it corrects. */
export interface SaidVersion {
  readonly moment: LocalDateTime
  readonly at: Date
  readonly note: string
}

export function versionsOf({ published, versions }: Pick<SaidRelease, 'published' | 'versions'>): readonly SaidVersion[] {
  return [{ published, note: '' }, ...versions].map((one) => ({ moment: one.published, at: instantOf(one.published), note: one.note }))
}

function instantOf(moment: LocalDateTime): Date {
  return new Date(londonInstant(dateOf(moment), timeOf(moment)))
}

/** A moment as files write it, in London's time. */
export function momentInFile(at: Date): LocalDateTime {
  return londonMoment(at.toISOString())
}

/** What is wrong with the days of a release: each version after the one before, the period over and the approval given by then, and only the last still to come. */
export function timeFaults(said: SaidRelease, now: Date): readonly FieldFault[] {
  const period = parsePeriod(said.period)
  if (period === undefined) return [{ field: 'period', found: said.period, message: 'Give a period such as 2019-20-q4, 2022-04 or 2022-23' }]
  const versions = versionsOf(said)
  const field = (place: number) => (place === 0 ? 'published' : `versions[${place}].published`)
  const first = dateOf(said.published)
  return [
    ...(first <= period.to ? [{ field: 'published', found: said.published, message: `The period ends on ${period.to}, and its figures cannot be known before. Give a moment after it.` }] : []),
    ...(said.approved.on > first ? [{ field: 'approved.on', found: said.approved.on, message: 'It is approved before it is published. Give a day on or before that.' }] : []),
    ...versions.flatMap(({ at, moment }, place) => {
      const before = versions[place - 1]
      if (before === undefined) return []
      if (at <= before.at) return [{ field: field(place), found: moment, message: 'Each version comes after the one before. Give a later moment.' }]
      return before.at > now ? [{ field: field(place), found: moment, message: 'The version before is still to come. Leave this one out until it is published.' }] : []
    }),
  ]
}

/** A release of a file beside the one that stands: which versions are to be published, or why none can be. */
type BesideRelease = { readonly from: number } | { readonly faults: readonly FieldFault[]; readonly isUndoing: boolean }

/**
 * What a file says anew of a release that is here. What it says as it did changes nothing, whatever was done here since; a further version may change all of it, and without
 * one nothing, since what is published is never changed.
 */
export function besideStanding(said: SaidRelease, { kept, loaded }: LoadedRelease, asExported: SaidRelease | undefined): BesideRelease {
  const count = versionsOf(said).length
  if (loaded === null) return isDeepStrictEqual(loadedFields(said), asExported && loadedFields(asExported)) ? { from: count } : undoing('published', null)
  const changed = changedFields(said, loaded)
  if (changed.length === 0) return { from: count }
  if (count > kept.version && changed.includes('versions')) return kept.standing.state === 'published' ? { from: kept.version } : undoing('versions', loaded)
  return { isUndoing: false, faults: changed.map((field) => ({ field, message: 'This release is published with something else here. What is published is never changed: give the change with a further entry in `versions`, with its note.' })) }
}

function changedFields(said: SaidRelease, loaded: LoadedFields): readonly string[] {
  const fields = new Set([...Object.keys(loadedFields(said)), ...Object.keys(loaded)])
  return [...fields].filter((field) => !isAsLoaded(said, field, loaded)).map(hyphenated)
}

function undoing(field: string, loaded: LoadedFields | null): BesideRelease {
  return { isUndoing: true, faults: [{ field, message: wouldUndo('release', 'releases', loaded) }] }
}
