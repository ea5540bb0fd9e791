import { daysBetween, type LocalDate } from '#core/dates.ts'
import { backTimetable, type BackTimetable } from '../../agenda/back-timetable.ts'
import type { BodyTemplate } from '../../templates/body-template.ts'
import type { MeetingFacts } from '../../work/meeting-in-work.ts'
import type { ReportStanding } from '../report-standing.ts'

/** By when each step of a report is due; undefined where the working days of that year are not known. */
export function dueDates({ date, time }: Pick<MeetingFacts, 'date' | 'time'>, { days }: Pick<BodyTemplate, 'days'>): BackTimetable | undefined {
  const counted = backTimetable({ date, time }, days)
  return counted.ok ? counted.value : undefined
}

/** The step that is due next, as far as the report has come. */
export function nextStep(due: BackTimetable, { state, clearances }: Pick<ReportStanding, 'state' | 'clearances'>): { readonly what: string; readonly due: LocalDate } {
  if (state !== 'handed-in') return { what: 'Draft', due: due.draft }
  const isWaiting = clearances.some((one) => one.state !== 'cleared' || one.changedSince)
  return isWaiting ? { what: 'Clearance', due: due.clearance } : { what: 'Despatch', due: due.despatch }
}

/** How a day stands to today: "3 days late", "today", "in 2 days". */
export function lateness(due: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, due)
  if (days === 0) return 'today'
  const words = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days < 0 ? `${words} late` : `in ${words}`
}
