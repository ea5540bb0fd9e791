import { z } from 'zod'
import { inventions } from '#features/minutes'
import { day, slug, text, words } from '#platform/files/fields.ts'
import { callIn, decision } from './decision.ts'
import { issuedKinds } from './notice-kinds.ts'
import { planDocuments } from './plan-document.ts'

const keyKinds = ['key', 'not-key', 'potentially-key'] as const
/** Who may agree that something is urgent: each where the one before cannot. */
export const offices = ['scrutiny-chair', 'council-chair', 'council-vice-chair'] as const

/** Who will decide: a body with its members, or an individual by name and title. */
const decisionMaker = z
  .strictObject({
    kind: z.enum(['body', 'member', 'officer']),
    /** Of a body: its address word. */
    body: slug.optional(),
    /** The name of the body, or of the person. */
    name: words('who decides').optional(),
    /** The post of an individual. */
    title: text.optional(),
    members: z.array(words('a member')).max(100, 'Give at most 100 members').default([]),
  })
  .refine(({ kind, body }) => kind !== 'body' || body !== undefined, { path: ['body'], message: 'Give the address word of the body that decides' })

/** More would fill no notice that anybody reads. */
const mostRepresentations = 100

const agreement = z.strictObject({ office: z.enum(offices), by: words('who agreed'), on: day, reason: words('why it cannot reasonably be deferred') })

/** Why the public is kept out of the meeting, or of a part of it, and the two notices of that. */
const privatePart = z.strictObject({
  part: z.enum(['whole', 'part']),
  /** Of Schedule 12A of the Local Government Act 1972. */
  paragraph: z.int('Give a number from 1 to 7').min(1, 'Give a number from 1 to 7').max(7, 'Give a number from 1 to 7').optional(),
  reason: words('the reason why the public is kept out'),
  firstNotice: day.optional(),
  /** What was said against it, without names, and what the council answered. */
  representations: z.array(z.strictObject({ on: day, words: words('what was said'), answer: text.optional() })).max(mostRepresentations, `Give at most ${mostRepresentations}`).default([]),
  secondNotice: day.optional(),
  /** Where the date leaves no time for the notices: who agreed that it is urgent. */
  agreed: agreement.optional(),
})

/** How a key decision is taken without 28 clear days of notice. */
const route = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('general-exception'), on: day, reason: words('why 28 clear days are impracticable'), to: words('to whom the notice was given') }),
  agreement.extend({ kind: z.literal('special-urgency') }),
])

const referral = z.strictObject({
  body: slug,
  on: day,
  reason: words('why it is referred'),
  /** The meeting on whose agenda it was put. */
  meeting: day.optional(),
})

/** What an entry says before anything has happened to it: what an officer types. */
export const entryFacts = z.strictObject({
  /** Its part of an address: `future-of-redditch-library`. */
  reference: slug.max(100, 'Shorten the address word to 100 characters').refine((word) => word !== 'new', 'Choose another address word: this one begins a new entry'),
  matter: words('the matter to be decided').max(300, 'Shorten the matter to 300 characters').refine((line) => !line.includes('\n'), 'Give the matter on one line'),
  about: text.optional(),
  decisionMaker,
  /** The day, or with `to` the period, of the decision. */
  expected: z.strictObject({ from: day, to: day.optional() }).refine(({ from, to }) => to === undefined || to >= from, { path: ['to'], message: 'The period ends before it begins' }),
  key: z.enum(keyKinds),
  /** What it comes to, by which the council’s thresholds are held. */
  effects: z
    .strictObject({
      spend: z.int('Give whole pounds').min(0, 'Give whole pounds').optional(),
      saving: z.int('Give whole pounds').min(0, 'Give whole pounds').optional(),
      divisions: z.int('Give a whole number').min(0, 'Give a whole number').optional(),
    })
    .optional(),
  /** Why it is key, or may be, where no threshold says so. */
  keyReason: text.optional(),
  /** Co-opted members of scrutiny have a say in education matters. */
  isEducation: z.boolean().optional(),
  documents: planDocuments.default([]),
  copiesFrom: text.optional(),
  otherDocuments: text.optional(),
  procedure: text.optional(),
  consultees: z.array(words('who is consulted')).max(100, 'Give at most 100').default([]),
  contact: text.optional(),
  /** The lead member by role. */
  leadMember: text.optional(),
  /** The scrutiny body within whose terms the matter lies; the scrutiny board unless said. */
  scrutiny: slug.optional(),
  /** Slugs of the matter, the same wherever it comes. */
  subjects: z.array(slug).max(20, 'Give at most 20').default([]),
  private: privatePart.optional(),
  source: text.optional(),
})

/** What a notice was made of on the day it was issued. */
const noticeFacts = entryFacts
  .pick({ matter: true, decisionMaker: true, expected: true, key: true, documents: true, copiesFrom: true, otherDocuments: true, procedure: true, private: true })
  .extend({ noticed: day, route: route.optional() })

/** A notice as it was issued, kept once its entry says something else. */
const issuedNotice = z.strictObject({
  kind: z.enum(issuedKinds),
  said: noticeFacts,
  /** Slips in its words that were put right since: it is the same notice, of the same day. */
  corrected: z.array(z.strictObject({ on: day, words: words('what it is to read'), reason: words('why it was a slip') })).default([]),
  /** The day on which it ceased to hold, and why; it is in force without. */
  replaced: z.strictObject({ on: day, reason: words('why it holds no longer') }).optional(),
})

/** An entry of the forward plan with all that has happened to it: the record that is kept, published, loaded and written. */
export const planEntry = entryFacts.extend({
  /** The day on which its notice was published; none while it is a draft. */
  noticed: day.optional(),
  route: route.optional(),
  /** Notices of which the entry says something else by now, in the order in which they were issued. */
  notices: z.array(issuedNotice).optional(),
  referrals: z.array(referral).max(50, 'Give at most 50').default([]),
  /** Put off without a new day, or taken out of the plan. */
  ended: z.strictObject({ kind: z.enum(['deferred', 'withdrawn']), on: day, reason: words('the reason') }).optional(),
  decision: decision.optional(),
  callIn: callIn.optional(),
  implemented: z.strictObject({ on: day, words: text.optional() }).optional(),
  /** What of an example’s entry is made up; left out of what is of record. */
  invented: z.enum(inventions, 'Give everything or what-followed, or leave it out of what is of record').optional(),
  history: z.array(z.strictObject({ on: day, what: words('what happened') })).default([]),
})

export type EntryFacts = z.output<typeof entryFacts>
export type PlanEntry = z.output<typeof planEntry>
export type IssuedNotice = z.output<typeof issuedNotice>
export type NoticeFacts = Pick<PlanEntry, keyof z.output<typeof noticeFacts>>
export type DecisionMaker = PlanEntry['decisionMaker']
export type Agreement = z.output<typeof agreement>
export type PrivatePart = z.output<typeof privatePart>
export type Office = (typeof offices)[number]

/** The address of an entry: `/forward-plan/future-of-redditch-library`. */
export function entryAddress(entry: { readonly reference: string }): string {
  return `/forward-plan/${entry.reference}`
}
