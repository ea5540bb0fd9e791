import { z } from 'zod'
import { parseDateTime, type LocalDateTime } from '#core/london-time.ts'
import { day, slug, text, words } from '#platform/files/fields.ts'

/** A moment as London clocks show it: `2023-06-30T10:00`. */
const moment = z.string('Give a moment as 2023-06-30T10:00').refine((value) => parseDateTime(value) !== undefined, 'Give a moment as 2023-06-30T10:00') as unknown as z.ZodType<LocalDateTime, string>

/** The written statement of an executive decision (SI 2012/2089, regulations 12 and 13). */
export const decision = z.strictObject({
  on: day,
  /** Who decided, in words: the body, or the member or officer by post. */
  by: words('who decided'),
  meeting: z.strictObject({ body: slug, date: day }).optional(),
  outcome: words('what was decided'),
  reasons: words('the reasons'),
  alternatives: words('the alternatives that were considered and rejected'),
  conflicts: words('any conflict of interest that was declared, or “None”'),
  dispensations: words('any dispensation for it, or “None”'),
  /** How it differs from what the plan said. */
  differs: text.optional(),
  /** Where its notices had not run: by how much by each count, worked out where a file leaves it out, and why it was decided all the same. */
  shortfall: z.strictObject({ finding: words('by how much its notice fell short').optional(), reason: words('why it was decided without the full notice') }).optional(),
  /** When the statement was published: the call-in is counted from it. */
  published: moment,
  /** Until when, and by how many members, it can be called in; none where it cannot. */
  window: z.strictObject({ closes: moment, members: z.int('Give a whole number').min(1, 'Give a whole number of one or more') }).optional(),
  /** Why an urgent decision cannot be called in, and who agreed to that. */
  exempt: z.strictObject({ reason: words('why it cannot wait for a call-in'), agreedBy: words('who agreed') }).optional(),
})

export const principles = ['proportionality', 'consultation', 'human-rights', 'openness', 'clear-aims', 'options', 'policy-and-budget'] as const
const outcomes = ['accepted', 'referred-back', 'referred-to-council'] as const

/** A decision that enough members have called in, and what became of it. */
export const callIn = z.strictObject({
  at: moment,
  members: z.array(words('a member')).min(1, 'Give the members who called it in'),
  /** Against which principles of decision-making it is said to be. */
  principles: z.array(z.enum(principles)).min(1, 'Choose at least one principle'),
  reasons: z.array(words('a reason')).min(1, 'Give a reason'),
  /** The scrutiny body that considers it. */
  body: slug,
  considerBy: day,
  /** The meeting on whose agenda it was put. */
  meeting: day.optional(),
  considered: z.strictObject({ on: day, outcome: z.enum(outcomes), comments: words('what scrutiny says') }).optional(),
  /** What those to whom it was referred made of it. */
  reconsidered: z.strictObject({ on: day, by: words('who reconsidered it'), outcome: z.enum(['confirmed', 'changed']), words: words('what was decided') }).optional(),
})

export type Decision = z.output<typeof decision>
export type CallIn = z.output<typeof callIn>
export type CallInOutcome = (typeof outcomes)[number]
export type Principle = (typeof principles)[number]
