import type { TimeOnAgenda } from '#features/meetings'
import type { LocalDate } from '#core/dates.ts'
import type { Entry, StatedReport } from '../model/work-programme.ts'

/** When a matter was reported: what the record shows, and what the programme states beside it. */
export interface Reports {
  /** From published agendas of meetings before today, the newest first. */
  readonly recorded: readonly TimeOnAgenda[]
  /** Stated in the programme, of days that the record does not show. */
  readonly stated: readonly StatedReport[]
}

const mostShown = 3

/** Sets apart what is derived from the record and what is only stated; a stated day that the record shows is said once, as recorded. */
export function reportsOf(entry: Entry, times: readonly TimeOnAgenda[], today: LocalDate, body: string): Reports {
  const recorded = times.filter(({ subject, date }) => subject === entry.subject && date < today)
  const isRecorded = (report: StatedReport) => recorded.some((time) => time.date.startsWith(report.on) && time.body === (report.body ?? body))
  return { recorded: recorded.slice(0, mostShown), stated: (entry.statedReports ?? []).filter((report) => !isRecorded(report)) }
}

/** The matters that a programme is about. */
export function subjectsOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap(({ subject }) => subject ?? []))]
}
