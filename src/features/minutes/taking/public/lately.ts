import { addDays, type LocalDate } from '#core/dates.ts'

interface Decided {
  readonly date: LocalDate
}

/** What a list of the latest decisions shows. */
export interface Lately<Found> {
  /** False where nothing was decided within a year: what is shown then is the latest there is, and no news. */
  readonly isNews: boolean
  readonly shown: readonly Found[]
}

const year = 365

/** The newest decisions first: those of the last year, or where there are none those of the latest day that has any. */
export function decidedSince<Found extends Decided>(found: readonly Found[], today: LocalDate, limit: number): Lately<Found> {
  const newestFirst = found.toSorted((one, other) => (one.date === other.date ? 0 : one.date > other.date ? -1 : 1))
  const lately = newestFirst.filter(({ date }) => date >= addDays(today, -year))
  const shown = lately.length > 0 ? lately : newestFirst.filter(({ date }) => date === newestFirst[0]?.date)
  return { isNews: lately.length > 0, shown: shown.slice(0, limit) }
}
