import { z } from 'zod'
import { day, slug, text, timeOfDay as time, words } from '#platform/files/fields.ts'

const fileName = z.string('Give a file name').regex(/^[\w][\w .-]*(\/[\w][\w .-]*)*$/, 'Give a file name beside this file, without a path that leaves its folder')

/** Its last part is the name under which readers save the document, in whatever script. */
const documentName = z
  .string('Give a file name')
  .regex(/^(?:\w[\w .-]*\/)*[^\p{Cc}\p{Cf}<>:"/\\|?*.\s-][^\p{Cc}\p{Cf}<>:"/\\|?*]*$/u, 'Give the name of a document beside this file, without a path that leaves its folder')

const meetingStatuses = ['planned', 'agenda-published', 'held', 'minutes-draft', 'minutes-confirmed', 'cancelled', 'adjourned'] as const
const itemKinds = ['decision', 'consideration', 'information'] as const

/** The numbered categories of exempt information of Local Government Act 1972 Schedule 12A Part 1. */
const scheduleParagraph = z.int().min(1).max(7)

/** Without line breaks and other control characters: it goes into mail, calendars and headings as it stands. */
export const isOneLine = (value: string) => !/[\p{Cc}\u2028\u2029]/u.test(value)
export const severalLines = 'Write this on one line'
const oneLine = text.refine(isOneLine, severalLines)

const appendix = z.strictObject({
  title: words('the title of the appendix'),
  /** Markdown beside the meeting's file; left out where the appendix is named in the agenda but not held here. */
  file: fileName.optional(),
  /** The document as it was supplied, kept beside the pack; the Markdown says the same accessibly. */
  attachment: documentName.optional(),
  /** Why no file is held. */
  note: text.optional(),
  /** Its number, where an appendix before it is gone; left out where it follows the one before. */
  number: z.int('Give the number of the appendix').min(1, 'Appendices are numbered from 1').max(999, 'Give the number of the appendix').optional(),
})

/** What an agenda says of an item, in a file and when published alike. */
export const itemFields = z.strictObject({
  number: z.int('Give the number of the item').min(1, 'Items are numbered from 1').max(9999, 'Give the number of the item'),
  title: words('the title of the item'),
  kind: z.enum(itemKinds).optional(),
  /** Apologies, declarations and the like, that come from the body's template. */
  standing: z.enum(['apologies', 'interests', 'public-participation', 'minutes', 'work-programme', 'meeting-dates']).optional(),
  /** A role, never a person's name: "Independent Chair of the safeguarding partnership". */
  presenter: oneLine.optional(),
  sponsor: oneLine.optional(),
  timing: z.strictObject({ from: time, to: time }).optional(),
  /** A sentence or two printed under the title in the agenda. */
  note: text.optional(),
  /** The pages stated in the agenda as it was first issued, e.g. "1-56". Ours are computed from the pack. */
  pagesInOriginal: text.optional(),
  toFollow: z.boolean().default(false),
  exempt: z.strictObject({ paragraph: scheduleParagraph, reason: words('why the public interest is served by not publishing') }).optional(),
  confidential: z.boolean().default(false),
  /** The chair's reason for urgency where the item joined a published agenda too late; shown to the public. */
  lateReason: text.optional(),
  /** Why the item was withdrawn after the agenda was published; it keeps its number. */
  withdrawn: text.optional(),
  /** The day of the adjourned meeting whose business it is. */
  carriedFrom: day.optional(),
  /** The matters that it is about, each by the name that work programmes and trackers know it by: the same matter has the same name whenever it comes. */
  subjects: z.array(slug).max(20, 'Name at most 20 subjects').optional(),
  /** Who decided, and when, that its papers need no longer be withheld, and the paragraph on which they were. */
  released: z.strictObject({ paragraph: scheduleParagraph.optional(), decidedBy: words('who decided, by their role'), decidedOn: day }).optional(),
})

/** What the proper officer records of an item that is not for the public; never published beyond the paragraph and the reason. */
const withheldDetails = z.strictObject({
  /** Named in public in place of a title that would itself disclose. */
  publicTitle: text.optional(),
  /** A role: "Monitoring Officer". */
  decidedBy: text.optional(),
  decidedOn: day.optional(),
  /** When to ask again whether the reason still holds. */
  reviewOn: day.optional(),
})

const item = itemFields.extend({
  report: fileName.optional(),
  /** The redacted report that the public may read of an exempt or confidential item. */
  publicVersion: fileName.optional(),
  appendices: z.array(appendix).default([]),
  /** What put it on the agenda by itself: `actions`, `programme/ehc-timeliness`. */
  origin: z.string().max(200).optional(),
  /** How long the item is planned to take. */
  minutes: z.int('Give whole minutes').min(1, 'Give one minute or more').max(600, 'Give at most 600 minutes').optional(),
  /** The day agreed with the author for the draft, in place of the one that is counted back from the meeting. */
  draftBy: day.optional(),
  withheld: withheldDetails.optional(),
  /** Papers that were withdrawn after they had been published while the item stands, each by the end of its address. */
  withdrawnPapers: z
    .array(z.strictObject({ paper: z.string().regex(/^(report|public-version|appendix-[1-9]\d{0,2})$/, 'Name the paper as report, public-version or appendix-1'), reason: words('why it was withdrawn') }))
    .optional(),
})

/** What is said of a meeting apart from its items, in a file and when published alike. */
export const meetingFields = z.strictObject({
  body: slug,
  date: day,
  /** Left out where only the day is known. */
  time: time.optional(),
  title: oneLine.optional(),
  venue: oneLine.optional(),
  attendance: z.enum(['in-person', 'online', 'hybrid']).default('in-person'),
  webcast: z.union([z.boolean(), z.url({ protocol: /^https?$/, error: 'Give the address of the webcast, beginning with https://' })]).default(false),
  public: z.boolean().default(true),
  privateDevelopment: z.boolean().default(false),
  status: z.enum(meetingStatuses),
  /** The day the agenda was issued. */
  issued: day.optional(),
  /** The day stated on the agenda as printed is a fact of the record; "computed" marks the latest lawful day where none is stated. */
  issuedSource: z.enum(['stated', 'computed']).optional(),
  /** The chair's reason where the agenda was issued later than the law's five clear working days. */
  lateReason: text.optional(),
  contact: z.strictObject({ office: words('an office').refine(isOneLine, severalLines), phone: oneLine.optional(), email: z.email().optional() }).optional(),
  alsoInvited: z.array(text).default([]),
  /** A meeting that was moved stands cancelled on its old day and names the new one; the new one names the old. */
  movedTo: day.optional(),
  movedFrom: day.optional(),
  /** The day on which an adjourned meeting goes on, and from which day it was adjourned. */
  resumesOn: day.optional(),
  resumedFrom: day.optional(),
  /** Where the facts of this entry are to be found in the public record. */
  source: text.optional(),
})

/** One meeting, as a YAML document. */
export const meetingEntry = meetingFields.extend({
  items: z.array(item).default([]),
  /** What this version corrects; asked for when the meeting is published already and the file differs from it. */
  correction: words('what this version corrects').optional(),
})

export type MeetingEntry = z.output<typeof meetingEntry>
export type EntryItem = MeetingEntry['items'][number]

/** The number of each appendix of an item, in their order. */
export function appendixNumbers({ appendices }: Pick<EntryItem, 'appendices'>): number[] {
  let last = 0
  return appendices.map((one) => (last = one.number ?? last + 1))
}

export type WithheldDetails = z.output<typeof withheldDetails>
