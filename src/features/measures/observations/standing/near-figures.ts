import type { Period } from '#core/periods/period.ts'
import type { Definition } from '../../definitions/definition.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import type { Link } from './arriving.ts'

export type Figure = Link & { readonly value: number }

/** The figures around one in its series, as far as it can be held against them, the nearest first. */
export interface Around {
  readonly before: readonly Figure[]
  readonly after: readonly Figure[]
  /** Of the same part of other years, where its series has other parts too: what comes back every year is usual. */
  readonly season: readonly Figure[]
}

/** So many on a side say what is usual, whichever one of them is itself a slip. */
const mostNear = 4

type Counted = Pick<Definition, 'counting' | 'frequency' | 'breaks' | 'rebases'>

/**
 * Finds what is around a figure of a series in order of time: of figures that add up over the year the same part of other years, whatever periods are missing between, and nothing across a break that is
 * recorded. A year that stands beside quarters is held against years.
 */
export function aroundIn(series: readonly Figure[], { counting, frequency, breaks, rebases }: Counted): (figure: Figure) => Around {
  const broken = [...breaks, ...rebases].map(({ period }) => period)
  const near = (runOf: (period: Period | undefined) => string) => nearIn([...Map.groupBy(series, ({ period }) => runOf(periodOf(frequency, period, 'others'))).values()], broken)
  const ofLength = near((period) => period?.kind ?? '')
  const ofPart = near((period) => `${period?.kind}|${period?.from.slice(5, 7)}`)
  return (figure) => {
    const sameParts = ofPart(figure)
    if (counting === 'year-to-date') return { before: sameParts.before, after: sameParts.after, season: [] }
    const all = ofLength(figure)
    return { before: all.before, after: all.after, season: sameParts.of === all.of ? [] : [...sameParts.before, ...sameParts.after].filter(({ from }) => from === undefined) }
  }
}

/** Finds the figures next to one among those that may be held against it, the nearest first, and how many they are in all. */
function nearIn(runs: readonly (readonly Figure[])[], broken: readonly string[]) {
  const places = new Map(runs.flatMap((run) => run.map((figure, place) => [figure, { run, place }] as const)))
  const areParted = (one: Figure, other: Figure) => broken.some((period) => one.period < period !== other.period < period)
  return (figure: Figure) => {
    const { run, place } = places.get(figure) ?? { run: [], place: 0 }
    const joined = (figures: readonly Figure[]) => figures.filter((other) => !areParted(other, figure))
    return { before: joined(run.slice(Math.max(0, place - mostNear), place).toReversed()), after: joined(run.slice(place + 1, place + 1 + mostNear)), of: run.length }
  }
}

/** The median of figures; where two are in the middle, that which is nearer to the value. */
export function usualOf(near: readonly Figure[], value: number): Figure | undefined {
  const ordered = near.toSorted((one, other) => one.value - other.value)
  const [lower, upper] = [ordered[Math.floor((ordered.length - 1) / 2)], ordered[Math.floor(ordered.length / 2)]]
  return lower !== undefined && upper !== undefined && timesApart(lower.value, value) < timesApart(upper.value, value) ? lower : upper
}

/** How many times one is the other, or the other is the one: never less than 1, and endless beside nought or across it. */
export function timesApart(one: number, other: number): number {
  return one * other <= 0 ? Number.POSITIVE_INFINITY : Math.max(one / other, other / one)
}
