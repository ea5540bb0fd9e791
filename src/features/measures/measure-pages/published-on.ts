import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'

/** The day on which London clocks showed it to be published. */
export function dayPublished(at: Date): LocalDate {
  return dateOf(londonMoment(at.toISOString()))
}

/** "9 July 2020" */
export function publishedOn(at: Date): string {
  return formatDate(dayPublished(at))
}
