import { date, type LocalDate } from '#core/dates.ts'
import type { WorkingDays } from '#core/working-days.ts'
import { bankHolidays } from './data/bank-holidays.ts'

/** The calendar of the rules: Monday to Friday are worked, except bank holidays in England and Wales. Bundled: nothing is looked up at run time. */
export const englandAndWales: WorkingDays = {
  name: 'bank holidays in England and Wales, list of November 2026',
  firstYear: 2012,
  lastYear: 2032,
  holidays: new Map<LocalDate, string>(bankHolidays.map(([day, name]) => [date(day), name])),
}
