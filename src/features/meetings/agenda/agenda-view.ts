import type { LocalDate } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { PersonId } from '#access/actor.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { peopleWith, type KnownPerson } from '#access/people.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import type { Html } from '#platform/pages/html.ts'
import { written, type AgendaPart } from '../later-parts.ts'
import { lengthOf } from '../planner/keep-length.ts'
import { firstDayOf, type FirstDay } from '../publication/first-day.ts'
import { reportStandings, type ReportStanding } from '../reports/report-standing.ts'
import { seesSpeakers } from '../speaking/chaired-bodies.ts'
import { templateOf } from '../templates/keep-template.ts'
import type { ItemId, MeetingId, PaperId } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { backTimetable, type BackTimetable } from './back-timetable.ts'
import { noMeeting, type AgendaInWork } from './change-agenda.ts'
import { commissionsOf } from './commissions.ts'
import { meetingIdOf } from './ids.ts'
import { issuedAgenda } from './issued-agenda.ts'
import { reportOf } from './item-values.ts'
import type { AgendaTables } from './tables.ts'
import { sightOf, type Sight } from './who-may.ts'

/** Everything that the pages of an agenda show. */
export interface AgendaView extends AgendaInWork {
  readonly bodyName: string
  readonly timetable: Outcome<BackTimetable>
  /** The items that were published with a report to follow, which has not come yet. */
  readonly publishedToFollow: ReadonlySet<number>
  /** When each report was asked for. */
  readonly commissions: ReadonlyMap<PaperId, LocalDate>
  readonly standings: ReadonlyMap<PaperId, ReportStanding>
  /** What whoever asks may see of the items. */
  readonly sight: Sight
  /** Officers see who asks to speak at any meeting; a chair sees it of their own body. */
  readonly seesSpeakers: boolean
  /** How long the meeting is planned to last. */
  readonly plannedMinutes: number
  /** Everybody with an account, by name. */
  readonly people: readonly KnownPerson[]
  /** The items whose author was reminded today. */
  readonly remindedToday: ReadonlySet<ItemId>
  /** The adjourned meeting that it resumes. */
  readonly firstDay: FirstDay | undefined
}

interface AgendaViewWithLater extends AgendaView {
  /** What later features add. */
  readonly later: readonly (Html | undefined)[]
}

/** Reads an agenda for somebody who may see meetings, with the parts that later features add; a fixed number of queries. */
export async function lookAtAgenda(request: StaffRequest, parts: readonly AgendaPart[] = []): Promise<Outcome<AgendaViewWithLater>> {
  const { context, params, today } = request
  const id = meetingIdOf(params['meeting'])
  if (id === undefined) return noMeeting
  return look(context, { verb: 'meetings.see', subject: { kind: 'meeting', id } }, async (reader) => {
    const view = await readAgenda(reader, id, today, context)
    if (!view.ok) return view
    const shown = view.value.sight.isMeetingShown ? parts : []
    return ok({ ...view.value, later: await written(shown.map((part) => () => part(reader, request, view.value.meeting))) })
  })
}

/** The same for a reader that is open already. */
export async function readAgenda(reader: Reader, id: MeetingId, today: LocalDate, context: Context): Promise<Outcome<AgendaView>> {
  const meeting = await meetingInWork(reader, id)
  if (meeting === undefined) return noMeeting
  const { body } = meeting.facts
  const template = await templateOf(reader, body)
  const issued = await issuedAgenda(reader, meeting)
  return ok({
    meeting,
    template,
    bodyName: (await bodyNames(reader)).get(body) ?? body,
    issued: issued?.numbers,
    withheldBefore: issued?.withheld ?? new Map(),
    publishedToFollow: issued?.toFollow ?? new Set(),
    timetable: backTimetable(meeting.facts, template.days),
    firstDay: await firstDayOf(reader, meeting.facts),
    sight: await sightOf(reader, meeting, context),
    seesSpeakers: await seesSpeakers(reader, context, body),
    plannedMinutes: (await lengthOf(reader, id)) ?? template.usual.minutes,
    commissions: await commissionsOf(reader, meeting.items.flatMap((item) => reportOf(item)?.id ?? [])),
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
