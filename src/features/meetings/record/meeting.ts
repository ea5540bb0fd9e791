import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { body } from '#features/bodies'
import { day } from '#platform/files/fields.ts'
import { itemFields, meetingFields } from './meetings-file.ts'

/** The pages of a paper in the pack, as they are printed. */
const pages = z.strictObject({ from: z.int(), to: z.int() })

/** A paper as the agenda names it. Its text is read apart. */
const paperInAgenda = z.strictObject({
  /** Its part of an address: `item-4-report`, `item-4-appendix-1`. */
  id: z.string(),
  kind: z.enum(['report', 'appendix']),
  title: z.string(),
  /** False where the record names the paper and does not hold it. */
  held: z.boolean(),
  note: z.string().optional(),
  pages: pages.optional(),
  /** The number of the supplement that its pages stand in; left out where that is the pack. */
  supplement: z.int().optional(),
  /** Why it was withdrawn after it had been published. */
  withdrawn: z.string().optional(),
  /** The document as it was supplied, beside the text that says the same accessibly. */
  file: z.strictObject({ name: z.string(), checksum: z.string(), mediaType: z.string(), bytes: z.int() }).optional(),
})

/** What came after the pack, with pages that go on from it. */
const supplementInMeeting = z.strictObject({
  number: z.int(),
  issued: day,
  /** Its printed pages; none where it holds no papers. */
  pages: pages.optional(),
  /** What it is for. */
  note: z.string(),
})

const agendaItem = itemFields
  .extend({
    papers: z.array(paperInAgenda),
    reviewOn: day.optional().describe('Of a withheld item: the day on which it is asked again whether it must be.'),
  })
  .meta({ id: 'Item' })

/** A meeting as it is published: the whole of what its page says. Each publication is a version; no version ever changes. */
export const publishedMeeting = meetingFields
  .extend({
    bodyName: z.string(),
    /** The members in office on the day of the meeting. */
    members: body.shape.members,
    /** The body's rule for members of the public who wish to speak, where it has one. */
    participation: body.shape.termsOfReference.unwrap().shape.publicParticipation,
    items: z.array(agendaItem),
    corrects: z
      .strictObject({ version: z.int(), inPlaceOf: z.int(), on: day, note: z.string() })
      .optional()
      .describe('Of a version whose pack was built again: in place of which version of the pack, on which day, and what was put right.'),
    /** The supplements whose pages go on from this version's pack. */
    supplements: z.array(supplementInMeeting).optional(),
  })
  .meta({ id: 'Meeting' })

export type PublishedMeeting = z.output<typeof publishedMeeting>
export type AgendaItem = PublishedMeeting['items'][number]
export type PaperInAgenda = AgendaItem['papers'][number]
export type SupplementInMeeting = NonNullable<PublishedMeeting['supplements']>[number]
export type MeetingStatus = PublishedMeeting['status']

/** The day on which the agenda was issued, where the record states one: a computed day is only the last on which the law allowed it. */
export function statedIssue({ issued, issuedSource }: Pick<PublishedMeeting, 'issued' | 'issuedSource'>): LocalDate | undefined {
  return issuedSource === 'computed' ? undefined : issued
}

/** The address of a meeting: `/bodies/cabinet/2023-07-07`. */
export function meetingAddress(meeting: { readonly body: string; readonly date: string }): string {
  return `/bodies/${meeting.body}/${meeting.date}`
}
