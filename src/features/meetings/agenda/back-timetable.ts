import { formatDay } from '#core/date-words.ts'
import { addDays, parseDate, type LocalDate, type LocalTime } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { meetingDeadlines, nonWorkingDay, workingDaysBefore } from '#features/rules'

/** So many working days before the agenda is published. */
export interface TimetableDays {
  /** The author hands in the first draft. */
  readonly draft: number
  /** The legal, finance and equality officers have cleared the report. */
  readonly clearance: number
  /** The final report is with those who publish the agenda. */
  readonly despatch: number
}

/** By when each step towards an agenda is due. */
export interface BackTimetable {
  /** The last lawful day to publish the agenda. */
  readonly publication: LocalDate
  readonly despatch: LocalDate
  readonly clearance: LocalDate
  readonly draft: LocalDate
  /** How each day was reached, a sentence a step. */
  readonly working: readonly string[]
}

interface MeetingDay {
  readonly date: LocalDate
  readonly time?: LocalTime | undefined
  readonly resumedFrom?: LocalDate | undefined
}

function resumes(day: LocalDate): ReturnType<typeof refuse> {
  return refuse('not-now', `It resumes the meeting of ${formatDay(day)}, which was adjourned, and takes up its agenda and reports, so there is no timetable. Only an item that is new to it needs five clear working days.`)
}

/**
 * Counts back from a meeting: to the last day on which its agenda may be published (five clear working days before: Local Government Act 1972 s100B), and
 * from there, in working days, to despatch, clearance and draft. Refused for years whose bank holidays are not known, and for a
 * meeting that resumes an adjourned one: it takes up the agenda of its first day.
 */
export function backTimetable(meeting: MeetingDay, days: TimetableDays): Outcome<BackTimetable> {
  if (meeting.resumedFrom !== undefined) return resumes(meeting.resumedFrom)
  const published = meetingDeadlines(meeting, meeting.date).find(({ rule }) => rule === 'agenda-publication')
  const publication = published && parseDate(published.due)
  if (publication === undefined) return refuse('invalid', `Working days cannot be counted back from ${formatDay(meeting.date)}: the bank holidays of that year are not known.`)
  const despatch = workingDaysBefore(publication, days.despatch)
  if (!despatch.ok) return despatch
  const clearance = workingDaysBefore(publication, days.clearance)
  if (!clearance.ok) return clearance
  const draft = workingDaysBefore(publication, days.draft)
  if (!draft.ok) return draft
  const steps = [step('Despatch', days.despatch, despatch.value), step('Clearance', days.clearance, clearance.value), step('Draft', days.draft, draft.value)]
  const working = [...(published?.working ?? []), ...steps, ...passedOver(draft.value, publication)]
  return ok({ publication, despatch: despatch.value, clearance: clearance.value, draft: draft.value, working })
}

/** The same with the day that was agreed with the author for the draft: a later step is never due before it. */
export function withAgreedDraft(due: BackTimetable, draftBy: LocalDate | undefined): BackTimetable {
  if (draftBy === undefined) return due
  const notBefore = (day: LocalDate) => (day < draftBy ? draftBy : day)
  return { ...due, draft: draftBy, clearance: notBefore(due.clearance), despatch: notBefore(due.despatch) }
}

function step(name: string, days: number, reached: LocalDate): string {
  if (days === 0) return `${name}: on the day of publication, ${formatDay(reached)}.`
  return `${name}: ${days === 1 ? 'the working day' : `${days} working days`} before publication, ${formatDay(reached)}.`
}

/** The holidays on the way; that weekends are passed over needs no saying. */
function passedOver(from: LocalDate, to: LocalDate): string[] {
  const holidays: string[] = []
  for (let day = from; day < to; day = addDays(day, 1)) {
    const why = nonWorkingDay(day)
    if (why !== undefined && why !== 'Saturday' && why !== 'Sunday') holidays.push(`${formatDay(day)} (${why})`)
  }
  return holidays.length === 0 ? [] : [`Not counted besides weekends: ${holidays.join(', ')}.`]
}
