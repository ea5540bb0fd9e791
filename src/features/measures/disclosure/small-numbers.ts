import { given } from '#core/given.ts'
import type { HiddenFigure } from './protected-sheets.ts'
import { asRead, numbersTold, type NumberTold } from './numbers-told.ts'

/** Where a text tells a figure that is hidden. */
interface HiddenNumber extends Pick<NumberTold, 'inPercent'> {
  /** As it stands in the text, with what follows: "one child was". */
  readonly words: string
  /** How many characters of the text, as it is read, come before it. */
  readonly at: number
  readonly figure: HiddenFigure
  /** It may well count something else, or is a count only by reckoning. */
  readonly isUnsure: boolean
}

/**
 * The places where a text gives a number that is hidden, in digits or in words: "3", "three", "one child", "a single", "both", "none of the three". Lengths of time,
 * dates and the numbers of quarters and pages are no counts. A number that stands for something else is named too: nobody who reads it can tell.
 */
export function smallNumbersIn(said: string, hidden: readonly HiddenFigure[]): readonly HiddenNumber[] {
  const text = asRead(said)
  return numbersTold(text).flatMap(({ words, number, at, inPercent, isUnsure = false }) => {
    const figure = hidden.find(({ numbers }) => numbers.includes(number))
    return figure === undefined ? [] : [{ words: quoted(text.slice(at), words), at, figure, isUnsure, ...given('inPercent', inPercent) }]
  })
}

/** Three words, or all that tell the number. */
function quoted(from: string, words: string): string {
  const three = (/^\S+(?:\s+\S+){0,2}/.exec(from)?.[0] ?? words).replace(/[.,;:]+$/, '')
  return three.length < words.length ? words : three
}
