import type { Definition } from '../../definitions/definition.ts'
import type { Arriving, Link } from './arriving.ts'
import { aroundIn, timesApart, usualOf, type Around, type Figure } from './near-figures.ts'

/** The value, or what a share is made of. */
const partsOfFigure = ['value', 'denominator', 'numerator'] as const
type PartOfFigure = (typeof partsOfFigure)[number]

/** What a figure is held against: those before it in its series, those after it where it is the first, or the one whose place it takes. */
type Beside =
  | { readonly is: 'before' | 'after'; readonly period: string; readonly value: number }
  | { readonly is: 'replaced'; readonly value: number }

/** A figure that arrives, beside one from which it is far. */
export interface Jump {
  readonly from: Arriving
  /** What of it is far: of a share whose value fits, what it is made of. */
  readonly of: PartOfFigure
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
 * four figures before it, so that neither a slip that nobody noticed nor a single odd period decides; a figure that is like those of the same part of other years is not far, unless it looks like another unit.
 * Of figures that add up over the year those before are of the years before. The counts of which a share is made are held against theirs. Across a break in the series that is recorded nothing is said.
 */
export function jumpsIn(links: readonly Link[], measure: Compared): readonly Jump[] {
  const figures = links.filter(({ value, period }) => value !== undefined && !period.endsWith('-outturn'))
  return [...Map.groupBy(figures, ({ breakdown }) => breakdown).values()].flatMap((unordered) => {
    const series = unordered.toSorted((one, other) => (one.period < other.period ? -1 : 1))
    if (series.every(({ from }) => from === undefined)) return []
    const told = new Map<Arriving, Jump>()
    for (const of of partsOfFigure) for (const jump of jumpsOfPart(series, of, measure)) if (!told.has(jump.from)) told.set(jump.from, jump)
    return series.flatMap(({ from }) => (from && told.get(from)) ?? [])
  })
}

/** The jumps in one part of the figures of a series. */
function jumpsOfPart(series: readonly Link[], of: PartOfFigure, measure: Compared): readonly Jump[] {
  const unit = of === 'value' ? measure.unit : 'count'
  const isFar = farBy(unit === 'count' ? smallestCount : 0)
  // Of most series nothing is far from anything, and nothing has to be looked for.
  if (!areFarApart([...valuesOf(series, of), ...valuesOf(series.flatMap(({ replaced }) => replaced ?? []), of)], isFar)) return []
  const figures = series.flatMap((link): Figure[] => (link[of] === undefined ? [] : [{ ...link, value: link[of] }]))
  const aroundOf = aroundIn(figures, measure)
  return figures.flatMap((figure) => (figure.from === undefined ? [] : (jumpOf(figure, figure.from, aroundOf(figure), { isFar, unit, of }) ?? [])))
}

type IsFar = (value: number, other: number) => boolean

function farBy(floor: number): IsFar {
  return (value, other) => value * other > 0 && timesApart(value, other) >= farTimes && Math.max(Math.abs(value), Math.abs(other)) >= floor
}

function valuesOf(figures: readonly Partial<Record<PartOfFigure, number | undefined>>[], of: PartOfFigure): readonly number[] {
  return figures.map((figure) => figure[of]).filter((value) => value !== undefined)
}

/** Whether any two of them are far from each other. */
function areFarApart(values: readonly number[], isFar: IsFar): boolean {
  const sides = [values.filter((value) => value > 0), values.filter((value) => value < 0)]
  return sides.some((side) => isFar(Math.min(...side), Math.max(...side)))
}

interface Held {
  readonly isFar: IsFar
  readonly unit: Definition['unit']
  readonly of: PartOfFigure
}

/** One jump for a figure: the one that looks like a slip, where any does. */
function jumpOf(figure: Figure, from: Arriving, around: Around, { isFar, unit, of }: Held): Jump | undefined {
  const { value, status } = figure
  const replaced = figure.replaced?.[of]
  const isUnitSlip = (one: Beside) => isSlip(unit, timesApart(value, one.value))
  const agreesIn = (near: readonly Figure[]) => agreesWith(usualOf(near, value), value, isFar)
  const isOfSeason = agreesIn(around.season)
  // No season is a hundred times another: what looks like another unit is told all the same.
  const isExcused = (one: Beside) => isOfSeason && !isUnitSlip(one)
  const found = [...besides(figure, around, isFar).filter((one) => !isExcused(one)), ...(replaced !== undefined && isFar(value, replaced) ? [{ is: 'replaced' as const, value: replaced }] : [])]
  const isMend = (one: Beside) => one.is === 'replaced' && (agreesIn(around.before) || agreesIn(around.after) || isExcused(one))
  const slip = found.find((one) => !isMend(one) && isUnitSlip(one))
  const beside = slip ?? found[0]
  return beside && { from, of, value, beside, note: noteOf(figure, replaced, isFar), isRevision: status === 'revised', isSlip: slip !== undefined, isMend: isMend(beside) }
}

/** From what in its series a figure is far: the one next to it, where that is far, before what is usual. */
function besides({ value }: Figure, { before, after }: Around, isFar: IsFar): Beside[] {
  const [is, near] = before.length > 0 ? (['before', before] as const) : (['after', after] as const)
  const [next, usual] = [near[0], usualOf(near, value)]
  if (next === undefined || usual === undefined || !isFar(value, usual.value) || timesApart(value, next.value) <= sameTimes) return []
  if (is === 'before' ? isFirstWrong(value, before, after, isFar) : isNextAsked(after)) return []
  return [next, usual].filter((one) => isFar(value, one.value)).map((one) => ({ is, period: one.period, value: one.value }))
}

/** Where the first of a series and the next arrive together, those after both say which of the two is told. */
function isFirstWrong(value: number, [first, ...more]: readonly Figure[], after: readonly Figure[], isFar: IsFar): boolean {
  if (first?.from === undefined || more.length > 0) return false
  const [next] = after
  return next !== undefined && (timesApart(value, next.value) <= sameTimes || (after.length > 1 && agreesWith(usualOf(after, value), value, isFar)))
}

function isNextAsked([next, afterNext]: readonly Figure[]): boolean {
  return next?.from !== undefined && afterNext === undefined
}

function agreesWith(usual: Figure | undefined, value: number, isFar: IsFar): boolean {
  return usual !== undefined && !isFar(value, usual.value)
}

/** A note that stood before says that a figure is right only where it stood with one like it: forms hold it ready, and files repeat it. */
function noteOf({ value, note, noteBefore }: Figure, replaced: number | undefined, isFar: IsFar): Jump['note'] {
  if (note === '') return 'none'
  return note !== noteBefore || (replaced !== undefined && !isFar(value, replaced)) ? 'new' : 'old'
}

/** How many times apart two figures are where one is likely in another unit. */
function isSlip(unit: Definition['unit'], times: number): boolean {
  if (unit === 'percent' || unit === 'rate' || unit === 'ratio') return times >= 70 && times <= 140
  return unit === 'pounds' && times >= 700 && times <= 1400
}
