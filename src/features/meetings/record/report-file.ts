import { z } from 'zod'
import { text, words } from '#platform/files/fields.ts'

const yesNo = z.strictObject({ applies: z.boolean(), detail: text.optional() })

/**
 * The front matter of a report in the standard frame, above its Markdown. The body is the numbered part: every paragraph that
 * stands at the outer level of the Markdown gets the next number; headings start at `##`.
 */
export const reportFrame = z.strictObject({
  title: words('the title of the report'),
  /** The council's boards have a cover sheet with sponsor and priorities; its panels begin with a summary. */
  frame: z.enum(['board-cover-sheet', 'panel']),
  /** Roles, never names. */
  sponsor: text.optional(),
  author: text.optional(),
  priorities: z.array(z.strictObject({ name: words('a priority'), touched: z.boolean() })).default([]),
  groupsOfInterest: z.array(z.strictObject({ name: words('a group'), touched: z.boolean() })).default([]),
  safeguardingChildren: yesNo.optional(),
  safeguardingAdults: yesNo.optional(),
  itemFor: z.enum(['decision', 'consideration', 'information']).optional(),
  /** What the body is asked to do, each a clause: "note the progress made". */
  recommendations: z.array(words('what is asked')).default([]),
  /** Headings such as "Legal, financial and HR implications" with a short text each; part of the frame, after the body. */
  implications: z.array(z.strictObject({ heading: words('a heading'), text: words('a text') })).default([]),
  supportingInformation: z.array(text).default([]),
  /** Offices, never people. */
  contactPoints: z.array(text).default([]),
  /** Titles; an empty list is the proper officer's statement that there are none. Left out where nothing is stated. */
  backgroundPapers: z.array(text).optional(),
  properOfficer: text.optional(),
})

export type ReportFrame = z.output<typeof reportFrame>
