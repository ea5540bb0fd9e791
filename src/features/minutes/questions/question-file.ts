import { z } from 'zod'
import { day, slug, text, words } from '#platform/files/fields.ts'
import { entered } from '../actions/received.ts'

/** A question of a member that was put: one YAML document. */
export const questionEntry = z.strictObject({
  /** By which a later file names the same question. */
  reference: slug,
  body: slug,
  /** As the body's record names the member. */
  askedBy: words('the member who asked'),
  askedOn: day,
  item: z.strictObject({ date: day, number: z.int('Give the number of the item').min(1), title: words('the title of the item') }).optional(),
  record: z.strictObject({ words: words('which figure or record'), address: text.optional() }).optional(),
  question: words('the question'),
  /** A role, never a person's name. */
  answeredBy: words('who answers, by their role'),
  due: day,
  answer: z
    .strictObject({
      on: day,
      text: z.string('Give the answer').trim().min(1, 'Give the answer').max(20_000, 'Shorten the answer to 20,000 characters'),
      /** Of an answer that was corrected: what that corrected, and the day of the first. */
      corrected: text.optional(),
      firstOn: day.optional(),
      /** Of an answer, and of a first one, that was entered on a later day than it was received. */
      entered: entered.optional(),
      firstEntered: entered.optional(),
    })
    .optional(),
  withdrawnOn: day.optional(),
  source: text.optional(),
})

export type QuestionEntry = z.output<typeof questionEntry>
