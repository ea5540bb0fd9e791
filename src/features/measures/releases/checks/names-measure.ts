import type { Definition } from '../../definitions/definition.ts'
import type { HiddenFigure } from '../../disclosure/protect-sheets.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'

/** Words that stand in so many names that they name none of them. */
const inManyNames = new Set(['child', 'children', 'young', 'people', 'person', 'council', 'number', 'share', 'rate', 'percentage', 'with', 'from', 'into', 'came', 'come', 'whom', 'when', 'what', 'than', 'been', 'being', 'after', 'before', 'that', 'were', 'their', 'this', 'have', 'year', 'years', 'month', 'quarter', 'other', 'others'])

/** Whether a sentence speaks of this measure or of this part of it, as far as its words show: more than half of those of the name, or the part with one of them. */
export function namesMeasure(sentence: string, { name }: Pick<Definition, 'name'>, breakdown: string): boolean {
  const said = wordsIn(sentence)
  const isSaid = (word: string) => said.some((other) => other.startsWith(stemOf(word)))
  const named = tellingWords(name)
  const hits = named.filter(isSaid).length
  const part = tellingWords(breakdown.replaceAll(/[^;=]*=/g, ' '))
  const namesPart = hits > 0 && part.length > 0 && part.every(isSaid)
  return namesPart || (hits >= Math.min(2, named.length) && hits > 0 && hits * 2 > named.length)
}

/** How many of the last periods somebody means who speaks of the whole without naming a period. */
const lastPeriods = 2

/** Whether a sentence that speaks of a measure names this very figure: the other council, or every word of a part; where it is of the council's own whole, one of the last periods is always meant. */
export function namesFigure(sentence: string, { area, breakdown, period }: Pick<HiddenFigure, 'area' | 'breakdown' | 'period'>, { series }: Pick<MeasureSheet, 'series'>): boolean {
  const said = new Set(wordsAndNumbersIn(sentence).map(stemOf))
  const isNamed = (text: string) => wordsAndNumbersIn(text).every((word) => said.has(stemOf(word)))
  const of = series.find((one) => one.area === area && one.breakdown === breakdown)
  if (of === undefined) return true
  if (of.role !== 'own') return isNamed(of.name)
  if (breakdown === '') return of.points.slice(-lastPeriods).some((point) => point.period === period)
  return breakdown.split(';').some((part) => isNamed(part.replace(/^[^=]*=/, '')))
}

function wordsAndNumbersIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]+|\d+/g) ?? []
}

export function tellingWords(text: string): readonly string[] {
  return [...new Set(wordsIn(text))].filter((word) => word.length >= 4 && !inManyNames.has(word))
}

export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? []
}

/** "Exclusions", "excluded". */
export function stemOf(word: string): string {
  return word.length > 6 ? word.slice(0, 6) : word.replace(/s$/, '')
}

/** "Cities", "city". */
export function singular(word: string): string {
  return word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')
}
