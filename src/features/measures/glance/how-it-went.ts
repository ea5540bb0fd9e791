import type { MeasureSheet } from '../sheets/sheet.ts'
import { inPeriod, shownPoint } from '../sheets/shown.ts'
import { capital } from '../measure-pages/measure-words.ts'
import { extremeInWords, extremeOf } from './extremes.ts'
import { changeInWords, comparedPoints, followsYear, plainChange } from './plain-change.ts'

type Facts = Pick<MeasureSheet, 'definition' | 'series' | 'asOf'>

/**
 * How the figure stands beside earlier ones in a few words: "the lowest of the 7 figures published; down from 82.8% in Q3 2019/20; the first was 92.0% in Q2 2016/17". Where it is what it was
 * last time, the first figure tells what has become of it since. Undefined where there is none to hold beside it.
 */
export function howItWent(sheet: Facts): string | undefined {
  const change = plainChange(sheet)
  const extreme = extremeOf(sheet)
  const said = [...(extreme === undefined ? [] : [extremeInWords(extreme, sheet)]), ...(change === undefined ? [] : [lowered(changeInWords(change, sheet))]), ...firstWords(sheet)]
  return said.length === 0 ? undefined : capital(said.join('; '))
}

/** The first figure that can be compared, of what does not come and go with the year; nothing where it has been said. */
function firstWords(sheet: Facts): readonly string[] {
  const { definition } = sheet
  const { now, before } = comparedPoints(sheet)
  const [first] = before.filter(({ value }) => value !== undefined)
  if (now?.value === undefined || first === undefined || definition.counting === 'year-to-date' || followsYear(definition) || plainChange(sheet)?.from.period === first.period) return []
  return [`the first was ${shownPoint(first, definition)} ${inPeriod(first.period, definition)}`]
}

export function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
