import { z } from 'zod'
import { day, slug, text, words } from '#platform/files/fields.ts'
import { otherDuty } from '../chain-step.ts'
import { entered } from '../received.ts'
import { actionKinds, answerKinds, inventions, originKinds } from '../action.ts'

const whole = (what: string) => z.int(`Give ${what} as a whole number`).min(1, `Give ${what} as a whole number from 1`).max(999_999_999)

/** A step as a file has it; which fields it needs depends on what it is. */
const fileStep = z.strictObject({
  what: z.enum(['served', 'answered', 'progress', 'done', 'kept-open', 'closed', 'withdrawn', 'corrected'], 'Give a step as served, answered, progress, done, kept-open, closed, withdrawn or corrected'),
  on: day,
  report: text.optional(),
  answer: z.enum(answerKinds).optional(),
  response: text.optional(),
  reason: text.optional(),
  words: text.optional(),
  evidence: text.optional(),
  link: text.optional(),
  /** Of what is served on another than the executive: what binds them. */
  duty: otherDuty.optional(),
  meeting: day.optional(),
  /** Of an answer that was entered later than it was received. */
  entered: entered.optional(),
})

/** One document of a `recommendations` file: what a body asked, and what happened since. */
export const actionEntry = z.strictObject({
  /** By which it is known when it is loaded again. */
  ref: words('a reference of the file’s own').max(200, 'Shorten this to 200 characters'),
  /** What it came of; a recommendation of its own unless said. */
  from: z.enum(originKinds).default('recommendation'),
  /** Its number in the council's record; the next one unless said. */
  number: whole('the number').optional(),
  kind: z.enum(actionKinds),
  body: slug,
  askedOn: day,
  meeting: day.optional(),
  item: whole('the number of the item').optional(),
  minute: whole('the number of the minute').optional(),
  words: words('what was asked'),
  askedOf: z.strictObject({ name: words('who must answer'), body: slug.optional() }),
  /** The e-mail address of the account that is to answer; it may be added later. */
  owner: z.email('Give the e-mail address of an account').transform((email) => email.toLowerCase()).optional(),
  due: day.optional(),
  subjects: z.array(slug).max(20, 'Name at most 20 subjects').default([]),
  /** Public unless said, where it is new; as it stands, where it is known. */
  public: z.boolean().optional(),
  steps: z.array(fileStep).max(200, 'Give at most 200 steps').default([]),
  source: words('where the facts are to be found').optional(),
  /** What of it is made up for an example. */
  invented: z.enum(inventions, 'Give everything or what-followed, or leave it out of what is of record').optional(),
})

export type ActionEntry = z.output<typeof actionEntry>
