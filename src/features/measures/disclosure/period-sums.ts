import { addDays } from '#core/dates.ts'
import { comparePeriods } from '#core/periods/period-order.ts'
import type { Period } from '#core/periods/period.ts'
import { periodOf } from '../definitions/frequencies.ts'
import type { Figure } from './figures.ts'
import type { FigureSum } from './world.ts'

interface Dated {
  readonly figure: Figure
  readonly period: Period
}

/** The sums that a series of counts of single periods may have: months, quarters or terms that fill a longer period make it up. */
export function periodSums(series: readonly Figure[]): readonly FigureSum[] {
  if (series[0]?.definition.counting !== 'period') return []
  const dated = inOrder(series)
  const longer = dated.filter(({ period }) => isLong(period))
  return longer.flatMap((whole) =>
    [...Map.groupBy(dated.filter(({ period }) => period.kind !== whole.period.kind && period.from >= whole.period.from && period.to <= whole.period.to && !isLong(period)), ({ period }) => period.kind).values()]
      .filter((parts) => fills(parts, whole))
      .map((parts) => ({ total: whole.figure, parts: parts.map(({ figure }) => figure) })),
  )
}

/** Two counts of a year to date, the one after the other: what lies between them is a count that nobody publishes and everybody can work out. */
export interface Step {
  readonly before: Figure
  readonly after: Figure
}

/** The steps of a series that counts from the beginning of each year, and its last count of a year beside the outturn of that year. */
export function yearToDate(series: readonly Figure[]): { readonly steps: readonly Step[]; readonly sums: readonly FigureSum[] } {
  if (series[0]?.definition.counting !== 'year-to-date') return { steps: [], sums: [] }
  const dated = inOrder(series)
  const years = [...Map.groupBy(dated.filter(({ period }) => !isLong(period)), ({ period }) => yearOf(period)).values()]
  const steps = years.flatMap((year) => year.slice(1).map(({ figure }, place) => ({ before: year[place]?.figure ?? figure, after: figure })))
  const sums = dated.filter(({ period }) => isLong(period)).flatMap(({ figure, period }) => {
    const last = dated.find((other) => !isLong(other.period) && other.period.to === period.to)
    return last === undefined ? [] : [{ total: figure, parts: [last.figure] }]
  })
  return { steps, sums }
}

function inOrder(series: readonly Figure[]): readonly Dated[] {
  return series
    .flatMap((figure) => {
      const period = periodOf(figure.definition.frequency, figure.period, 'others')
      return period === undefined || period.kind === 'day' ? [] : [{ figure, period }]
    })
    .toSorted((one, other) => comparePeriods(one.period, other.period))
}

const long: readonly Period['kind'][] = ['financial-year', 'outturn', 'academic-year', 'calendar-year']

function isLong({ kind }: Period): boolean {
  return long.includes(kind)
}

/** Whether periods follow each other without a gap from the first day of the whole to its last. */
function fills(parts: readonly Dated[], { period: whole }: Dated): boolean {
  const follow = parts.every(({ period }, place) => place === 0 || addDays(parts[place - 1]?.period.to ?? period.to, 1) === period.from)
  return follow && parts[0]?.period.from === whole.from && parts.at(-1)?.period.to === whole.to
}

/** The year in which a period is counted: from April, or of terms from September. */
function yearOf({ kind, from }: Period): number {
  const [year = 0, month = 0] = from.split('-').map(Number)
  return month >= (kind === 'term' ? 9 : 4) ? year : year - 1
}
