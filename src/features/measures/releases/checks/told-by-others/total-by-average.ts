import type { Definition } from '../../../definitions/definition.ts'
import { isAlike, isSameTime, type KnownFigure, type KnownFigures } from './known-figures.ts'
import { mayBeOfOne } from './of-one.ts'
import { inWords, type Reckoning } from './reckoning.ts'

/** A total of money or of something else, divided by what it is on average. */
export function totalsByAverages(hidden: KnownFigure, known: KnownFigures): readonly Reckoning[] {
  const beside = figuresBeside(hidden, known).filter(({ isShown, number }) => isShown && number > 0)
  const averages = beside.filter(({ definition, field }) => field === 'value' && isAverage(definition))
  return averages.flatMap((average) =>
    beside.filter((total) => isTotalOf(total, average) && comesTo(hidden.number, total, average)).map((total) => ({
      used: [total, average],
      words: () => `${inWords(total)} divided by ${inWords(average)}`,
      isOfOne: [[total, average], [hidden, total], [hidden, average]].filter(([one, other]) => one && other && mayBeOfOne(one.definition, other.definition)).length > 1,
      again: (other) => {
        const [whole, each] = [total, average].map((one) => known.at(one, other.breakdown, other.to).find((figure) => isSameTime(figure, other)))
        return whole === undefined || each === undefined || other.number === 0 || each.number === 0 ? undefined : comesTo(other.number, whole, each)
      },
    })),
  )
}

/** Of the same part and time; a count on a day is of the time that ends with it. */
function figuresBeside(hidden: KnownFigure, known: KnownFigures): readonly KnownFigure[] {
  return known.endingOn(hidden.breakdown, hidden.to).filter((figure) => figure.definition.slug !== hidden.definition.slug && isSameTime(figure, hidden))
}

/** Units of which there is neither a total nor an average. */
const shares: readonly Definition['unit'][] = ['percent', 'rate']

function isAverage({ name, definition, denominator, unit }: Definition): boolean {
  if (shares.includes(unit)) return false
  return denominator !== undefined || averaged.test(name) || /\b(?:per|each|every)\b/i.test(name) || (unit === 'pounds' && /\ban?\b/i.test(name)) || /\b(?:mean|average|divided by|for each|for every)\b/i.test(definition)
}

const averaged = /\b(?:mean|average|typical|unit)\b/i

function isTotalOf(total: KnownFigure, average: KnownFigure): boolean {
  const [one, other] = [total.definition.unit, average.definition.unit]
  const isSum = total.field === 'numerator' || (total.field === 'value' && !isAlike(total, average) && !averaged.test(total.definition.name))
  return isSum && !shares.includes(one) && one !== 'ratio' && (one === other || one === 'count' || other === 'count' || other === 'ratio')
}

/** So many times the average is the total, as closely as the two are given. */
function comesTo(count: number, total: KnownFigure, average: KnownFigure): boolean {
  return Math.round(total.number / average.number) === count && Math.abs(total.number - count * average.number) <= closenessOf(total) + count * closenessOf(average)
}

/** Half of the last place that a figure is given to, as £46,000 may stand for £45,500 to £46,500; never more than a hundredth of it. */
function closenessOf({ definition, number, field }: KnownFigure): number {
  const noughts = Number.isSafeInteger(number) ? (/0*$/.exec(String(number))?.[0].length ?? 0) : 0
  return noughts > 0 ? Math.min(0.5 * 10 ** noughts, 0.01 * number) : 0.5 * 10 ** -(field === 'value' ? definition.decimals : 0)
}
