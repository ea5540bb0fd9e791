import type { Definition } from '../../definitions/definition.ts'
import { timesAYear } from '../../definitions/frequencies.ts'
import type { Link } from './arriving.ts'

export type Figure = Link & { readonly value: number }

/** The figures around one in its series, as far as it can be held against them, the nearest first. */
export interface Around {
  readonly before: readonly Figure[]
  readonly after: readonly Figure[]
}

/** So many on a side say what is usual, whichever one of them is itself a slip. */
const mostNear = 4

/** Finds what is around a place of a series: of figures that add up over the year the same part of other years, and nothing across a break that is recorded. */
export function aroundIn(series: readonly Figure[], { counting, frequency, breaks, rebases }: Pick<Definition, 'counting' | 'frequency' | 'breaks' | 'rebases'>): (place: number) => Around {
  const step = counting === 'year-to-date' ? timesAYear(frequency) : 1
  const broken = new Set([...breaks, ...rebases].map(({ period }) => period))
  const isBroken = (from: number, to: number) => broken.size > 0 && series.slice(from + 1, to + 1).some(({ period }) => broken.has(period))
  const near = (place: number, side: number) => {
    const found: Figure[] = []
    for (let at = place + side; found.length < mostNear; at += side) {
      const figure = series[at]
      if (figure === undefined || isBroken(Math.min(at, place), Math.max(at, place))) break
      found.push(figure)
    }
    return found
  }
  return (place) => ({ before: near(place, -step), after: near(place, step) })
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
