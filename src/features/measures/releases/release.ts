import type { Invention } from '#features/minutes'
import type { MeasureSheet } from '../sheets/sheet.ts'

/** What an owner said of a period, as it is read beside the figure. */
export interface CommentaryOut {
  readonly happened: string
  readonly why: string
  /** What is being done, by whom and by when. */
  readonly doing: readonly { readonly what: string; readonly byWhom: string; readonly byWhen: string }[]
  /** When it will be back on track, in words; empty where nothing is off it. */
  readonly backOnTrack: string
  /** The role of who signed it, and the day. */
  readonly signedBy: string
  readonly signedOn: string
  /** What it claims, and whether the figures bear it. */
  readonly claims: readonly ClaimOut[]
  /** Of an example: what of it is made up. */
  readonly invented?: Invention
}

/** A claim in a commentary, such as "improved", tied to a measure and held against its judgement. */
export interface ClaimOut {
  readonly words: string
  readonly measure: string
  /** `no-claim`: its owner says that the words are no claim about a measure. */
  readonly verdict: 'supported' | 'not-supported' | 'cannot-tell' | 'no-claim'
  /** Against what it was held, in a sentence. */
  readonly because: string
  /** Why it stands although it is not supported, or why it is no claim; empty elsewhere. */
  readonly reason: string
}

/** A measure in a release: its figures as they were published, with what was said of them. */
export interface ReleaseEntry {
  /** The slug of the measure. */
  readonly measure: string
  /** The part of the dashboard that it stands in. */
  readonly heading: string
  readonly sheet: MeasureSheet
  /** Whether the owner has confirmed the period. */
  readonly isConfirmed: boolean
  readonly commentary?: CommentaryOut
  /** Where the owner has not confirmed it as it stands: the version in which they last had, with what they said then. */
  readonly confirmedBefore?: Pick<Release, 'body' | 'period' | 'version'>
  /** Beside the release before: whether somebody had to look at it first then too. */
  readonly exception: 'new' | 'continuing' | 'closed' | 'none'
  /** Figures that this release changes in what was published before. */
  readonly revised: readonly RevisedFigure[]
}

export interface RevisedFigure {
  readonly period: string
  readonly breakdown: string
  /** As it was shown, and as it is shown now. */
  readonly was: string
  readonly now: string
  readonly reason: string
}

/** A top-n list across periods: the values of one breakdown of a measure, by size. */
export interface Ranking {
  readonly measure: string
  /** The name of the breakdown: `factor`. */
  readonly by: string
  readonly top: number
  readonly title: string
}

/** The figures of a period for a body, as they were published. A version is never changed; an amendment is the next one, with a note. */
export interface Release {
  readonly body: string
  readonly bodyName: string
  /** As addresses write it: `2019-20-q4`. */
  readonly period: string
  readonly version: number
  readonly title: string
  readonly publishedAt: Date
  /** What an amendment corrects; empty of the first version. */
  readonly note: string
  /** The role of who approved it, and the day. */
  readonly approvedBy: string
  readonly approvedOn: string
  readonly headings: readonly string[]
  readonly rankings: readonly Ranking[]
  /** Questions asked and actions set when the body looked last, with where they stand; those that name measures of the release say which, and are there until they are answered. */
  readonly asked: readonly { readonly text: string; readonly href: string; readonly state: string; readonly about?: readonly string[]; readonly invented?: Invention }[]
  /** By which rule small counts were hidden: its name and version. */
  readonly policy: string
  /** Of an example: what of it is made up. */
  readonly invented?: Invention
}

export function dashboardAddress({ body, period }: Pick<Release, 'body' | 'period'>, version?: number): string {
  return `/dashboards/${body}/${period}${version === undefined ? '' : `?version=${version}`}`
}

export function measureAddress(slug: string): string {
  return `/measures/${slug}`
}
