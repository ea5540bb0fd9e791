import type { Definition } from '../../definitions/definition.ts'
import { timesAYear } from '../../definitions/frequencies.ts'
import type { Arriving, Link } from './arriving.ts'

/** A figure that arrives, beside the one before it in its series. */
export interface Jump {
  readonly from: Arriving
  readonly value: number
  readonly before: number
  readonly periodBefore: string
  /** Whether its note says that it is right. Why it is revised says nothing of that: every revision has a reason. */
  readonly hasNote: boolean
  readonly isRevision: boolean
  /** Whether the two are a hundred times apart, or a thousand where it is money: more likely a slip of the unit than a change. */
  readonly isSlip: boolean
}

/** From so large a count on ten times as much is worth a look. */
const smallestCount = 20

type Compared = Pick<Definition, 'unit' | 'counting' | 'frequency' | 'breaks' | 'rebases'>
type Figure = Link & { readonly value: number }

/**
 * Which of the figures of a measure and an area, as they will stand, arrive and are ten times the figure before them or more, or a tenth or less. Of figures that add up over the year the one
 * before is that of the year before. Where a break in the series is recorded nothing is said.
 */
export function jumpsIn(links: readonly Link[], { unit, counting, frequency, breaks, rebases }: Compared): readonly Jump[] {
  const floor = unit === 'count' ? smallestCount : 0
  const step = counting === 'year-to-date' ? timesAYear(frequency) : 1
  const broken = new Set([...breaks, ...rebases].map(({ period }) => period))
  const figures = links.filter((link): link is Figure => link.value !== undefined && !link.period.endsWith('-outturn'))
  return [...Map.groupBy(figures, ({ breakdown }) => breakdown).values()].flatMap((unordered) => {
    const series = unordered.toSorted((one, other) => (one.period < other.period ? -1 : 1))
    return series.flatMap((figure, place) => {
      const before = series[place - step]
      const isAsked = figure.from !== undefined && before !== undefined && !broken.has(figure.period)
      return isAsked && isFar(figure.value, before.value, floor) ? jumpOf(figure, figure.from, before, unit) : []
    })
  })
}

function isFar(value: number, before: number, floor: number): boolean {
  const [one, other] = [Math.abs(value), Math.abs(before)]
  return value * before > 0 && Math.max(one, other) >= Math.max(10 * Math.min(one, other), floor)
}

function jumpOf({ value, note, status }: Figure, from: Arriving, before: Figure, unit: Definition['unit']): Jump {
  return { from, value, before: before.value, periodBefore: before.period, hasNote: note !== '', isRevision: status === 'revised', isSlip: isSlip(unit, value, before.value) }
}

/** How many times apart two figures are where one is likely in another unit. */
function isSlip(unit: Definition['unit'], value: number, before: number): boolean {
  const times = Math.max(value / before, before / value)
  if (unit === 'percent' || unit === 'rate' || unit === 'ratio') return times >= 80 && times <= 125
  return unit === 'pounds' && times >= 800 && times <= 1250
}
