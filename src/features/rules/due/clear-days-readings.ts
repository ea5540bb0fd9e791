import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { RuleCalendar } from '../england-and-wales.ts'
import type { ClearDays } from '../local-settings.ts'
import type { CountedLimit } from '../rule.ts'
import { countDays, type Counted } from './count.ts'
import type { Reading } from './due.ts'

interface CountedReading extends Reading {
  readonly limit: CountedLimit
  readonly counted: Counted
}

/** Both readings of a limit in "clear days" that no authority settles. */
interface ClearDaysReadings {
  readonly safer: CountedReading
  readonly other: CountedReading
  /** The one of the two that the council has set; the safer one where it has set none. */
  readonly used: CountedReading
  readonly unused: CountedReading
}

/**
 * Nobody has ruled whether weekends and holidays drop out of these clear days, so both ways are counted. The safer date is the one that is
 * right on either reading: the earlier for something due, the later for something that has to wait.
 */
export function readClearDays(limit: CountedLimit, event: LocalDate, calendar: RuleCalendar, setting: ClearDays): ClearDaysReadings {
  const inCalendarDays = countDays(limit, event, calendar)
  const workingLimit: CountedLimit = { ...limit, unit: 'clear working days' }
  const inWorkingDays = countDays(workingLimit, event, calendar)
  const isCalendarSafer = limit.bound === 'earliest' ? inCalendarDays.reached >= inWorkingDays.reached : inCalendarDays.reached <= inWorkingDays.reached
  const calendarReading = reading(limit, inCalendarDays, 'weekends and bank holidays counted', isCalendarSafer, setting === 'calendar')
  const workingReading = reading(workingLimit, inWorkingDays, 'weekends and bank holidays left out', !isCalendarSafer, setting === 'working')
  const [safer, other] = isCalendarSafer ? [calendarReading, workingReading] : [workingReading, calendarReading]
  return other.isCouncils ? { safer, other, used: other, unused: safer } : { safer, other, used: safer, unused: other }
}

function reading(limit: CountedLimit, counted: Counted, convention: string, isSafer: boolean, isCouncils: boolean): CountedReading {
  return { limit, counted, due: counted.reached, convention, isSafer, isCouncils }
}

/** Why the working follows one reading. */
export function whyThisReading({ used }: ClearDaysReadings): string {
  const reason = used.isCouncils ? 'as this council has set' : 'the safer of the two dates'
  return `No authority says whether weekends and bank holidays count as clear days here. Counted first: ${used.convention}, ${reason}.`
}

/** The other reading with its own steps, in one line. */
export function otherReadingStep({ unused }: ClearDaysReadings): string {
  return `Counted the other way (${unused.convention}): ${formatDay(unused.due)}. ${unused.counted.steps.join(' ')}`
}
