import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { NumberInText } from './claim.ts'
import { isDifferenceOf } from './compared-figures.ts'
import { figureNow, isSaid, ownFigures } from './own-figures.ts'
import { numbersIn } from './numbers-in-text.ts'
import { sentencesOf } from './sentences.ts'

/** A number of a text that is no figure of the measures it speaks of. */
export interface StrangeNumber {
  readonly words: string
  readonly sentence: string
}

/**
 * The numbers of a text that are no figure of any of these measures in any period: no value, nothing counted, no target, no limit of an interval, no figure of others and, where the
 * text says by how much, no difference between the present figure and an earlier one. Bounds such as "above 80%" are right where the present figure keeps them.
 */
export function strangeNumbers(text: string, sheets: readonly MeasureSheet[]): readonly StrangeNumber[] {
  const unit = sheets[0]?.definition.unit
  return sentencesOf(text).flatMap((sentence) => numbersIn(sentence, unit).flatMap((number) => (sheets.some((sheet) => isKnown(number, sheet)) ? [] : [{ words: number.words, sentence }])))
}

function isKnown(number: NumberInText, sheet: MeasureSheet): boolean {
  const now = figureNow(sheet)
  if (number.bound !== undefined && now !== undefined && (number.bound === 'over' ? now.value >= number.value : now.value <= number.value)) return true
  if (figuresOf(sheet).some((figure) => isSaid(number, figure))) return true
  return number.isDifference && now !== undefined && ownFigures(sheet).some((before) => before.period !== now.period && isDifferenceOf(number, now.value, before.value))
}

function figuresOf({ series }: MeasureSheet): readonly number[] {
  return series.flatMap(({ points }) => points.flatMap(({ value, numerator, denominator, target, interval, before }) => [value, numerator, denominator, target, interval?.lower95, interval?.upper95, before?.value].filter((figure) => figure !== undefined)))
}
