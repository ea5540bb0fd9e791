import { z } from 'zod'
import { given } from '#core/given.ts'
import { ok } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { look } from '#access/look.ts'
import { machineList } from '#access/machines/machine-resource.ts'
import { day } from '#platform/files/fields.ts'
import { strangeCursor } from '#platform/http/api.ts'
import { knownSessions } from '../agenda/private-sessions.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { agendaDue } from '../planner/agenda-due.ts'
import { listBegins } from '../planner/list-begins.ts'
import { meetingsInWork, needs, type MeetingInList } from '../planner/meetings-in-work.ts'
import { parsePlace, placeText } from '../public/calendar-query.ts'
import { publishedMeeting } from '../record/meeting.ts'
import { machineAddress, tag } from './at-meeting.ts'

const listed = z
  .object({
    body: z.string(),
    date: day,
    time: z.string().optional(),
    title: z.string().optional(),
    venue: z.string().optional(),
    status: publishedMeeting.shape.status,
    isOpen: z.boolean().describe('It is held in public.'),
    isAnnounced: z.boolean().describe('The public calendar has it.'),
    hasPublishedAgenda: z.boolean(),
    isChanged: z.boolean().describe('Staff have changed it since it was published.'),
    agendaDue: z.object({ day, isLate: z.boolean() }).optional().describe('By when its agenda is to be published; left out where none is due.'),
    address: z.string().describe('Where its draft agenda is read.'),
  })
  .meta({ id: 'MeetingInWork' })

/** GET /staff/meetings: the list that the officers work from. */
export const meetingsListResource = machineList({
  path: '/staff/meetings',
  summary: 'Meetings that staff work on, by day, with what is still to be done',
  tag,
  query: z.object({
    body: z.string().max(200).optional().describe('Of this body only, by its address word'),
    from: day.optional().describe('From this day on; where left out from today, or of those that passed from a year ago'),
    need: z.enum(needs).default('all').describe('Only those whose agenda is to be published, is late, or was changed since; or whose day passed without one, newest first'),
  }),
  response: listed,
  answer: async ({ context, query }, page, _app: MeetingsApp) => {
    const after = page.after === undefined ? undefined : parsePlace(page.after)
    if (page.after !== undefined && after === undefined) return strangeCursor
    const { today } = context
    const asked = { body: query.body, need: query.need, from: query.from ?? listBegins(query.need, today), after, limit: page.limit + 1, today }
    return look(context, { verb: 'meetings.see', subject: { kind: 'meetings', id: 'list' } }, async (reader) => {
      const found = await meetingsInWork(reader, { ...asked, knowsSession: await knownSessions(reader, context) })
      const shown = found.slice(0, page.limit)
      const last = shown.at(-1)
      return ok({ items: shown.map((meeting) => entryOf(meeting, today)), ...(found.length > page.limit && last !== undefined ? { next: placeText(last) } : {}) })
    })
  },
})

function entryOf(meeting: MeetingInList, today: LocalDate): z.input<typeof listed> {
  const { body, date, time, title, venue, status, isOpen, isAnnounced, hasPublishedAgenda, isChanged } = meeting
  const isDue = isOpen && !hasPublishedAgenda && status === 'planned' && date >= today && meeting.resumedFrom === undefined
  const due = isDue ? agendaDue(date, today) : undefined
  return {
    body,
    date,
    status,
    isOpen,
    isAnnounced,
    hasPublishedAgenda,
    isChanged,
    ...given('time', time),
    ...given('title', title),
    ...given('venue', venue),
    ...given('agendaDue', due && { day: due.day, isLate: due.isLate }),
    address: machineAddress(meeting),
  }
}
