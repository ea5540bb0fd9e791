import { z } from 'zod'
import { day, slug, text, words } from '#platform/files/fields.ts'
import { entered } from '../actions/received.ts'
import { concerns, grounds } from './document-request.ts'

const answer = z.strictObject({ state: z.enum(['supplied', 'supplied-in-part', 'refused']), on: day, ground: z.enum(grounds).optional(), reasons: text.optional(), entered: entered.optional() })

/** A request for a document of the executive: one YAML document. */
export const documentRequestEntry = z.strictObject({
  /** By which a later file names the same request. */
  reference: slug,
  body: slug,
  /** As the body's record names the member. */
  askedBy: words('the member who asked'),
  askedOn: day,
  document: words('which document was asked for'),
  /** In words that the public may read. */
  publicTitle: text.optional(),
  concern: z.enum(concerns),
  about: words('which meeting or decision'),
  purpose: text.optional(),
  answer: answer
    .extend({
      /** How the member was given it. */
      where: text.optional(),
    })
    .optional(),
  /** What was answered before the answer that stands, the first first. */
  earlier: z.array(answer).optional(),
  withdrawnOn: day.optional(),
  source: text.optional(),
})

export type DocumentRequestEntry = z.output<typeof documentRequestEntry>
