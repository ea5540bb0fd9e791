import { weekdayName } from './date-words.ts'
import { addDays, weekday, yearOf, type LocalDate } from './dates.ts'

/** Which days are not worked besides weekends, and for which years that is known. */
export interface WorkingDays {
  /** What list this is, with its version: "Bank holidays in England and Wales, list of June 2026". */
  readonly name: string
  /** The first and last calendar years that the list covers, both included. */
  readonly firstYear: number
  readonly lastYear: number
  readonly holidays: ReadonlyMap<LocalDate, string>
}

/** Thrown when a count would leave the years for which holidays are known: a wrong count is never given instead. */
export class OutsideTheCalendar extends Error {
  override readonly name = 'OutsideTheCalendar'
  readonly day: LocalDate

  constructor(day: LocalDate, calendar: WorkingDays) {
    super(`Holidays are known from ${calendar.firstYear} to ${calendar.lastYear} (${calendar.name}), so working days cannot be counted in ${yearOf(day)}.`)
    this.day = day
  }
}

/** Why a day is not a working day: "Saturday", "Sunday" or the holiday's name; undefined for a working day. */
export function whyNotWorked(day: LocalDate, calendar: WorkingDays): string | undefined {
  const year = yearOf(day)
  if (year < calendar.firstYear || year > calendar.lastYear) throw new OutsideTheCalendar(day, calendar)
  return calendar.holidays.get(day) ?? (weekday(day) > 5 ? weekdayName(day) : undefined)
}

/** A count of days with what was counted and what was passed over, so that it can be shown. */
export interface DayCount {
  readonly counted: readonly LocalDate[]
  readonly skipped: readonly { readonly day: LocalDate; readonly why: string }[]
  /** The last day counted; the starting day where nothing was to be counted. */
  readonly reached: LocalDate
}

/**
 * Counts so many working days from an event, forwards or backwards. The day of the event is day 0, whether it is worked or not;
 * the next working day is day 1. One working day after Thursday 2 April 2026 is Tuesday 7 April (Good Friday to Easter Monday skipped).
 */
export function countWorkingDays(event: LocalDate, amount: number, direction: 'forwards' | 'backwards', calendar: WorkingDays): DayCount {
  const counted: LocalDate[] = []
  const skipped: { day: LocalDate; why: string }[] = []
  let day = event
  while (counted.length < amount) {
    day = addDays(day, direction === 'forwards' ? 1 : -1)
    const why = whyNotWorked(day, calendar)
    if (why === undefined) counted.push(day)
    else skipped.push({ day, why })
  }
  return { counted, skipped, reached: day }
}

/**
 * The working days that lie clear between two days: neither the first nor the second is counted.
 * Between Friday 3 and Tuesday 14 February 2017 there are six. Empty where the second does not come after the first.
 */
export function clearWorkingDaysBetween(first: LocalDate, second: LocalDate, calendar: WorkingDays): readonly LocalDate[] {
  const clear: LocalDate[] = []
  for (let day = addDays(first, 1); day < second; day = addDays(day, 1)) {
    if (whyNotWorked(day, calendar) === undefined) clear.push(day)
  }
  return clear
}
