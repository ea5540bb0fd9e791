import type { HiddenFigure } from './protected-sheets.ts'
import { numbersTold } from './numbers-told.ts'

/** Where a text tells a figure that is hidden. */
interface HiddenNumber {
  /** As it stands in the text, with what follows: "one child was". */
  readonly words: string
  /** How many characters come before it. */
  readonly at: number
  readonly figure: HiddenFigure
}

/**
 * The places where a text gives a number that is hidden, in digits or in words: "3", "three", "one child", "a single", "both", "none of the three". Lengths of time,
 * dates and the numbers of quarters and pages are no counts. A number that stands for something else is named too: nobody who reads it can tell.
 */
export function smallNumbersIn(text: string, hidden: readonly HiddenFigure[]): readonly HiddenNumber[] {
  return numbersTold(text).flatMap(({ words, number, at }) => {
    const figure = hidden.find(({ numbers }) => numbers.includes(number))
    return figure === undefined ? [] : [{ words: (/^\S+(?:\s+\S+){0,2}/.exec(text.slice(at))?.[0] ?? words).replace(/[.,;:]+$/, ''), at, figure }]
  })
}
