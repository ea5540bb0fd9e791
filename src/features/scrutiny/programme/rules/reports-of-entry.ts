import type { TimeOnAgenda } from '#features/meetings'
import { addDays, type LocalDate } from '#core/dates.ts'
import type { Entry, StatedReport, WorkProgramme } from '../model/work-programme.ts'

/** When a matter was reported: what the record shows, and what the programme states beside it. */
export interface Reports {
  /** From published agendas: of this body the newest first, then of others. */
  readonly recorded: readonly TimeOnAgenda[]
  /** Stated in the programme, of days that the record does not show. */
  readonly stated: readonly StatedReport[]
}

export const mostOfBody = 3
export const mostOfOthers = 2

/**
 * The day before which a report of an entry's matter is an earlier one: that of its own meeting, which is where it comes and no earlier report, or of the
 * first of its months; else today. What is to come is no report yet, and what came after the programme's last day is none of its own. A standing item has
 * a meeting of its own at each of its turns.
 */
export function reportedBefore(entry: Entry, { to }: Pick<WorkProgramme, 'to'>, today: LocalDate, turn?: LocalDate): LocalDate {
  const own = turn ?? firstDayOf(entry)
  const days = [today, addDays(to, 1), ...(own === undefined ? [] : [own])]
  return days.reduce((first, day) => (day < first ? day : first))
}

/** The meeting at which an entry comes, where it has one. */
export function meetingOf(entry: Entry): LocalDate | undefined {
  return entry.kind !== 'standing' && typeof entry.when !== 'string' && 'meeting' in entry.when ? entry.when.meeting : undefined
}

function firstDayOf(entry: Entry): LocalDate | undefined {
  if (entry.kind === 'standing' || typeof entry.when === 'string' || 'returnedFrom' in entry.when) return undefined
  const { when } = entry
  return 'meeting' in when ? when.meeting : (`${'month' in when ? when.month : when.from}-01` as LocalDate)
}

/** Sets apart what is derived from the record, of which what was not taken is no report, and what is only stated; a stated day that the record shows is said once, as recorded. */
export function reportsOf(entry: Entry, times: readonly TimeOnAgenda[], { body, before }: { readonly body: string; readonly before: LocalDate }): Reports {
  const found = times.filter(({ subject, date, isNotTaken }) => subject === entry.subject && date < before && isNotTaken !== true).toSorted((one, other) => (one.date < other.date ? 1 : -1))
  const isRecorded = (report: StatedReport) => found.some((time) => time.date.startsWith(report.on) && time.body === (report.body ?? body))
  const recorded = [...found.filter((time) => time.body === body).slice(0, mostOfBody), ...found.filter((time) => time.body !== body).slice(0, mostOfOthers)]
  return { recorded, stated: (entry.statedReports ?? []).filter((report) => !isRecorded(report)) }
}

/** Where an entry stands on the published agenda of its own meeting, or of a turn. */
export function itemsOf(entry: Entry, times: readonly TimeOnAgenda[], body: string, meeting: LocalDate | undefined): TimeOnAgenda[] {
  return times.filter((time) => meeting !== undefined && time.subject === entry.subject && time.body === body && time.date === meeting)
}
