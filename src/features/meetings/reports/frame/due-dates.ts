import { daysBetween, type LocalDate } from '#core/dates.ts'
import { backTimetable, withAgreedDraft, type BackTimetable } from '../../agenda/back-timetable.ts'
import type { BodyTemplate } from '../../templates/body-template.ts'
import type { MeetingFacts } from '../../work/meeting-in-work.ts'

/** By when each step of a report is due, the draft by the day that was agreed where one was; undefined where the working days of that year are not known, and of a meeting that goes on. */
export function dueDates(meeting: Pick<MeetingFacts, 'date' | 'time' | 'resumedFrom'>, { days }: Pick<BodyTemplate, 'days'>, draftBy?: LocalDate): BackTimetable | undefined {
  const counted = backTimetable(meeting, days)
  return counted.ok ? withAgreedDraft(counted.value, draftBy) : undefined
}

/** Whether a day was over already when the report was asked for: nobody is late with it. */
function wasOverWhenAsked(due: LocalDate, commissionedOn: LocalDate | undefined): boolean {
  return commissionedOn !== undefined && due < commissionedOn
}

/** How a day stands to today: "3 days late", "today", "in 2 days", "over when the report was asked for". */
export function dueInWords(due: LocalDate, today: LocalDate, commissionedOn: LocalDate | undefined): string {
  if (wasOverWhenAsked(due, commissionedOn)) return 'over when the report was asked for'
  const days = daysBetween(today, due)
  if (days === 0) return 'today'
  const words = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days < 0 ? `${words} late` : `in ${words}`
}
