import type { Definition } from '../../definitions/definition.ts'
import { timesAYear } from '../../definitions/frequencies.ts'
import type { Arriving, Link } from './arriving.ts'

/** What a figure is held against: the one before it in its series, the one after it where it is the first, or the one whose place it takes. */
type Beside =
  | { readonly is: 'before' | 'after'; readonly period: string; readonly value: number }
  /** Beside neighbours from which the new figure is not far, it mends a slip. */
  | { readonly is: 'replaced'; readonly value: number; readonly mendsSlip: boolean }

/** A figure that arrives, beside one from which it is far. */
export interface Jump {
  readonly from: Arriving
  readonly value: number
  readonly beside: Beside
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
 * Which of the figures of a measure and an area, as they will stand, arrive and are ten times one that they are held against or more, or a tenth or less. Of figures that add up over the year the
 * one before is that of the year before. Across a break in the series that is recorded nothing is said.
 */
export function jumpsIn(links: readonly Link[], { unit, counting, frequency, breaks, rebases }: Compared): readonly Jump[] {
  const isFar = farBy(unit === 'count' ? smallestCount : 0)
  const step = counting === 'year-to-date' ? timesAYear(frequency) : 1
  const broken = new Set([...breaks, ...rebases].map(({ period }) => period))
  const figures = links.filter((link): link is Figure => link.value !== undefined && !link.period.endsWith('-outturn'))
  return [...Map.groupBy(figures, ({ breakdown }) => breakdown).values()].flatMap((unordered) => {
    const series = unordered.toSorted((one, other) => (one.period < other.period ? -1 : 1))
    const beforeAt = (place: number) => (broken.has(series[place]?.period ?? '') ? undefined : series[place - step])
    const afterAt = (place: number) => (broken.has(series[place + step]?.period ?? '') ? undefined : series[place + step])
    return series.flatMap((figure, place) => {
      if (figure.from === undefined) return []
      const around = { before: beforeAt(place), isBeforeFirst: beforeAt(place - step) === undefined, after: afterAt(place), afterNext: afterAt(place + step) }
      return jumpOf(figure, figure.from, besides(figure, around, isFar), unit) ?? []
    })
  })
}

type IsFar = (value: number, other: number | undefined) => boolean

function farBy(floor: number): IsFar {
  return (value, other) => {
    if (other === undefined || value * other <= 0) return false
    const [one, another] = [Math.abs(value), Math.abs(other)]
    return Math.max(one, another) >= Math.max(10 * Math.min(one, another), floor)
  }
}

/** A figure of a series with those around it, as far as it can be held against them. */
interface Around {
  readonly before: Figure | undefined
  /** Whether nothing comes before the one before. */
  readonly isBeforeFirst: boolean
  readonly after: Figure | undefined
  readonly afterNext: Figure | undefined
}

/** From what a figure is far. Where the first of a series and the next arrive together, the one after both says which of the two is told. */
function besides({ value, replaced }: Figure, { before, isBeforeFirst, after, afterNext }: Around, isFar: IsFar): Beside[] {
  const found: Beside[] = []
  const isFirstWrong = before?.from !== undefined && isBeforeFirst && after !== undefined && !isFar(value, after.value)
  const isNextRight = after?.from === undefined || (afterNext !== undefined && !isFar(after.value, afterNext.value))
  if (before !== undefined && isFar(value, before.value) && !isFirstWrong) found.push({ is: 'before', period: before.period, value: before.value })
  if (before === undefined && after !== undefined && isFar(value, after.value) && isNextRight) found.push({ is: 'after', period: after.period, value: after.value })
  const beside = before ?? after
  if (replaced !== undefined && isFar(value, replaced)) found.push({ is: 'replaced', value: replaced, mendsSlip: beside !== undefined && !isFar(value, beside.value) })
  return found
}

/** One jump for a figure: the one that looks like a slip, where any does. */
function jumpOf({ value, note, status }: Figure, from: Arriving, found: readonly Beside[], unit: Definition['unit']): Jump | undefined {
  const slip = found.find((one) => isSlip(unit, value, one))
  const beside = slip ?? found[0]
  return beside && { from, value, beside, hasNote: note !== '', isRevision: status === 'revised', isSlip: slip !== undefined }
}

/** How many times apart two figures are where one is likely in another unit; a correction that agrees with its neighbours mends such a slip. */
function isSlip(unit: Definition['unit'], value: number, beside: Beside): boolean {
  if (beside.is === 'replaced' && beside.mendsSlip) return false
  const times = Math.max(value / beside.value, beside.value / value)
  if (unit === 'percent' || unit === 'rate' || unit === 'ratio') return times >= 80 && times <= 125
  return unit === 'pounds' && times >= 800 && times <= 1250
}
