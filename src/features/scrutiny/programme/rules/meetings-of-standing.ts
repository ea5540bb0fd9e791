import type { LocalDate } from '#core/dates.ts'
import { addMonths } from '#core/dates.ts'
import type { Frequency } from '../model/work-programme.ts'

interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * The meetings of the year at which a standing item comes, in order. A month that has no meeting gives its turn to the first meeting after it, unless
 * that is the turn of the next month named; a month after which no meeting is planned has no turn yet. What comes as required has none of itself.
 */
export function meetingsOfStanding(frequency: Frequency, meetings: readonly LocalDate[], year: Period): LocalDate[] {
  const planned = meetings.filter((day) => day >= year.from && day <= year.to).toSorted()
  if (frequency === 'every-meeting') return planned
  if (frequency === 'as-required') return []
  if (frequency === 'once-a-year') return planned.slice(0, 1)
  if (frequency === 'twice-a-year') {
    const middle = addMonths(year.from, 6)
    return [planned.find((day) => day < middle), planned.find((day) => day >= middle)].filter((day) => day !== undefined)
  }
  if ('onceAYearIn' in frequency) {
    const turns = monthsOf(year, frequency.onceAYearIn)
    const inMonth = planned.find((day) => turns.includes(day.slice(0, 7)))
    const after = planned.find((day) => day.slice(0, 7) > (turns[0] ?? ''))
    return [inMonth ?? after].filter((day) => day !== undefined)
  }
  return turnsOf(monthsOf(year, frequency.inMonths), planned)
}

function turnsOf(turns: readonly string[], planned: readonly LocalDate[]): LocalDate[] {
  const found = turns.flatMap((turn, index) => {
    const until = turns[index + 1] ?? '9999'
    return planned.find((day) => day.slice(0, 7) >= turn && day.slice(0, 7) < until) ?? []
  })
  return [...new Set(found)]
}

/** The months of the year with these numbers, in order: `2023-11`, `2024-01`. */
function monthsOf({ from, to }: Period, numbers: readonly number[]): string[] {
  const months: string[] = []
  const last = to.slice(0, 7)
  for (let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]; ; month === 12 ? ([year, month] = [year + 1, 1]) : (month += 1)) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > last) return months
    if (numbers.includes(month)) months.push(name)
  }
}
