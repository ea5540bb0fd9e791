import { z } from 'zod'
import { slug, text, words } from '#platform/files/fields.ts'
import { isOneLine, itemFields, meetingFields, severalLines } from '../record/meetings-file.ts'
import { reportFrame } from '../record/report-file.ts'

export const clearanceKinds = ['legal', 'finance', 'equality'] as const
export type ClearanceKind = (typeof clearanceKinds)[number]

const item = itemFields.shape
const meeting = meetingFields.shape

const workingDays = z.int('Give a whole number of working days').min(0, 'Give no working days, or more').max(60, 'Give at most 60 working days')
const minutes = z.int('Give whole minutes').min(1, 'Give one minute or more').max(600, 'Give at most 600 minutes')

/** An item that every agenda of the body has. */
const standingItem = z.strictObject({
  title: item.title,
  standing: item.standing,
  kind: item.kind,
  /** Before the business of the day, or after it. */
  place: z.enum(['opening', 'closing']),
  minutes: minutes.optional(),
  presenter: item.presenter,
  note: item.note,
})

/** What a meeting of the body is like unless somebody says otherwise. */
const usual = z.strictObject({
  time: meeting.time,
  /** How long it is planned to last. */
  minutes: minutes.default(120),
  venue: meeting.venue,
  attendance: meeting.attendance,
  webcast: meeting.webcast,
  contact: meeting.contact,
  alsoInvited: meeting.alsoInvited,
})

/** How a body's meetings are made: one document of a `templates` file, and the record that is kept. */
export const bodyTemplate = z.strictObject({
  body: slug,
  /** The frame in which its reports are written. */
  frame: reportFrame.shape.frame.default('panel'),
  standingItems: z.array(standingItem).max(40, 'Give at most 40 standing items').default([]),
  usual: usual.prefault({}),
  /** So many working days before publication: the back-timetable of each report. */
  days: z
    .strictObject({ draft: workingDays.default(10), clearance: workingDays.default(5), despatch: workingDays.default(1) })
    .refine(({ draft, clearance, despatch }) => draft >= clearance && clearance >= despatch, 'The draft comes first, then clearance, then despatch: give each at least as many days as the next')
    .prefault({}),
  /** Which officers clear each report. */
  clearances: z.array(z.enum(clearanceKinds)).default([]),
  /** Where it can meet. */
  rooms: z.array(words('the name of a room').refine(isOneLine, severalLines)).max(40, 'Give at most 40 rooms').default([]),
  /** How many months ahead its meetings are planned. */
  planningMonths: z.int('Give a whole number of months').min(1, 'Give one month or more').max(36, 'Give at most 36 months').default(12),
  source: text.optional(),
})

export type BodyTemplate = z.output<typeof bodyTemplate>
export type StandingItem = BodyTemplate['standingItems'][number]

/**
 * For a body of which nobody has said anything: the items that the law and custom ask of every meeting in public. The public is given its turn only
 * where the body's terms of reference provide for it.
 */
export function usualTemplate(body: string, takesSpeakers = true): BodyTemplate {
  return bodyTemplate.parse({
    body,
    standingItems: [
      { title: 'Apologies and Welcome', standing: 'apologies', place: 'opening' },
      { title: 'Declarations of Interest', standing: 'interests', place: 'opening' },
      ...(takesSpeakers ? [{ title: 'Public Participation', standing: 'public-participation', place: 'opening' }] : []),
      { title: 'Confirmation of the Minutes of the Previous Meeting', standing: 'minutes', place: 'opening' },
    ],
  })
}
