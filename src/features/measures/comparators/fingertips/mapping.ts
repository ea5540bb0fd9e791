import { z } from 'zod'
import { slug, text, words } from '#platform/files/fields.ts'

/** Which indicator is the figures of which measure. */
const figure = z.strictObject({
  measure: slug,
  breakdown: text.default(''),
  /** The number of the indicator in Fingertips. */
  indicator: z.int('Give the number of the indicator').min(1, 'Give the number of the indicator'),
  sex: text.default('Persons'),
  /** As the file has it: 16-17 yrs. */
  age: words('the age as the file has it'),
  /** Of rows that split an area further: `Category Type` and `Category`. Without it rows without either are meant. */
  category: z.strictObject({ type: words('the type of category'), name: words('the category') }).optional(),
  /** Whether count and denominator are taken with the figure. */
  counts: z.boolean().default(true),
})

/** How a CSV file of Fingertips is read: one document of a `fingertips` file, which names the data file beside it. */
export const fingertipsMapping = z.strictObject({
  file: words('the name of the CSV file beside this one'),
  source: words('the profile and the day on which it was taken'),
  status: z.enum(['provisional', 'final']).default('final'),
  /** Why its figures differ from final ones that were loaded before. */
  revisedBecause: text.optional(),
  figures: z.array(figure).min(1, 'Give at least one measure').max(100, 'Give at most 100'),
})

export type FingertipsMapping = z.output<typeof fingertipsMapping>
