import { z } from 'zod'
import { reportFrame, type ReportFrame } from './report-file.ts'

const fields = reportFrame.shape

/** The parts of a report that are edited and saved each by itself, in the order of the editor. An appendix has a body only. */
export const reportPartNames = ['cover', 'recommendations', 'body', 'implications', 'closing'] as const
export type ReportPartName = (typeof reportPartNames)[number]

/** What each part holds; a draft may leave everything empty. The title stands apart from the parts. */
export const reportPartSchemas = {
  cover: z.strictObject({
    sponsor: fields.sponsor,
    author: fields.author,
    priorities: fields.priorities,
    groupsOfInterest: fields.groupsOfInterest,
    safeguardingChildren: fields.safeguardingChildren,
    safeguardingAdults: fields.safeguardingAdults,
    itemFor: fields.itemFor,
  }),
  recommendations: z.strictObject({ recommendations: fields.recommendations }),
  body: z.strictObject({ markdown: z.string('Give a text').max(500_000, 'Divide this into a report and appendices: it is longer than half a million characters') }),
  implications: z.strictObject({ implications: fields.implications }),
  closing: z.strictObject({
    supportingInformation: fields.supportingInformation,
    contactPoints: fields.contactPoints,
    backgroundPapers: fields.backgroundPapers,
    properOfficer: fields.properOfficer,
  }),
} as const satisfies Record<ReportPartName, z.ZodType>

export type ReportParts = { readonly [Name in ReportPartName]: z.output<(typeof reportPartSchemas)[Name]> }
/** The parts that there are: an appendix has its body, a paper that is not held has none. */
export type SomeParts = { readonly [Name in ReportPartName]?: ReportParts[Name] }

/** A report's frame and text as its parts. */
export function partsOf(frame: ReportFrame, markdown: string): ReportParts {
  const { title: _title, frame: _frame, recommendations, implications, supportingInformation, contactPoints, backgroundPapers, properOfficer, ...cover } = frame
  return {
    cover,
    recommendations: { recommendations },
    body: { markdown },
    implications: { implications },
    closing: { supportingInformation, contactPoints, backgroundPapers, properOfficer },
  }
}

/** The frame that the parts make; what nobody has written yet is left out. */
export function frameOf(title: string, frame: ReportFrame['frame'], parts: SomeParts): ReportFrame {
  const given = { title, frame, ...parts.cover, ...parts.recommendations, ...parts.implications, ...parts.closing }
  // A draft's values satisfy the schema already; parsing gives defaults and the order of the fields.
  return reportFrame.parse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null)))
}
