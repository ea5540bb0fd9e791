import { z } from 'zod'
import { parseDate, type LocalDate, type LocalTime } from '#core/dates.ts'

/** A day: `2023-07-07`. */
export const day = z
  .string('Give a day as 2023-07-07')
  .refine((text) => parseDate(text) !== undefined, 'Give a day that exists, as 2023-07-07')
  .meta({ format: 'date' }) as unknown as z.ZodType<LocalDate, string>

/** A time of day: `14:05`. */
export const timeOfDay = z.string('Give a time as 14:05').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time of day as 14:05') as unknown as z.ZodType<LocalTime, string>

/** A text that may not be empty; `what` completes "Give …". */
export function words(what: string) {
  return z.string(`Give ${what}`).trim().min(1, `Give ${what}`).max(longestText, tooLong)
}

const longestText = 4000
const tooLong = `Shorten this to ${longestText} characters`

/** A text that may be left empty. */
export const text = z.string('Give a text').trim().max(longestText, tooLong)

/** Lower-case words joined by hyphens: a record's part of an address. */
export const slug = z
  .string('Give the address word, e.g. cabinet')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, figures and hyphens only, e.g. health-and-wellbeing-board')
