import { z } from 'zod'
import { slug, text, words } from '#platform/files/fields.ts'

const column = words('the name of the column')

/** Which columns and filters of the file are the figures of which measure. */
const figure = z.strictObject({
  measure: slug,
  /** As in an `observations` file: phase=primary. */
  breakdown: text.default(''),
  /** The column of the indicator. */
  value: column,
  numerator: column.optional(),
  denominator: column.optional(),
  /** The value that each filter has in the rows that are meant: `{ column: school_type, is: Total }`. */
  where: z.array(z.strictObject({ column, is: z.string('Give the value of the filter as a text') })).max(20, 'Give at most 20 filters').default([]),
})

/** How a CSV file of explore-education-statistics is read: one document of an `ees` file, which names the data file beside it. */
export const eesMapping = z.strictObject({
  file: words('the name of the CSV file beside this one'),
  /** The publication, release and address it comes from. */
  source: words('the publication and its release'),
  status: z.enum(['provisional', 'final']).default('final'),
  /** Why its figures differ from final ones that were loaded before. */
  revisedBecause: text.optional(),
  /** For measures of a day: the day of the year that is meant, such as 03-31. */
  day: z.string('Give month and day as 03-31').regex(/^\d{2}-\d{2}$/, 'Give month and day as 03-31').optional(),
  figures: z.array(figure).min(1, 'Give at least one measure').max(100, 'Give at most 100'),
})

export type EesMapping = z.output<typeof eesMapping>
