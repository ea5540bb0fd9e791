import { z } from 'zod'
import type { Brand } from '#core/brand.ts'
import { day, slug, words } from '#platform/files/fields.ts'
import { vote } from './vote.ts'

export type ResolutionId = Brand<string, 'ResolutionId'>

export const resolutionKinds = ['noted', 'approved', 'agreed', 'supported', 'recommended', 'referred', 'requested', 'not-agreed'] as const
export type ResolutionKind = (typeof resolutionKinds)[number]

/** What a body resolved, by its kind. */
export const kindWords: Readonly<Record<ResolutionKind, string>> = {
  noted: 'Noted',
  approved: 'Approved',
  agreed: 'Agreed',
  supported: 'Supported',
  recommended: 'Recommended to',
  referred: 'Referred to',
  requested: 'Requested from',
  'not-agreed': 'Not agreed',
}

/** A body by its address word, or a role or organisation in words: never a person's name. */
export const whom = z.strictObject({
  name: words('who is asked: a body, a role or an organisation').refine((name) => !/[\p{Cc}]/u.test(name), 'Write this on one line'),
  body: slug.optional(),
})
export type Whom = z.output<typeof whom>

const fields = z.strictObject({
  kind: z.enum(resolutionKinds, 'Choose what kind of resolution it is'),
  words: words('what was resolved'),
  whom: whom.optional(),
  /** By when it is to be done or answered. */
  due: day.optional(),
  /** Only where a vote was taken. */
  vote: vote.optional(),
  /** Its words are in the part that is not for the public. */
  withheld: z.boolean().default(false),
})

interface Checked {
  readonly kind: ResolutionKind
  readonly whom?: Whom | undefined
  readonly due?: string | undefined
}

/** What a resolution says of whom it asks and by when must fit together. */
function resolutionFaults({ kind, whom: asked, due }: Checked): { readonly field: 'whom' | 'due'; readonly message: string }[] {
  return [
    ...(needsWhom(kind) && asked === undefined ? [{ field: 'whom' as const, message: `Say to whom or from whom: a body, a role or an organisation` }] : []),
    ...(!mayAsk(kind) && asked !== undefined ? [{ field: 'whom' as const, message: `A resolution that is “${kindWords[kind].toLowerCase()}” asks nothing of anybody: take this out, or choose another kind` }] : []),
    ...(due !== undefined && asked === undefined ? [{ field: 'due' as const, message: 'Say who is to do it by that day' }] : []),
  ]
}

/** What is said of a resolution, in a file, in a form and when kept alike. */
export const resolution = fields.check((context) => {
  for (const { field, message } of resolutionFaults(context.value)) context.issues.push({ code: 'custom', input: context.value[field], path: [field], message })
})

export type Resolution = z.output<typeof resolution>

/** Whether this kind says to whom it is directed. */
function needsWhom(kind: ResolutionKind): boolean {
  return kind === 'recommended' || kind === 'referred' || kind === 'requested'
}

/** Whether this kind may ask something of somebody. */
function mayAsk(kind: ResolutionKind): boolean {
  return kind !== 'noted' && kind !== 'not-agreed'
}

/** Whoever notes something has resolved so and decided nothing; everything else decides. */
export function decides(kind: ResolutionKind): boolean {
  return kind !== 'noted'
}

/** Somebody in the chair puts to the body whatever it decides or votes on. */
export function needsChair({ kind, vote: taken }: Pick<Resolution, 'kind' | 'vote'>): boolean {
  return decides(kind) || taken !== undefined
}

/** The letter of a resolution by its place from 0: a, b, … z, aa, ab. */
export function letterAt(place: number): string {
  const last = String.fromCodePoint(97 + (place % 26))
  return place < 26 ? last : `${letterAt(Math.floor(place / 26) - 1)}${last}`
}

/** `Recommended to Cabinet`, `Noted`, `Agreed: Director of Public Health`. */
export function kindInWords({ kind, whom: asked }: { readonly kind: ResolutionKind; readonly whom?: Whom | undefined }): string {
  if (asked === undefined) return kindWords[kind]
  return needsWhom(kind) ? `${kindWords[kind]} ${asked.name}` : `${kindWords[kind]}: ${asked.name}`
}
