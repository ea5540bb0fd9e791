import { sql } from 'kysely'
import { addDays, type LocalDate, type LocalTime } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import { publishedBodies, type Body } from '#features/bodies'
import type { MeetingStatus } from '../record/meeting.ts'
import type { BodyTemplate } from '../templates/body-template.ts'
import { usualTemplate } from '../templates/body-template.ts'
import { allTemplates, takesSpeakers } from '../templates/keep-template.ts'
import type { MeetingsTables } from '../tables.ts'
import { daysLeft } from '../work/days-left.ts'
import type { PlannedBody, Slot } from './clashes.ts'
import type { Period } from './pattern-dates.ts'
import type { PlannerTables } from './tables.ts'

/** Everything against which a proposal is held. */
export interface Calendar {
  readonly slots: readonly Slot[]
  readonly bodies: ReadonlyMap<string, PlannedBody & Body>
  readonly templateOf: (body: string) => BodyTemplate
}

/** Beyond the period on both sides: suggestions look four weeks around a day, and the next meeting of a parent body may be months away. */
const marginDays = 190

/** The calendar of all bodies around a period, in four queries. */
export async function calendarAround(reader: Reader, { from, to }: Period): Promise<Calendar> {
  const templates = new Map((await allTemplates(reader)).map((template) => [template.body, template]))
  const published = await publishedBodies(reader)
  const templateOf = (slug: string) => templates.get(slug) ?? usualTemplate(slug, takesSpeakers(published.find((body) => body.slug === slug)))
  const bodies = new Map(published.map((body) => [body.slug, { ...body, days: templateOf(body.slug).days }]))
  const around = { from: addDays(from, -marginDays), to: addDays(to, marginDays) }
  const slots = await slotsBetween(reader, around.from, around.to, templateOf)
  const left = (await daysLeft(reader, around)).filter((day) => !slots.some(({ body, date }) => body === day.body && date === day.date))
  return { slots: [...slots, ...left.map((day) => ({ ...day, minutes: 0, isCancelled: true }))], bodies, templateOf }
}

async function slotsBetween(reader: Reader, from: LocalDate, to: LocalDate, templateOf: Calendar['templateOf']): Promise<Slot[]> {
  const rows = await reader
    .tables<MeetingsTables & PlannerTables>()
    .selectFrom('work.meetings as meeting')
    .select(['meeting.body', 'meeting.meeting_date', 'meeting.expected_minutes'])
    .select([
      sql<LocalTime | null>`meeting.facts ->> 'time'`.as('time'),
      sql<string | null>`meeting.facts ->> 'venue'`.as('venue'),
      sql<MeetingStatus>`meeting.facts ->> 'status'`.as('status'),
    ])
    .where('meeting.meeting_date', '>=', from)
    .where('meeting.meeting_date', '<=', to)
    .orderBy('meeting.meeting_date')
    .orderBy('meeting.body')
    .execute()
  return rows.map((row) => ({
    body: row.body,
    date: row.meeting_date,
    ...given('time', row.time),
    ...given('venue', row.venue),
    minutes: row.expected_minutes ?? templateOf(row.body).usual.minutes,
    isCancelled: row.status === 'cancelled',
  }))
}

/** The bodies whose meetings are planned here: those that another organisation holds have their own officers. */
export function ownBodies(bodies: Iterable<Body>, today: LocalDate): Body[] {
  return [...bodies].filter((body) => body.heldBy === undefined && body.kind !== 'partner-body' && (body.to === undefined || body.to >= today))
}

/** The bodies whose meetings staff look for: the council's own, and any other that has a meeting here. */
export async function bodiesOfMeetings(reader: Reader, today: LocalDate): Promise<ReadonlySet<string>> {
  const meeting = await reader.tables<MeetingsTables>().selectFrom('work.meetings').select('work.meetings.body').distinct().execute()
  return new Set([...ownBodies(await publishedBodies(reader), today).map(({ slug }) => slug), ...meeting.map(({ body }) => body)])
}
