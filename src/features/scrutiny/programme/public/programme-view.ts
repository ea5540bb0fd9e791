import { addDays, type LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { agendasOut, lastTimesOnAgenda, type MatterAsked, type ItemOut, type MeetingInList, type TimeOnAgenda } from '#features/meetings'
import { meetingsToSpeakAt } from '../../forward-plan/public/coming-meetings.ts'
import { comingDecisions, type ComingDecision } from '../../forward-plan/store/coming-decisions.ts'
import { calendarOf, daysOfMeetings } from '../deeds/calendar.ts'
import { meetingsOfActs } from '../deeds/day-of-act.ts'
import { followAll } from '../deeds/follow-all.ts'
import { standingEntries, type Entry, type StandingEntry, type WorkProgramme } from '../model/work-programme.ts'
import type { MeetingOfAct } from '../rules/agreement.ts'
import { meetingOf, mostOfBody, mostOfOthers, reportedBefore } from '../rules/reports-of-entry.ts'
import { turnsInYear, type TurnsInYear } from '../rules/turns-in-year.ts'
import { isAbout } from '../rules/on-agenda.ts'
import { yearPlan, type YearPlan } from '../rules/year-plan.ts'

type AgendasOut = Awaited<ReturnType<typeof agendasOut>>

/** A programme with what the record says around it. */
export interface ProgrammeView {
  /** After what became of its meetings. */
  readonly programme: WorkProgramme
  readonly bodyName: string
  readonly names: ReadonlyMap<string, string>
  /** Of the year of the programme. */
  readonly calendar: readonly MeetingInList[]
  readonly plan: YearPlan
  /** The meetings at which it was, or is to be, recommended and agreed. */
  readonly meetingOfAct: MeetingOfAct
  /** The items of the agendas that are out for meetings to come, by day. */
  readonly agendas: AgendasOut
  readonly times: readonly TimeOnAgenda[]
  /** Decisions that are coming; none beside a programme whose year is over. */
  readonly decisions: readonly ComingDecision[]
  /** The body's next meetings, in its programme or after it. */
  readonly coming: readonly MeetingInList[]
  readonly today: LocalDate
}

const mostDecisions = 60

/** Reads what stands around a programme: seven queries, however long the record is. */
export async function programmeView(reader: Reader, kept: WorkProgramme, today: LocalDate): Promise<ProgrammeView> {
  const names = await bodyNames(reader)
  const calendar = await calendarOf(reader, kept)
  const { programme } = followAll(kept, calendar)
  const agendas = await agendasOut(reader, { body: programme.body, from: programme.from, before: addDays(programme.to, 1), isForPublic: true })
  const plan = withoutWhatIsOff(yearPlan(programme, daysOfMeetings(calendar)), agendas)
  const { body } = programme
  const times = await lastTimesOnAgenda(reader, mattersOf(programme, plan, today), { body, ofBody: mostOfBody, ofOthers: mostOfOthers })
  const meetingOfAct = await meetingsOfActs(reader, [programme])
  const isOver = programme.to < today
  const decisions = isOver ? [] : await comingDecisions(reader, { from: today, limit: mostDecisions })
  const coming = isOver ? [] : await meetingsToSpeakAt(reader, today, body)
  return { programme, bodyName: names.get(body) ?? body, names, calendar, plan, meetingOfAct, agendas, times, decisions, coming, today }
}

/** Each matter of the programme with the day before which it is asked when it came, once. */
function mattersOf(programme: WorkProgramme, { slots }: YearPlan, today: LocalDate): MatterAsked[] {
  const turns = slots.flatMap(({ when, entries }) => (typeof when !== 'string' && 'meeting' in when ? entries.map((entry) => ({ entry, turn: when.meeting })) : []))
  const asked = [...programme.entries.map((entry) => ({ entry, turn: meetingOf(entry) })), ...turns].flatMap(({ entry, turn }) =>
    entry.subject === undefined ? [] : [{ subject: entry.subject, before: reportedBefore(entry, programme, today, turn), at: turn }],
  )
  return [...new Map(asked.map((matter) => [JSON.stringify(matter), matter])).values()]
}

/** How a standing item comes in the year of its programme: not at a meeting whose agenda is published without it. */
export function turnsOfStanding(entry: StandingEntry, { programme, calendar, agendas }: Pick<ProgrammeView, 'programme' | 'calendar' | 'agendas'>): TurnsInYear {
  const turns = turnsInYear(entry, standingEntries(programme), daysOfMeetings(calendar), programme)
  return { ...turns, days: turns.days.filter((day) => !isOff(entry, agendas.get(day))) }
}

function isOff(entry: Entry, agenda: readonly ItemOut[] | undefined): boolean {
  return agenda?.some((item) => isAbout(item, entry)) === false
}

/** What is dated goes back to be placed in the deed that publishes the agenda; a standing item has no turn at that meeting. */
function withoutWhatIsOff(plan: YearPlan, agendas: AgendasOut): YearPlan {
  const slots = plan.slots.map(({ when, entries }) => {
    const agenda = typeof when !== 'string' && 'meeting' in when ? agendas.get(when.meeting) : undefined
    return { when, entries: entries.filter((entry) => entry.kind !== 'standing' || !isOff(entry, agenda)) }
  })
  return { ...plan, slots: slots.filter(({ entries }) => entries.length > 0) }
}

/** `/bodies/{body}/work-programme`, of a year where it is not the newest. */
export function programmeAddress(body: string, options: { readonly path?: 'history' | 'criteria' | undefined; readonly year?: string | undefined; readonly before?: number } = {}): string {
  const query = new URLSearchParams({ ...(options.year === undefined ? {} : { year: options.year }), ...(options.before === undefined ? {} : { before: String(options.before) }) }).toString()
  return `/bodies/${body}/work-programme${options.path === undefined ? '' : `/${options.path}`}${query === '' ? '' : `?${query}`}`
}
