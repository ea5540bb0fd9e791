import { z } from 'zod'
import { inventions } from '#features/minutes'
import { day, slug, text, words } from '#platform/files/fields.ts'
import { parseDateTime, type LocalDateTime } from '#core/london-time.ts'
import { checkKinds, type CheckKind } from '../checks/check-item.ts'
import { mostRankings, mostTop } from '../model/draft-faults.ts'

const moment = z
  .string('Give a moment as 2020-07-09T09:00')
  .refine((given) => parseDateTime(given) !== undefined, 'Give a day and a time of London as 2020-07-09T09:00') as unknown as z.ZodType<LocalDateTime, string>

const period = z.string('Give a period such as 2019-20-q4').regex(/^\d{4}(-[a-z0-9]+)*$/, 'Give a period such as 2019-20-q4, 2022-04 or 2022-23')

const warnings = Object.keys(checkKinds) as [CheckKind, ...CheckKind[]]

/** The figures of a period for a body, as they were published: one document of a `releases` file. */
export const releaseEntry = z.strictObject({
  body: slug,
  period,
  title: words('the title of the release').max(200, 'Shorten the title to 200 characters'),
  headings: z.array(z.strictObject({ heading: words('the name of the part').max(100, 'Shorten this to 100 characters'), measures: z.array(slug).min(1, 'Give at least one measure') })).min(1, 'Give at least one heading with its measures'),
  rankings: z
    .array(z.strictObject({ measure: slug, by: slug, top: z.int('Give a whole number').min(3, 'Give 3 or more').max(mostTop, `Give at most ${mostTop}`), title: words('what the ranking shows') }))
    .max(mostRankings, `Give at most ${mostRankings} rankings`)
    .default([]),
  approved: z.strictObject({ by: words('the post that approved it'), on: day }),
  /** When the first version was published, or is to be. */
  published: moment,
  /** Later versions, with what each corrected. */
  versions: z.array(z.strictObject({ published: moment, note: words('what this version corrects') })).max(100, 'Give at most 100 versions').default([]),
  /** Why it went out with what was warned of. */
  reasons: z.array(z.strictObject({ warning: z.enum(warnings, `Give one of: ${warnings.join(', ')}`), reason: words('why it went out all the same') })).default([]),
  invented: z.enum(inventions).optional(),
  sourceOfExample: text.optional(),
})

export type ReleaseFileEntry = z.output<typeof releaseEntry>
