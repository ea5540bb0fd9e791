import { yearOf, type LocalDate } from '#core/dates.ts'
import type { RuleCalendar } from '../england-and-wales.ts'

/** The sentence that the working needs where a count of working days touches years whose bank holidays are not yet published. */
export function reckonedHolidaysStep(days: readonly LocalDate[], calendar: RuleCalendar): readonly string[] {
  const years = [...new Set(days.map(yearOf))].filter((year) => year > calendar.lastPublishedYear).sort((one, other) => one - other)
  if (years.length === 0) return []
  return [
    `Bank holidays after ${calendar.lastPublishedYear} are taken from the regular pattern, not from a published list: those of ${years.join(' and ')} may still be changed by proclamation.`,
  ]
}
