import { complementsOf } from '../../disclosure/complements.ts'
import type { HiddenFigure, ProtectedSheets } from '../../disclosure/protect-sheets.ts'
import { smallNumbersIn } from '../../disclosure/small-numbers.ts'
import { sentencesOf } from '../../commentary/claims/sentences.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { KeptRelease } from '../model/release-draft.ts'
import type { ReleaseMaterial } from '../preview/release-material.ts'
import type { ReleaseEntry } from '../release.ts'
import type { CheckItem } from './check-item.ts'
import { wordsOf } from './commentary-checks.ts'
import { namesMeasure } from './names-measure.ts'

/** What is said of the whole stands beside every figure. Such a number may count something else, so whoever checks it decides. */
export function numbersInWords({ draft: { title, headings, rankings }, note }: KeptRelease, { hidden }: ProtectedSheets): readonly CheckItem[] {
  const words = [title, note, ...headings.map(({ heading }) => heading), ...rankings.map((ranking) => ranking.title)]
  return words.flatMap((text) => smallNumbersIn(text, hidden)).map((told) => ({ kind: 'number-in-words', message: `“${told.words}”: a number of children that is as large is hidden. Say it without the number, unless it counts something else.` }))
}

/**
 * Numbers in what an owner wrote that figures of the release hide. One of the measure itself stops it, and so does one of another measure that the sentence speaks of; one that any other
 * figure hides, or that a whole leaves beside a hidden part, is warned of.
 */
export function hiddenNumbers({ commentary, measure, sheet: { definition } }: Pick<ReleaseEntry, 'commentary' | 'measure' | 'sheet'>, { hidden, sheets }: Pick<ReleaseMaterial, 'hidden' | 'sheets'>): readonly CheckItem[] {
  if (commentary === undefined || !hidden.ok) return []
  const figures = hidden.value.hidden.filter((figure) => figure.measure === measure || isOwn(figure, sheets))
  const rests = complementsOf(figures, sheets)
  return wordsOf(commentary).flatMap(sentencesOf).flatMap((sentence) => {
    const isSpokenOf = speaksOf(sentence, measure, sheets)
    const stops = toldIn(sentence, figures.filter(isSpokenOf), sheets)
    const places = new Set(stops.map(({ at }) => at))
    const warned = toldIn(sentence, [...rests.filter(isSpokenOf), ...figures.filter((figure) => !isSpokenOf(figure))], sheets).filter(({ at }) => !places.has(at))
    const told = (kind: CheckItem['kind'], message: string): CheckItem => ({ kind, measure, message: `The commentary on “${definition.name}” says ${message}` })
    return [
      ...stops.map(({ words, figure }) => told('number-hidden', `“${words}”, and that number is hidden in the figures${figure.measure === measure ? '' : ` of “${nameOf(figure, sheets)}”`}. Take back the signature, and say it without the number.`)),
      ...warned.map(({ words, figure }) => told('number-in-words', `“${words}”, which may tell a hidden figure of “${nameOf(figure, sheets)}”. Say it without the number, unless it counts something else.`)),
    ]
  })
}

/** Each place once; "2 %" tells no count of two. */
function toldIn(sentence: string, figures: readonly HiddenFigure[], sheets: readonly MeasureSheet[]): ReturnType<typeof smallNumbersIn> {
  const inShares = new Set(sheets.flatMap(({ definition: { slug, unit } }) => (unit === 'percent' ? [slug] : [])))
  const ofShares = smallNumbersIn(sentence, figures.filter(({ measure }) => inShares.has(measure)))
  const others = smallNumbersIn(sentence, figures.filter(({ measure }) => !inShares.has(measure))).filter(({ words }) => !/^\S*(?:%| per cent| percent| %)/i.test(words))
  return [...new Map([...others, ...ofShares].map((told) => [told.at, told])).values()].toSorted((one, other) => one.at - other.at)
}

/** Figures of other councils are not what an owner speaks of beside another measure. */
function isOwn({ measure, area }: HiddenFigure, sheets: readonly MeasureSheet[]): boolean {
  return sheets.some(({ definition, series }) => definition.slug === measure && series.some((one) => one.role === 'own' && one.area === area))
}

function speaksOf(sentence: string, measure: string, sheets: readonly MeasureSheet[]): (figure: HiddenFigure) => boolean {
  const definitions = new Map(sheets.map(({ definition }) => [definition.slug, definition]))
  return (figure) => {
    const definition = definitions.get(figure.measure)
    return figure.measure === measure || (definition !== undefined && namesMeasure(sentence, definition, figure.breakdown))
  }
}

function nameOf({ measure }: HiddenFigure, sheets: readonly MeasureSheet[]): string {
  return sheets.find(({ definition }) => definition.slug === measure)?.definition.name ?? measure
}
