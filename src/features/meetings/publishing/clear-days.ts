import { formatDay } from '#core/date-words.ts'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import { countOf } from '#core/count-in-words.ts'
import { countClearWorkingDays, meetingDeadlines } from '#features/rules'
import { clearDaysAsked } from '../record/clear-days.ts'

/** How a publication on one day stands to the rule of five clear working days. */
export interface ClearDays {
  /** Between today and the meeting; left out for years whose bank holidays are not known. */
  readonly left?: number
  /** The agenda as a whole comes too late. */
  readonly isLate: boolean
  /** An item that joins today comes too late. */
  readonly isLateForNew: boolean
  /** In a sentence: "Published today there are 6 clear working days …". */
  readonly words: string
  /** How the last lawful day was counted, a sentence a step. */
  readonly working: readonly string[]
}

interface MeetingDay {
  readonly date: LocalDate
  readonly time?: LocalTime | undefined
  readonly resumedFrom?: LocalDate | undefined
}

/**
 * How many clear working days there are if the agenda is published today; neither that day nor the meeting's counts. Only a meeting in public is bound, and of one
 * that resumes an adjourned meeting only what is new to it: the rest was open to inspection before the first day.
 */
export function clearDaysOf(meeting: MeetingDay, isOpen: boolean, today: LocalDate): ClearDays {
  if (!isOpen) return { isLate: false, isLateForNew: false, words: 'The rule of five clear working days is for meetings in public; this one is private.', working: [] }
  const deadline = meetingDeadlines(meeting, today).find(({ rule }) => rule === 'agenda-publication')
  const counted = countClearWorkingDays(today, meeting.date)
  const working = deadline?.working ?? []
  if (!counted.ok) return { isLate: false, isLateForNew: false, words: counted.refusal.message, working }
  const isLate = counted.value < clearDaysAsked
  const days = countOf(Math.max(0, counted.value), 'clear working days')
  const last = deadline === undefined ? '' : ` The last lawful day is ${deadline.words}.`
  const verdict = isLate ? `Only ${days} would be left between today, ${formatDay(today)}, and the meeting; the law asks for ${clearDaysAsked}.` : `There are ${days} between today, ${formatDay(today)}, and the meeting; the law asks for ${clearDaysAsked}.`
  if (meeting.resumedFrom === undefined) return { left: counted.value, isLate, isLateForNew: isLate, words: `${verdict}${last}`, working }
  const words = `It resumes the meeting of ${formatDay(meeting.resumedFrom)}, adjourned, whose agenda was open to inspection before it: the items that it takes up need no further notice. For an item that is new to it: ${verdict}${last}`
  return { left: counted.value, isLate: false, isLateForNew: isLate, words, working }
}
