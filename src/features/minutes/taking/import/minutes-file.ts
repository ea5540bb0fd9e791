import { z } from 'zod'
import { day, slug, text, words } from '#platform/files/fields.ts'
import { sittingFields } from '../../sitting/sitting-file.ts'
import { minutesStates } from '../record/minutes-state.ts'
import { resolution } from '../record/resolution.ts'

const itemNumber = z.int('Give the number of the item').min(1, 'Items are numbered from 1').max(9999, 'Give the number of the item')
const markdown = z.string('Give a text').trim().max(40_000, 'Shorten this to 40,000 characters')

const resolutionOnFile = resolution.extend({
  /** By which an export knows it again; left out, it follows from the meeting, the item and the letter. */
  id: z.uuid('Leave this out, or give it as the export wrote it').optional(),
})

const minuteOnFile = z.strictObject({
  item: itemNumber,
  /** Left out while the minutes are a draft. */
  number: z.int('Give the number of the minute').min(1, 'Minutes are numbered from 1').max(999_999, 'Give the number of the minute').optional(),
  text: markdown.default(''),
  /** Of an exempt or confidential item: for members and officers alone. */
  membersText: markdown.default(''),
  /** Of an exempt item: whether the public was excluded. Left out, it was; in a draft, nobody has said. */
  publicExcluded: z.boolean().optional(),
  resolutions: z.array(resolutionOnFile).default([]),
})

/** The minutes of a meeting, as a YAML document. */
export const minutesEntry = z.strictObject({
  body: slug,
  date: day,
  state: z.enum(minutesStates),
  /** The day on which they were circulated. */
  circulated: day.optional(),
  ...sittingFields,
  minutes: z.array(minuteOnFile).default([]),
  confirmed: z.strictObject({ on: day, item: itemNumber, amended: text.optional() }).optional(),
  signed: z.strictObject({ by: words('who signed them in the chair'), on: day }).optional(),
  /** What this version corrects; asked for where the minutes are circulated already and the file differs from them. */
  correction: words('what this version corrects').optional(),
  /** Where the facts of this entry are to be found in the public record. */
  source: text.optional(),
})

export type MinutesEntry = z.output<typeof minutesEntry>
