import { z } from 'zod'
import { formatDate } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import { day } from '#platform/files/fields.ts'
import type { Dispensation, Interest, MemberRegister } from './interest.ts'
import { dispensationGrounds, dispensationScopes } from './interest.ts'
import { holders, interestKinds } from './kinds.ts'

const told = { of: z.enum(holders), from: day, to: day.optional(), toldOn: day, registeredOn: day }

/** An interest as the public reads it. There is no field for an address, for a reason of sensitivity, or for the names that agendas are looked through by. */
const shownInterest = z
  .discriminatedUnion('shows', [
    z.strictObject({ shows: z.literal('details'), kind: z.enum(interestKinds), words: z.string(), ...told }),
    /** A home is said to be one, and nothing of where it is. */
    z.strictObject({ shows: z.literal('home'), kind: z.literal('land'), ...told }),
  ])
  .meta({ id: 'Interest' })

const shownDispensation = z
  .strictObject({
    matter: z.string(),
    may: z.enum(dispensationScopes),
    from: day,
    to: day,
    grantedBy: z.string(),
    grantedOn: day,
    ground: z.enum(dispensationGrounds).describe('The letter of section 33(2) of the Localism Act 2011.'),
    reason: z.string(),
  })
  .meta({ id: 'Dispensation' })

/** What the public reads of one member. */
export const shownRegister = z
  .strictObject({
    member: z.string(),
    name: z.string(),
    edition: z.int(),
    publishedOn: day,
    toldOn: day.optional().describe('The first day on which the member told the monitoring officer what they have, if only that they have nothing.'),
    interests: z.array(shownInterest),
    hasWithheld: z.boolean().describe('The member has an interest whose details are withheld under section 32(2) of the Localism Act 2011.'),
    dispensations: z.array(shownDispensation),
  })
  .meta({ id: 'InterestsOfMember' })

export type ShownInterest = z.output<typeof shownInterest>
export type ShownDispensation = z.output<typeof shownDispensation>
export type ShownRegister = z.output<typeof shownRegister>

/** What an edition says for ever; its interests stand apart, so that what must be withheld afterwards can be. */
export interface Edition extends Pick<ShownRegister, 'name' | 'toldOn' | 'hasWithheld' | 'dispensations'> {
  readonly entries: readonly string[]
  /** What was new in it, in our own words. */
  readonly note: string
}

/** The interest as the public may read it; nothing while it is not registered, or where its details are withheld. */
export function shownOf(interest: Interest): ShownInterest | undefined {
  const { kind, of, words, from, to, toldOn, registeredOn, home } = interest
  if (registeredOn === undefined || isWithheld(interest)) return undefined
  const facts = { of, from, ...given('to', to), toldOn, registeredOn }
  return home === undefined ? { shows: 'details', kind, words, ...facts } : { shows: 'home', kind: 'land', ...facts }
}

/** Localism Act 2011 s32(2). What is registered already stays readable while it is asked about: the monitoring officer decides, not the asking. */
function isWithheld({ sensitive }: Pick<Interest, 'sensitive'>): boolean {
  return sensitive?.state === 'withheld'
}

/** Whether the public is told that something is withheld: what was decided, is registered and has not ended. */
export function hasWithheld({ interests }: Pick<MemberRegister, 'interests'>): boolean {
  return interests.some(({ sensitive, registeredOn, to }) => sensitive?.state === 'withheld' && registeredOn !== undefined && to === undefined)
}

export function shownDispensationOf({ ref: _ref, ...shown }: Dispensation): ShownDispensation {
  return shown
}

export const withheldWords = 'An interest whose details are withheld under section 32(2) of the Localism Act 2011.'

/** The interest in one line, for the public and for whoever reads beside it. */
export function interestWords(shown: ShownInterest): string {
  return shown.shows === 'home' ? `A home of ${shown.of === 'member' ? 'the member' : 'the member’s spouse, civil partner or partner'}. Its address is not published.` : shown.words
}

/** “since 1 May 2021”, “from 1 May 2021 to 3 June 2023”. */
export function periodWords({ from, to }: Pick<ShownInterest, 'from' | 'to'>): string {
  return to === undefined ? `since ${formatDate(from)}` : `from ${formatDate(from)} to ${formatDate(to)}`
}
