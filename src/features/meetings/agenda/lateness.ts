import { countOf } from '#core/count-in-words.ts'
import { formatDay } from '#core/date-words.ts'
import { daysBetween, type LocalDate } from '#core/dates.ts'
import type { Meaning } from '#platform/pages/status-tag.ts'
import type { ReportStanding } from '../reports/report-standing.ts'
import type { ClearanceKind } from '../templates/body-template.ts'
import type { BackTimetable } from './back-timetable.ts'

/** The step that a report has before it. */
type Step = 'draft' | 'clearance' | 'despatch'

/** Where a report stands against its timetable. */
export interface Lateness {
  readonly words: string
  readonly meaning: Meaning
  /** Its next step is overdue. */
  readonly isLate: boolean
  /** The step that comes next; none where it is ready. */
  readonly step?: Step
  /** Its day was over when the report was asked for: another is to be agreed. */
  readonly isPast?: true
}

interface ReportToCome {
  /** Undefined where nobody has begun. */
  readonly standing: Pick<ReportStanding, 'state' | 'clearances'> | undefined
  /** Which clearances the body asks for. */
  readonly clearances: readonly ClearanceKind[]
  /** The agenda says that it comes later. */
  readonly isToFollow: boolean
  /** When the report was asked for, where that is known. */
  readonly commissionedOn?: LocalDate
}

/**
 * Who is late with what: a report is handed in by its draft day, cleared by those the body asks for by the day of clearance, and final on the day of
 * despatch. A step is late once its day is over. Of a report to follow nothing is late, since its own day is not the agenda's;
 * nor with a step whose day was over when the report was asked for.
 */
export function latenessOf(report: ReportToCome, due: BackTimetable, today: LocalDate): Lateness {
  const step = nextStep(report)
  if (step === undefined) return { words: 'Ready', meaning: 'good', isLate: false }
  if (report.isToFollow) return { words: 'To follow', meaning: 'neutral', isLate: false, step }
  if (report.commissionedOn !== undefined && due[step] < report.commissionedOn) return { words: pastAlready, meaning: 'caution', isLate: false, step, isPast: true }
  const days = daysBetween(due[step], today)
  const name = stepNames[step]
  if (days > 0) return { words: `${name} ${countOf(days, 'days')} late`, meaning: 'bad', isLate: true, step }
  if (days === 0) return { words: `${name} due today`, meaning: 'caution', isLate: false, step }
  return { words: `${name} due ${formatDay(due[step])}`, meaning: days >= -3 ? 'caution' : 'neutral', isLate: false, step }
}

const pastAlready = 'Timetable already past: agree new days with the author'

const stepNames: Readonly<Record<Step, string>> = { draft: 'Draft', clearance: 'Clearance', despatch: 'Corrected report' }

function nextStep({ standing, clearances }: ReportToCome): Step | undefined {
  if (standing === undefined || standing.state === 'not-begun' || standing.state === 'writing') return 'draft'
  const isCleared = clearances.every((kind) => standing.clearances.some((each) => each.kind === kind && each.state === 'cleared' && !each.changedSince))
  if (!isCleared) return 'clearance'
  return standing.state === 'returned' ? 'despatch' : undefined
}

/** What of the clearances is there and what is not, in words: "legal cleared; finance asked for; equality not asked for". */
export function clearancesInWords({ standing, clearances }: Pick<ReportToCome, 'standing' | 'clearances'>): string {
  return clearances.map((kind) => `${kind} ${clearanceInWords(standing?.clearances.find((each) => each.kind === kind))}`).join('; ')
}

function clearanceInWords(clearance: ReportStanding['clearances'][number] | undefined): string {
  if (clearance === undefined) return 'not asked for'
  if (clearance.state === 'asked') return 'asked for'
  if (clearance.state === 'returned') return 'returned'
  return clearance.changedSince ? 'to be cleared again: the text has changed' : 'cleared'
}
