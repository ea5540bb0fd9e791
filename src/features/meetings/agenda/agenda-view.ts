import type { LocalDate } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { Actor, PersonId } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { peopleWith, type KnownPerson } from '#access/people.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { lengthOf } from '../planner/keep-length.ts'
import { reportStandings, type ReportStanding } from '../reports/report-standing.ts'
import { templateOf } from '../templates/keep-template.ts'
import type { ItemId, MeetingId, PaperId } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { backTimetable, type BackTimetable } from './back-timetable.ts'
import { noMeeting, type AgendaInWork } from './change-agenda.ts'
import { meetingIdOf } from './ids.ts'
import { issuedNumbers } from './issued-agenda.ts'
import type { AgendaTables } from './tables.ts'
import { sightOf, type Sight } from './who-may.ts'

/** Everything that the pages of an agenda show. */
export interface AgendaView extends AgendaInWork {
  readonly bodyName: string
  readonly timetable: Outcome<BackTimetable>
  readonly standings: ReadonlyMap<PaperId, ReportStanding>
  /** What whoever asks may see of the items. */
  readonly sight: Sight
  /** How long the meeting is planned to last. */
  readonly plannedMinutes: number
  /** Everybody with an account, by name. */
  readonly people: readonly KnownPerson[]
  /** The items whose author was reminded today. */
  readonly remindedToday: ReadonlySet<ItemId>
}

/** Reads an agenda for somebody who may see meetings; a fixed number of queries. */
export async function lookAtAgenda({ context, params, today }: StaffRequest): Promise<Outcome<AgendaView>> {
  const id = meetingIdOf(params['meeting'])
  if (id === undefined) return noMeeting
  return look(context, { verb: 'meetings.see', subject: { kind: 'meeting', id } }, (reader) => readAgenda(reader, id, today, context.actor))
}

async function readAgenda(reader: Reader, id: MeetingId, today: LocalDate, actor: Actor): Promise<Outcome<AgendaView>> {
  const meeting = await meetingInWork(reader, id)
  if (meeting === undefined) return noMeeting
  const { body } = meeting.facts
  const template = await templateOf(reader, body)
  return ok({
    meeting,
    template,
    bodyName: (await bodyNames(reader)).get(body) ?? body,
    issued: await issuedNumbers(reader, meeting.facts),
    timetable: backTimetable(meeting.facts, template.days),
    sight: await sightOf(reader, id, actor),
    plannedMinutes: (await lengthOf(reader, id)) ?? template.usual.minutes,
    standings: await reportStandings(reader, id),
    people: await peopleWith(reader, today),
    remindedToday: await remindedOn(reader, today, meeting.items.map((item) => item.id)),
  })
}

async function remindedOn(reader: Reader, day: LocalDate, items: readonly ItemId[]): Promise<ReadonlySet<ItemId>> {
  if (items.length === 0) return new Set()
  const rows = await reader
    .tables<AgendaTables>()
    .selectFrom('work.reminders')
    .select('work.reminders.item')
    .where('work.reminders.reminded_on', '=', day)
    .where('work.reminders.item', 'in', items)
    .execute()
  return new Set(rows.map((row) => row.item))
}

/** The author's name; undefined where the account is no longer there. */
export function nameOf(people: readonly KnownPerson[], person: PersonId): string | undefined {
  return people.find((each) => each.person === person)?.name
}
