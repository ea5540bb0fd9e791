import { z } from 'zod'
import { day, slug, text, timeOfDay, words } from '#platform/files/fields.ts'

const bodyKinds = [
  'council',
  'cabinet',
  'scrutiny-board',
  'scrutiny-panel',
  'health-overview-committee',
  'health-and-wellbeing-board',
  'strategic-partnership',
  'partnership-group',
  'sub-group',
  'task-group',
  'corporate-parenting-board',
  'executive-group',
  'partner-body',
] as const

const cadences = ['monthly', 'every-two-months', 'quarterly', 'termly', 'twice-a-year', 'annually', 'as-needed', 'not-stated'] as const

export const capacities = ['chair', 'vice-chair', 'voting', 'co-opted', 'associate', 'observer', 'invited'] as const

/** What a seat's vote covers. Church and parent-governor representatives vote on education matters only. */
const voteScopes = ['all', 'education-only', 'none'] as const

const membership = z.strictObject({
  /** The post or role that the seat is for: "Cabinet Member with responsibility for health and well-being". */
  seat: words('the role that sits here'),
  organisation: words('the organisation the seat belongs to'),
  capacity: z.enum(capacities),
  votes: z.enum(voteScopes),
  /** A group that the quorum may ask for: "county-councillor", "commissioning-group". */
  group: slug.optional(),
  /** Left out while the seat is vacant. */
  person: words('a name').optional(),
  substitute: words('a name').optional(),
  from: day,
  to: day.optional(),
})

const quorum = z.strictObject({
  atLeast: z.int('Give a whole number').min(1, 'Give a whole number of one or more').optional(),
  /** A share of the voting seats, e.g. 0.25 for a quarter; the number is rounded up. */
  share: z.number().gt(0).max(1).optional(),
  substitutesCount: z.boolean(),
  amongThem: z.array(z.strictObject({ group: slug, atLeast: z.int().min(1) })).default([]),
  /** Where the rule comes from, as the body's page says it; of an assumption, that it is one. */
  source: words('where the rule comes from'),
})

const termsOfReference = z.strictObject({
  agreed: text.optional(),
  source: words('where the terms come from'),
  purposes: z.array(words('a purpose')).default([]),
  quorum: quorum.optional(),
  decision: z
    .strictObject({
      rule: z.enum(['consensus-then-vote', 'majority-vote', 'consensus', 'advice-only']),
      castingVote: z.enum(['chair', 'none']),
    })
    .optional(),
  frequency: text.optional(),
  publicParticipation: z
    .strictObject({
      closesAt: timeOfDay,
      workingDaysBefore: z.int().min(0),
      minutesInAll: z.int().min(1).optional(),
      minutesEach: z.int().min(1).optional(),
      writtenResponseDays: z.int().min(1).optional(),
    })
    .optional(),
})

/**
 * A body: one document of a `bodies` file, the record that is kept, and the whole of what a reader may see of it.
 */
export const body = z.strictObject({
  slug,
  name: words('the name of the body'),
  shortName: text.optional(),
  kind: z.enum(bodyKinds),
  /** Held by another organisation and shown here because ours report to it or are served by it. */
  heldBy: text.optional(),
  purpose: words('in a sentence or two, what the body is for'),
  basis: text.optional(),
  meetsInPublic: z.boolean(),
  from: day.optional(),
  to: day.optional(),
  reportsTo: z
    .array(
      z.strictObject({
        body: slug,
        cadence: z.enum(cadences),
        about: text.optional(),
      }),
    )
    .default([]),
  termsOfReference: termsOfReference.optional(),
  members: z.array(membership).default([]),
  contact: z.strictObject({ office: words('an office'), phone: text.optional(), email: z.email('Give an e-mail address').optional() }).optional(),
  /** What this edition corrects; asked for where members would vanish from the record instead of ending on a day. */
  correction: words('what this edition corrects').optional(),
  /** Where the facts of this entry are to be found in the public record. */
  source: text.optional(),
})

export type Body = z.output<typeof body>
export type BodyKind = Body['kind']
/** A line of accountability: this body reports to that one, how often, about what. A body may have several. */
export type ReportsTo = Body['reportsTo'][number]
export type Cadence = ReportsTo['cadence']
/** One seat for one period. A seat without a person is vacant, and is shown as vacant. */
export type Membership = z.output<typeof membership>
export type Capacity = Membership['capacity']
/** How many must be present before the body may decide. */
export type QuorumRule = z.output<typeof quorum>
export type TermsOfReference = z.output<typeof termsOfReference>
export type DecisionRule = NonNullable<TermsOfReference['decision']>
