import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { timesOnAgenda, type MeetingInList, type TimeOnAgenda } from '#features/meetings'
import { comingDecisions, type ComingDecision } from '../../forward-plan/store/coming-decisions.ts'
import { calendarOf, daysOfMeetings } from '../deeds/calendar.ts'
import { followAll } from '../deeds/follow-all.ts'
import type { WorkProgramme } from '../model/work-programme.ts'
import { subjectsOf } from '../rules/reports-of-entry.ts'
import { yearPlan, type YearPlan } from '../rules/year-plan.ts'

/** A programme with what the record says around it. */
export interface ProgrammeView {
  /** After what became of its meetings. */
  readonly programme: WorkProgramme
  readonly bodyName: string
  readonly names: ReadonlyMap<string, string>
  readonly calendar: readonly MeetingInList[]
  readonly plan: YearPlan
  readonly times: readonly TimeOnAgenda[]
  readonly decisions: readonly ComingDecision[]
  readonly today: LocalDate
}

const mostDecisions = 60
const timesPerSubject = 6

/** Reads what stands around a programme: four queries, however long the record is. */
export async function programmeView(reader: Reader, kept: WorkProgramme, today: LocalDate): Promise<ProgrammeView> {
  const names = await bodyNames(reader)
  const calendar = await calendarOf(reader, kept)
  const { programme } = followAll(kept, calendar)
  const times = await timesOnAgenda(reader, subjectsOf(programme.entries), { before: today, limit: timesPerSubject })
  const decisions = await comingDecisions(reader, { from: today, limit: mostDecisions })
  return { programme, bodyName: names.get(programme.body) ?? programme.body, names, calendar, plan: yearPlan(programme, daysOfMeetings(calendar)), times, decisions, today }
}

/** `/bodies/{body}/work-programme`, of a year where it is not the newest. */
export function programmeAddress(body: string, options: { readonly path?: 'history' | 'criteria' | undefined; readonly year?: string | undefined; readonly before?: number } = {}): string {
  const query = new URLSearchParams({ ...(options.year === undefined ? {} : { year: options.year }), ...(options.before === undefined ? {} : { before: String(options.before) }) }).toString()
  return `/bodies/${body}/work-programme${options.path === undefined ? '' : `/${options.path}`}${query === '' ? '' : `?${query}`}`
}
