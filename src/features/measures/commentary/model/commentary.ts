import { z } from 'zod'
import { slug, text, words } from '#platform/files/fields.ts'
import { inventions } from '#features/minutes'
import type { FigureChanged } from './figures-signed.ts'

/** The parts of a judgement of which a claim may speak. */
export const parts = ['time', 'target', 'others'] as const
export type Part = (typeof parts)[number]

/** What an author says of a claim that the check finds in the text. */
const tie = z.strictObject({
  /** The words of the text in which the claim stands. */
  words: words('the words of the text that claim something'),
  /** Of which measure they speak; of the commentary’s own where none is named. */
  measure: slug.optional(),
  about: z.enum(parts, `Give one of: ${parts.join(', ')}`).optional(),
  /** Why they stand although the figures do not bear them or, with `noClaim`, why they are no claim: printed beside them. */
  reason: words('why the words stand').optional(),
  /** They speak of no measure; who signs says why. */
  noClaim: z.boolean().optional(),
})

const line = z.strictObject({ what: words('what is being done'), byWhom: words('by whom, as a role or a team'), byWhen: words('by when') })

/** What an owner says of a period: the part of a commentary that is written, and of which every edition is kept. */
export const content = z.strictObject({
  happened: text.default(''),
  why: text.default(''),
  doing: z.array(line).max(12, 'Give at most 12 lines').default([]),
  backOnTrack: text.default(''),
  claims: z.array(tie).max(200, 'Give at most 200 claims').default([]),
  /** Of an example: what of it is made up, and from where the rest is. */
  invented: z.enum(inventions).optional(),
  sourceOfExample: text.optional(),
})

export type Tie = z.output<typeof tie>
export type Content = z.output<typeof content>

export const nothingSaid: Content = { happened: '', why: '', doing: [], backOnTrack: '', claims: [] }

/** Which commentary: of a measure for a period of its own frequency. */
export interface CommentaryKey {
  readonly measure: string
  readonly period: string
}

/** The key as one word, for maps and for the audit. */
export function commentaryId({ measure, period }: CommentaryKey): string {
  return `${measure}/${period}`
}

/** Whether nothing is said: such a commentary can only confirm. */
export function isSilent({ happened, why, doing, backOnTrack }: Content): boolean {
  return happened === '' && why === '' && doing.length === 0 && backOnTrack === ''
}

/** Who answers for a signature: a post, never a person, since the public reads it. */
interface Signature {
  readonly by: string
  /** `2020-05-04` */
  readonly on: string
}

/** How an edition is kept: it is written until it is signed, and frozen while it is. */
export type KeptStanding = { readonly state: 'draft' } | { readonly state: 'signed'; readonly signature: Signature }

/** How a commentary stands. A signature is of the figures that stood when it was given: one that they have outlived confirms nothing. */
type Standing = KeptStanding | { readonly state: 'outlived'; readonly signature: Signature; readonly changed: readonly FigureChanged[] }

/** What was done to a commentary when an edition was made. */
export type Deed = 'saved' | 'signed' | 'taken-back' | 'loaded'

/** A commentary as it stands: its newest edition. */
export interface Commentary extends CommentaryKey {
  /** The number of the edition, from 1. */
  readonly revision: number
  readonly content: Content
  readonly standing: Standing
}

/** One edition of a commentary, as it was kept. */
export interface Edition extends Commentary {
  readonly deed: Deed
  /** Why the signature was taken back; empty elsewhere. */
  readonly reason: string
  readonly byName: string
  readonly byRole: string
  readonly at: Date
}
