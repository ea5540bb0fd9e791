import { periodBefore, yearBefore } from '#core/periods/period-order.ts'
import type { Definition } from '../../../definitions/definition.ts'
import { periodOf } from '../../../definitions/frequencies.ts'
import type { Unit } from '../../../definitions/units.ts'
import { isSameTime, type KnownFigure, type KnownFigures } from './known-figures.ts'
import { mayBeOfOne } from './of-one.ts'
import { inWords, type Reckoning } from './reckoning.ts'

/** What a number came to, by what it was and by how it changed. */
type Reading = (was: number, change: number) => number

/** How a figure of change may be meant, by its unit. */
const readings: Readonly<Partial<Record<Unit, readonly Reading[]>>> = {
  count: [(was, change) => was + change, (was, change) => was - change],
  score: [(was, change) => was + change, (was, change) => was - change],
  ratio: [(was, change) => was * change],
  percent: [(was, change) => was * (1 + change / 100), (was, change) => (was * change) / 100, (was, change) => was * (1 - change / 100)],
}

/** The measure's own figure of the period or the year before, or after, with another measure that says how it changed. */
export function changesTold(hidden: KnownFigure, known: KnownFigures): readonly Reckoning[] {
  const own = known.like(hidden).filter(({ breakdown }) => breakdown === hidden.breakdown)
  const steps = own.flatMap((other) => [
    ...(isStepBefore(other, hidden, own) ? [{ was: other, is: hidden, other }] : []),
    ...(isStepBefore(hidden, other, own) ? [{ was: hidden, is: other, other }] : []),
  ])
  return steps.filter(({ other }) => other.isShown).flatMap(({ was, is, other }) =>
    changesAt(is, known).filter(({ isShown }) => isShown).flatMap((change) =>
      (readings[change.definition.unit] ?? []).filter((reading) => comesTo(reading, was, change, is)).slice(0, 1).map((reading) => ({
        used: [other, change],
        words: () => `${inWords(other)} with ${inWords(change)}, which says how it changed`,
        isOfOne: mayBeOfOne(hidden.definition, change.definition),
        again: (later: KnownFigure) => {
          const changed = known.at(change, later.breakdown, later.to).find((one) => isSameTime(one, later))
          if (changed === undefined || later === is) return undefined
          const before = known.like(hidden).find((one) => one.breakdown === later.breakdown && isStepBefore(one, later, known.like(hidden)) && isYearApart(one, later) === isYearApart(was, is))
          return before && comesTo(reading, before, changed, later)
        },
      })),
    ),
  )
}

function changesAt(is: KnownFigure, known: KnownFigures): readonly KnownFigure[] {
  return known.endingOn(is.breakdown, is.to).filter(({ definition, field, from }) => field === 'value' && definition.slug !== is.definition.slug && isSameTime({ from }, is) && saysChange(definition))
}

/** As closely as the change is given. */
function comesTo(reading: Reading, was: KnownFigure, change: KnownFigure, is: KnownFigure): boolean {
  const { unit, decimals } = change.definition
  const half = unit === 'percent' || unit === 'ratio' ? 0.5 * 10 ** -decimals : 0
  const [low, high] = [change.number - half, change.number + half].map((one) => reading(was.number, one)).toSorted((one, other) => one - other)
  const exact = reading(was.number, change.number)
  const nearly = 1e-9
  return Math.round(exact) === is.number && (low ?? exact) <= is.number + nearly && is.number <= (high ?? exact) + nearly
}

function isStepBefore(was: KnownFigure, is: KnownFigure, own: readonly KnownFigure[]): boolean {
  const period = periodOf(is.definition.frequency, is.period)
  if (period === undefined || was.to >= is.to) return false
  if (period.kind === 'day') return was.period === yearBefore(period)?.slug || !own.some(({ breakdown, to }) => breakdown === is.breakdown && to > was.to && to < is.to)
  return [periodBefore(period)?.slug, yearBefore(period)?.slug].includes(was.period)
}

function isYearApart(was: KnownFigure, is: KnownFigure): boolean {
  const period = periodOf(is.definition.frequency, is.period)
  return period !== undefined && yearBefore(period)?.slug === was.period
}

/** Whether a measure says how far another went up or down since some time before. */
function saysChange({ name, definition }: Pick<Definition, 'name' | 'definition'>): boolean {
  return /\b(?:changes?|difference|increase|decrease|growth|rise|fall|movement|net)\b/i.test(name) || (ofBefore.test(`${name}. ${definition}`) && /\b(?:more|fewer|less|higher|lower|up|down|changed?|difference|increased?|decreased?|r[io]se|risen|f[ae]ll|fallen|grew|growth|compared|against)\b/i.test(`${name}. ${definition}`))
}

const times = 'quarter|year|month|term|period|time|figure|count|snapshot'
const ofBefore = new RegExp(String.raw`\b(?:(?:${times}) (?:before|earlier|ago)|(?:previous|last|prior|preceding|earlier) (?:${times})|(?:${times}) on (?:${times}))\b`, 'i')
