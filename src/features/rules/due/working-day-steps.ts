import { formatDay, weekdayName } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { DayCount } from '#core/working-days.ts'

interface Run {
  readonly isCounted: boolean
  readonly days: { readonly day: LocalDate; readonly why: string | undefined }[]
}

/** A count of working days, run by run: which days were counted, and each weekend day and holiday that was not, by name. */
export function workingDaySteps(count: DayCount, direction: 'forwards' | 'backwards'): readonly string[] {
  const days = [...count.counted.map((day) => ({ day, why: undefined })), ...count.skipped]
  days.sort((one, other) => (one.day < other.day ? -1 : 1))
  if (direction === 'backwards') days.reverse()
  let counted = 0
  return runsOf(days).map((run) => {
    if (!run.isCounted) return `Not counted: ${run.days.map(({ day, why }) => skippedWords(day, why)).join(', ')}.`
    const first = counted + 1
    counted += run.days.length
    return countedWords(first, counted, run.days)
  })
}

function runsOf(days: Run['days']): readonly Run[] {
  const runs: Run[] = []
  for (const each of days) {
    const isCounted = each.why === undefined
    const last = runs.at(-1)
    if (last?.isCounted === isCounted) last.days.push(each)
    else runs.push({ isCounted, days: [each] })
  }
  return runs
}

function countedWords(first: number, last: number, days: Run['days']): string {
  const from = days[0]
  const to = days.at(-1)
  if (from === undefined || to === undefined) return ''
  return first === last ? `Day ${first}: ${formatDay(from.day)}.` : `Days ${first} to ${last}: ${formatDay(from.day)} to ${formatDay(to.day)}.`
}

/** "Saturday 11 April 2026", "Monday 6 April 2026 (Easter Monday)": a weekend day's own name says why. */
function skippedWords(day: LocalDate, why: string | undefined): string {
  return why === undefined || why === weekdayName(day) ? formatDay(day) : `${formatDay(day)} (${why})`
}
