import { z } from 'zod'
import { parseDate } from '#core/dates.ts'
import { keyDecisionsFile, localSettingsFile } from '#features/rules'

const words = (what: string) => z.string(`Give ${what}`).trim().min(1, `Give ${what}`)

/** The council itself, as one YAML document. */
export const countyEntry = z.strictObject({
  name: words('the name of the council'),
  shortName: words('the name of the place'),
  /** The day at which an example stands; means nothing for a council that is real. */
  today: z
    .string()
    .transform((text, context) => {
      const day = parseDate(text)
      if (day === undefined) context.addIssue({ code: 'custom', message: 'Give a day that exists, as 2023-07-03' })
      return day ?? z.NEVER
    })
    .optional(),
  /** One or two sentences for the foot of the site. */
  summary: z.string().trim().optional(),
  contact: z.strictObject({
    office: words('the office that answers about meetings and papers'),
    phone: z.string().optional(),
    email: z.email('Give an e-mail address').optional(),
  }),
  /** The line on every pack that says in which other forms it can be had. */
  alternativeFormats: words('in which other forms a paper can be had, and from whom'),
  /** The address of the licence under which the council gives its record away, for programs that read it. */
  licence: z.url({ protocol: /^https?$/, error: 'Give the address of a licence, beginning with https://' }).optional(),
  languages: z.array(words('the name of a language')).default([]),
  /** The time limits that the council sets for itself. */
  rules: localSettingsFile.optional(),
  keyDecisions: keyDecisionsFile.optional(),
})

export type County = z.output<typeof countyEntry>
