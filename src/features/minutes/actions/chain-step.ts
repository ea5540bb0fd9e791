import { z } from 'zod'
import { day, text, words } from '#platform/files/fields.ts'
import { duties } from './action.ts'
import { entered } from './received.ts'

/** An address of this site, or of another. */
export const siteLink = z
  .string('Give an address')
  .trim()
  .max(500, 'Shorten this to 500 characters')
  .regex(/^(\/[^\s/]\S*|https?:\/\/\S+)$/, 'Give an address of this site that begins with /, or one that begins with https://')
  .optional()

/** Left out of what is served on the executive. */
export const otherDuty = z.enum(duties, `Give the duty as ${duties.slice(1).join(' or ')}, or leave it out`).exclude(['executive-response'], `Give the duty as ${duties.slice(1).join(' or ')}, or leave it out`)

/** When it was entered, where that was later than it was received. */
const late = { entered: entered.optional() }

/** A step of the chain, as a form, a file and the API give it. */
export const chainStep = z.discriminatedUnion(
  'what',
  [
    z.strictObject({ what: z.literal('served'), on: day, report: words('the title of the report'), link: siteLink, duty: otherDuty.optional() }),
    z.discriminatedUnion(
      'answer',
      [
        z.strictObject({ what: z.literal('answered'), on: day, answer: z.literal('accepted'), response: words('the response'), reason: text.optional(), ...late }),
        z.strictObject({ what: z.literal('answered'), on: day, answer: z.enum(['in-part', 'rejected']), response: words('the response'), reason: words('the reason'), ...late }),
      ],
      { error: 'Give the answer as accepted, in-part or rejected' },
    ),
    z.strictObject({ what: z.literal('progress'), on: day, words: words('what was done since'), ...late }),
    z.strictObject({ what: z.literal('done'), on: day, evidence: words('what shows that it is done'), link: siteLink, ...late }),
    z.strictObject({ what: z.literal('kept-open'), on: day, reason: words('why it is kept open'), meeting: day.optional() }),
    z.strictObject({ what: z.literal('closed'), on: day, evidence: words('what shows that it may be closed'), link: siteLink, meeting: day.optional() }),
    z.strictObject({ what: z.literal('withdrawn'), on: day, reason: words('why it is withdrawn') }),
    z.strictObject({ what: z.literal('corrected'), on: day, words: words('how the minute reads now') }),
  ],
  { error: 'Give a step as served, answered, progress, done, kept-open, closed, withdrawn or corrected' },
)
