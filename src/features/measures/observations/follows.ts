import type { Definition } from '../definitions/definition.ts'

/** How a figure was counted: what of how many. */
interface Counted {
  readonly numerator: number | undefined
  readonly denominator: number | undefined
}

type Given = Pick<Definition, 'unit' | 'per' | 'decimals' | 'interval'>

/**
 * The figure that follows from what was counted, in the unit of the measure; undefined where none does: a count of nothing, and a rate that is standardised by age,
 * which is not its crude rate.
 */
export function figureFrom({ unit, per = 1, interval }: Given, { numerator, denominator }: Counted): number | undefined {
  if (numerator === undefined || interval === 'dobson') return undefined
  if (unit === 'count') return numerator
  if (denominator === undefined || denominator === 0) return undefined
  const scale = unit === 'percent' ? 100 : unit === 'rate' ? per : 1
  return (scale * numerator) / denominator
}

/** Slips of the unit, and how one says that the figure is so much too large or too small. */
const slips: readonly (readonly [factor: number, words: string])[] = [
  [100, 'a hundredth of it, like a share in place of a percentage'],
  [0.01, 'a hundred times it, like a percentage multiplied once more'],
  [1000, 'a thousandth of it, like a figure in thousands'],
  [0.001, 'a thousand times it'],
  [10, 'a tenth of it'],
  [0.1, 'ten times it'],
]

/** Why a value cannot be what was counted, in the form in which it was written; undefined where it can, within its rounding. */
export function whyNotFrom(measure: Given, counted: Counted, value: number, written: string): string | undefined {
  const expected = figureFrom(measure, counted)
  if (expected === undefined) return undefined
  const decimals = Math.min(written.split('.')[1]?.length ?? 0, measure.decimals)
  const rounding = 0.5 * 10 ** -decimals
  if (isWithin(value, expected, rounding)) return undefined
  const shown = Number(expected.toFixed(Math.max(measure.decimals, decimals)))
  const slip = slips.find(([factor]) => value !== 0 && isWithin(value * factor, expected, Math.max(rounding, Math.abs(expected) * 0.005)))
  const follows = `From numerator and denominator follows ${shown}`
  return slip === undefined ? `${follows}. Correct the one that is wrong.` : `${follows}; this is ${slip[1]}. Give it as ${shown}.`
}

function isWithin(value: number, expected: number, rounding: number): boolean {
  return Math.abs(value - expected) <= rounding + 1e-9 * Math.max(1, Math.abs(expected))
}
