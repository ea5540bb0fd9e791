import { periodBefore } from '#core/periods/period-order.ts'
import { parsePeriod, type Period } from '#core/periods/period.ts'
import type { Definition } from '../definitions/definition.ts'
import { kindOf } from '../definitions/frequencies.ts'

/** The last period of a measure's own kind that ends by the end of another; none for what is counted on single days. */
export function lastPeriodBy({ frequency }: Pick<Definition, 'frequency'>, until: Period): Period | undefined {
  const kind = kindOf(frequency)
  if (kind === 'day') return undefined
  const within = parsePeriod(containing[kind](until.to), kind)
  if (within === undefined) return undefined
  return within.to <= until.to ? within : periodBefore(within)
}

type Kind = Exclude<Period['kind'], 'day' | 'outturn'>

/** The period of each kind that holds a day. */
const containing: Readonly<Record<Kind | 'outturn', (day: string) => string>> = {
  month: (day) => day.slice(0, 7),
  quarter: (day) => `${years(day, 4)}-q${(Math.floor((monthOf(day) - 1) / 3) + 3) % 4 + 1}`,
  term: (day) => `${years(day, 9)}-ay-${monthOf(day) >= 9 ? 'autumn' : monthOf(day) >= 4 ? 'summer' : 'spring'}`,
  'financial-year': (day) => years(day, 4),
  outturn: (day) => `${years(day, 4)}-outturn`,
  'academic-year': (day) => `${years(day, 9)}-ay`,
  'calendar-year': (day) => day.slice(0, 4),
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7))
}

/** The year that begins in this month and holds the day: 2019-20. */
function years(day: string, firstMonth: number): string {
  const start = Number(day.slice(0, 4)) - (monthOf(day) < firstMonth ? 1 : 0)
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}
