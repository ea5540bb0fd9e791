import { dateOf, dateTime, londonInstant, londonMoment, time, timeOf, type LocalDateTime } from '#core/london-time.ts'
import type { LocalDate } from '#core/dates.ts'

/**
 * When an edition was told to the public. What was done here stands in the plan from the moment at which it was kept. What a file tells of earlier days stood
 * there on the day that it says: `said`, the latest of its notices, its decision and what came of that; its first minute where it says no time.
 */
export function toldAt(said: string | undefined, kept: Date): Date {
  const at = said === undefined ? undefined : momentSaid(said)
  return at === undefined || dateOf(at) >= dateOf(londonMoment(kept.toISOString())) ? kept : new Date(londonInstant(dateOf(at), timeOf(at)))
}

function momentSaid(said: string): LocalDateTime {
  return said.length > 10 ? (said as LocalDateTime) : dateTime(said as LocalDate, time('00:00'))
}
