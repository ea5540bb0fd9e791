import type { Definition } from '../../definitions/definition.ts'
import type { Arriving, Link } from './arriving.ts'
import { aroundIn, timesApart, usualOf, type Around, type Figure } from './near-figures.ts'

/** What a figure is held against: those before it in its series, those after it where it is the first, or the one whose place it takes. */
type Beside =
  | { readonly is: 'before' | 'after'; readonly period: string; readonly value: number }
  | { readonly is: 'replaced'; readonly value: number }

/** A figure that arrives, beside one from which it is far. */
export interface Jump {
  readonly from: Arriving
  readonly value: number
  readonly beside: Beside
  /** Whether its note says that it is right: `old` is one that stood with a figure far from it. Why it is revised says nothing of that: every revision has a reason. */
  readonly note: 'none' | 'old' | 'new'
  readonly isRevision: boolean
  /** Whether the two are about a hundred times apart, or a thousand where it is money: more likely a slip of the unit than a change. */
  readonly isSlip: boolean
  /** Whether it takes the place of one that was far from its neighbours, and is not far from them. */
  readonly isMend: boolean
}

/** From so large a count on it is worth a look. */
const smallestCount = 20

/** A slip of one digit makes ten times of a figure that itself varies: between about 7 and 14 times what is usual. */
const farTimes = 7

/** As near as this to its neighbour, a figure goes on from where the series has moved. */
const sameTimes = 3

type Compared = Pick<Definition, 'unit' | 'counting' | 'frequency' | 'breaks' | 'rebases'>

/**
 * Which of the figures of a measure and an area, as they will stand, arrive and are far from what is usual beside them: seven times or more, or a seventh or less. What is usual is the median of up to
 * four figures before it, so that neither a slip that nobody noticed nor a single odd period decides. Of figures that add up over the year those before are of the years before. Across a break in the
 * series that is recorded nothing is said.
 */
export function jumpsIn(links: readonly Link[], measure: Compared): readonly Jump[] {
  const isFar = farBy(measure.unit === 'count' ? smallestCount : 0)
  const figures = links.filter((link): link is Figure => link.value !== undefined && !link.period.endsWith('-outturn'))
  return [...Map.groupBy(figures, ({ breakdown }) => breakdown).values()].flatMap((unordered) => {
    const series = unordered.toSorted((one, other) => (one.period < other.period ? -1 : 1))
    const aroundAt = aroundIn(series, measure)
    return series.flatMap((figure, place) => (figure.from === undefined ? [] : (jumpOf(figure, figure.from, aroundAt(place), { isFar, unit: measure.unit }) ?? [])))
  })
}

type IsFar = (value: number, other: number) => boolean

function farBy(floor: number): IsFar {
  return (value, other) => value * other > 0 && timesApart(value, other) >= farTimes && Math.max(Math.abs(value), Math.abs(other)) >= floor
}

/** One jump for a figure: the one that looks like a slip, where any does. */
function jumpOf(figure: Figure, from: Arriving, around: Around, { isFar, unit }: { readonly isFar: IsFar; readonly unit: Definition['unit'] }): Jump | undefined {
  const { value, replaced, status } = figure
  const found = [...besides(figure, around, isFar), ...(replaced !== undefined && isFar(value, replaced) ? [{ is: 'replaced' as const, value: replaced }] : [])]
  const agrees = [around.before, around.after].some((near) => agreesWith(usualOf(near, value), value, isFar))
  const isMend = (one: Beside) => one.is === 'replaced' && agrees
  const slip = found.find((one) => !isMend(one) && isSlip(unit, timesApart(value, one.value)))
  const beside = slip ?? found[0]
  return beside && { from, value, beside, note: noteOf(figure, isFar), isRevision: status === 'revised', isSlip: slip !== undefined, isMend: isMend(beside) }
}

/** From what in its series a figure is far: the one next to it, where that is far, before what is usual. */
function besides({ value }: Figure, { before, after }: Around, isFar: IsFar): Beside[] {
  const [is, near] = before.length > 0 ? (['before', before] as const) : (['after', after] as const)
  const [next, usual] = [near[0], usualOf(near, value)]
  if (next === undefined || usual === undefined || !isFar(value, usual.value) || timesApart(value, next.value) <= sameTimes) return []
  if (is === 'before' ? isFirstWrong(value, before, after) : isNextAsked(after)) return []
  return [next, usual].filter((one) => isFar(value, one.value)).map((one) => ({ is, period: one.period, value: one.value }))
}

/** Where the first of a series and the next arrive together, the one after both says which of the two is told. */
function isFirstWrong(value: number, [first, ...more]: readonly Figure[], [after]: readonly Figure[]): boolean {
  return first?.from !== undefined && more.length === 0 && after !== undefined && timesApart(value, after.value) <= sameTimes
}

function isNextAsked([next, afterNext]: readonly Figure[]): boolean {
  return next?.from !== undefined && afterNext === undefined
}

function agreesWith(usual: Figure | undefined, value: number, isFar: IsFar): boolean {
  return usual !== undefined && !isFar(value, usual.value)
}

/** A note that stood before says that a figure is right only where it stood with one like it: forms hold it ready, and files repeat it. */
function noteOf({ value, note, noteBefore, replaced }: Figure, isFar: IsFar): Jump['note'] {
  if (note === '') return 'none'
  return note !== noteBefore || (replaced !== undefined && !isFar(value, replaced)) ? 'new' : 'old'
}

/** How many times apart two figures are where one is likely in another unit. */
function isSlip(unit: Definition['unit'], times: number): boolean {
  if (unit === 'percent' || unit === 'rate' || unit === 'ratio') return times >= 70 && times <= 140
  return unit === 'pounds' && times >= 700 && times <= 1400
}
