import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '#core/dates.ts'

/** What day and what moment it is; handed in at each door, so that no rule reads the machine's clock itself. */
export interface Clock {
  /** The product's day: a fixed one where a setting or the example county gives it, else the day in London. */
  readonly today: () => LocalDate
  /** The real moment, never fixed: sessions and sign-in limits run on it. */
  readonly now: () => Date
}

export interface FixedDays {
  /** The setting `TODAY`. */
  readonly setting?: LocalDate | undefined
  /** The day at which an example stands, asked each time because the store can be filled or emptied while the clock runs. */
  readonly example?: () => LocalDate | undefined
}

/** The product's clock. */
export function makeClock(fixed: FixedDays = {}, now: () => Date = () => new Date()): Clock {
  return {
    today: () => fixed.setting ?? fixed.example?.() ?? londonDay(now()),
    now,
  }
}

function londonDay(moment: Date): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/London').toPlainDate().toString() as LocalDate
}
