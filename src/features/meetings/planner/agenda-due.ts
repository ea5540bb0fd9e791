import { formatDay } from '#core/date-words.ts'
import { addDays, daysBetween, parseDate, type LocalDate } from '#core/dates.ts'
import { meetingDeadlines } from '#features/rules'

/** By when the agenda of a meeting is to be published, and how near that is. */
export interface AgendaDue {
  readonly day: LocalDate
  /** "Tuesday 23 June 2026, in 8 days" */
  readonly words: string
  readonly isLate: boolean
  /** How the day was counted, a sentence a step. */
  readonly working: readonly string[]
}

/** The last lawful day to publish the agenda of a meeting (Local Government Act 1972 s100B); undefined where it cannot be counted. */
export function agendaDue(meeting: LocalDate, today: LocalDate): AgendaDue | undefined {
  const deadline = meetingDeadlines({ date: meeting }, today).find(({ rule }) => rule === 'agenda-publication')
  const day = deadline && parseDate(deadline.due)
  if (day === undefined) return undefined
  return { day, words: `${formatDay(day)}, ${distance(daysBetween(today, day))}`, isLate: day < today, working: deadline?.working ?? [] }
}

function distance(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return '1 day late'
  return days > 0 ? `in ${days} days` : `${-days} days late`
}

/** Five clear working days are never further apart than this, whatever the holidays. */
const longestNotice = 40

/** The first day of a meeting whose agenda can still be published in time today; every meeting before it without an agenda is late. */
export function firstDayInTime(today: LocalDate): LocalDate {
  for (let day = today; day < addDays(today, longestNotice); day = addDays(day, 1)) {
    if (agendaDue(day, today)?.isLate !== true) return day
  }
  return addDays(today, longestNotice)
}
