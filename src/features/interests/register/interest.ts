import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { addMonths } from '#core/dates.ts'
import { day, slug, words } from '#platform/files/fields.ts'
import { holders, interestKinds } from './kinds.ts'
import { isTooGeneral } from './touching/significant-words.ts'

/** Whether the details of an interest are withheld is asked by the member and decided by the monitoring officer (Localism Act 2011 s32(1)). */
const sensitivityStates = ['asked', 'withheld', 'refused'] as const

const shortWords = (what: string) => words(what).max(300, 'Shorten this to 300 characters')

const subject = shortWords('the name of an organisation or a place').refine((text) => !isTooGeneral(text), {
  error: ({ input }) => `Give a name that tells it from others: “${String(input)}” would be found in every agenda`,
})

/** One interest as its member told it. The document that is loaded, the record that is kept; never what the public reads. */
const interest = z.strictObject({
  /** Tells it from the member’s others; it stays the same when the interest is loaded again. */
  ref: slug,
  kind: z.enum(interestKinds),
  of: z.enum(holders).default('member'),
  words: words('what the interest is'),
  /** Names by which an item of an agenda may touch it. Never published. */
  subjects: z.array(subject).min(1, 'Give at least one name of an organisation or a place').max(20, 'Give at most 20 names'),
  /** It is somebody’s home, whose address is never published; only for land. */
  home: z.strictObject({ address: words('the address of the home') }).optional(),
  from: day,
  to: day.optional(),
  toldOn: day,
  /** Left out while the monitoring officer has not entered it in the register. */
  registeredOn: day.optional(),
  /** The day of the meeting at which it was disclosed before it was told (s31). */
  disclosedOn: day.optional(),
  sensitive: z.strictObject({ reason: words('why it would put somebody at risk'), state: z.enum(sensitivityStates) }).optional(),
})

export type Interest = z.output<typeof interest>
export type Sensitivity = NonNullable<Interest['sensitive']>['state']

/** The grounds of s33(2), by their letters. */
export const dispensationGrounds = ['a', 'b', 'c', 'd', 'e'] as const
export const dispensationScopes = ['speak', 'speak-and-vote'] as const

/** Leave to take part in spite of a disclosable interest, on the member’s written request (Localism Act 2011 s33). */
const dispensation = z.strictObject({
  ref: slug,
  matter: shortWords('the matter for which it is granted'),
  may: z.enum(dispensationScopes),
  from: day,
  to: day,
  grantedBy: shortWords('who granted it'),
  grantedOn: day,
  ground: z.enum(dispensationGrounds),
  reason: words('the reason for it'),
})

export type Dispensation = z.output<typeof dispensation>

/** What the register holds of one member: one document of an `interests` file. */
export const memberRegister = z.strictObject({
  /** As the bodies’ own records name them. */
  member: words('the name of the member'),
  /** The day on which the member first told the monitoring officer what they have, if only that they have nothing. */
  toldOn: day.optional(),
  interests: z.array(interest).default([]),
  dispensations: z.array(dispensation).default([]),
  source: words('where the facts come from').optional(),
})

export type MemberRegister = z.output<typeof memberRegister>

export const interestSchema = interest
export const dispensationSchema = dispensation

/** Localism Act 2011 s33(3): the first day on which a dispensation from that day can no longer have effect. */
export function dispensationRunsOut(from: LocalDate): LocalDate {
  return addMonths(from, 48)
}

/** First and last day both count. */
export function isInForce({ from, to }: { readonly from: LocalDate; readonly to?: LocalDate | undefined }, on: LocalDate): boolean {
  return from <= on && (to === undefined || on <= to)
}
