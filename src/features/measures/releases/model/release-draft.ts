import type { LocalDate } from '#core/dates.ts'
import type { Invention } from '#features/minutes'
import type { CheckKind } from '../checks/check-item.ts'
import type { PartName } from '../preview/part-marks.ts'
import type { Ranking, Release } from '../release.ts'

/** Which release: there is one for each body and period. */
export type ReleaseKey = Pick<Release, 'body' | 'period'>

/** A part of the dashboard with the measures in it, in their order. */
export interface DraftHeading {
  readonly heading: string
  readonly measures: readonly string[]
}

/** What an analyst chooses: everything else of a release follows from the figures and from what was said of them. */
export interface ReleaseDraft {
  readonly title: string
  readonly headings: readonly DraftHeading[]
  readonly rankings: readonly Ranking[]
  readonly invented?: Invention
  readonly sourceOfExample?: string
}

/** The kinds of warning with which a release may go out all the same, each with the reason that somebody gave. */
export interface KeptReason {
  readonly warning: CheckKind
  readonly reason: string
}

/** That a release was looked through, and a fingerprint of exactly what it then held: nothing else is approved or published. */
export interface Checked {
  readonly on: LocalDate
  readonly by: string
  readonly print: string
  readonly reasons: readonly KeptReason[]
  /** Marks of what was warned of then; unknown of a check that kept none. */
  readonly found?: readonly string[]
  /** Marks of the parts of each measure; unknown of a check that kept none. */
  readonly parts?: Readonly<Record<string, Readonly<Record<PartName, string>>>>
}

/** What stays known of a check: why it went on with what was warned of, and for which findings that was said. */
export type LastCheck = Pick<Checked, 'on' | 'reasons' | 'found'>

/** Whose word it stands on: a post, which the public reads, and the day. */
export interface Approval {
  readonly by: string
  readonly on: LocalDate
}

/** How a release stands for those who make it. */
export type Standing =
  /** `back` says why it came back, where it had been further. */
  | { readonly state: 'assembling'; readonly back?: string; readonly last?: LastCheck }
  | { readonly state: 'checked'; readonly checked: Checked }
  | { readonly state: 'approved'; readonly checked: Checked; readonly approved: Approval }
  /** `until` is the instant, as ISO text in UTC. */
  | { readonly state: 'embargoed'; readonly checked: Checked; readonly approved: Approval; readonly until: string }
  | { readonly state: 'published'; readonly last?: LastCheck }

export type ReleaseState = Standing['state']

/** A release as it is kept while it is made, and after. */
export interface KeptRelease extends ReleaseKey {
  readonly bodyName: string
  readonly draft: ReleaseDraft
  readonly standing: Standing
  /** How many versions are published; 0 before the first. */
  readonly version: number
  /** What the next version corrects; empty of the first, and where none is being made. */
  readonly note: string
  readonly revision: number
}

/** Every measure of a draft, in the order of the dashboard. */
export function measuresOf({ headings }: Pick<ReleaseDraft, 'headings'>): readonly string[] {
  return headings.flatMap(({ measures }) => measures)
}

/** Whether the next version of what is published is being made. */
export function isAmended({ standing, version }: Pick<KeptRelease, 'standing' | 'version'>): boolean {
  return version > 0 && standing.state !== 'published'
}
