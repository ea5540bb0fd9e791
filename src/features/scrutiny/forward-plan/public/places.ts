import { parseDate, type LocalDate } from '#core/dates.ts'
import type { PlanPlace } from '../store/published-plan.ts'

/** A place in a list, `2022-09-22.future-of-redditch-library`, from which the next page goes on. */
export function parsePlace(text: string): PlanPlace | undefined {
  const [, day = '', reference = ''] = /^(\d{4}-\d{2}-\d{2})\.([a-z0-9-]{1,100})$/.exec(text) ?? []
  const date = parseDate(day)
  return date && { date, reference }
}

export function placeText(date: LocalDate, reference: string): string {
  return `${date}.${reference}`
}
