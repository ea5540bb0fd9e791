import { date, type LocalDate } from '#core/dates.ts'
import type { WorkingDays } from '#core/working-days.ts'
import { bankHolidays } from './data/bank-holidays.ts'

/** Working days of which the later years are not yet certain. */
export interface RuleCalendar extends WorkingDays {
  /** The holidays of later years follow the regular pattern, which a proclamation may still change. */
  readonly lastPublishedYear: number
}

/** The calendar of the rules: Monday to Friday are worked, except bank holidays in England and Wales. Bundled: nothing is looked up at run time. */
export const englandAndWales: RuleCalendar = {
  name: 'bank holidays in England and Wales, list of November 2026',
  firstYear: 2012,
  lastPublishedYear: 2027,
  lastYear: 2032,
  holidays: new Map<LocalDate, string>(bankHolidays.map(([day, name]) => [date(day), name])),
}
