import { complementsOf } from '../../disclosure/complements.ts'
import { hiddenBefore } from '../../disclosure/hidden-before.ts'
import type { HiddenFigure } from '../../disclosure/protect-sheets.ts'
import { policyOf } from '../../disclosure/policies.ts'
import { smallNumbersIn } from '../../disclosure/small-numbers.ts'
import { sentencesOf } from '../../commentary/claims/sentences.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { ReleaseMaterial } from '../preview/release-material.ts'
import type { ReleaseEntry } from '../release.ts'
import type { CheckItem } from './check-item.ts'
import { namesMeasure } from './names-measure.ts'
import { passagesOf, wordsOfWhole } from './passages.ts'
import { restsTold } from './rests-told.ts'

/** What is said of the whole stands beside every figure: a hidden number stops it where a sentence speaks of the measure, and is warned of elsewhere, as it may count something else. */
export function numbersInRelease({ kept, hidden, sheets }: Pick<ReleaseMaterial, 'kept' | 'hidden' | 'sheets'>): readonly CheckItem[] {
  if (!hidden.ok) return []
  const known = { figures: [...hidden.value.hidden, ...hiddenBefore(sheets, hidden.value.sheets)], rests: [], sheets }
  return wordsOfWhole(kept).flatMap((text) => {
    const { stops, warned } = toldOfOthers(text, undefined, known)
    return [
      ...stops.map(({ words: said, figure }): CheckItem => ({ kind: 'number-hidden', message: `“${said}”: that number is hidden in the figures of “${nameOf(figure, sheets)}”. Say it without the number.` })),
      ...warned.map(({ words: said }): CheckItem => ({ kind: 'number-in-words', message: `“${said}”: a number of children that is as large is hidden. Say it without the number, unless it counts something else.` })),
    ]
  })
}

/**
 * Numbers in what an owner wrote, in footnotes, in reasons of corrections and in the definition, that figures of the release hide or that one before hid. One of the measure itself stops it, and so does one of another
 * measure that the sentence speaks of; one that any other figure hides, or that a whole leaves beside a hidden part, is warned of.
 */
export function hiddenNumbers(entry: Pick<ReleaseEntry, 'commentary' | 'measure' | 'sheet'>, { hidden, sheets }: Pick<ReleaseMaterial, 'hidden' | 'sheets'>): readonly CheckItem[] {
  if (!hidden.ok) return []
  const { measure, sheet: { definition } } = entry
  const policy = policyOf(definition)
  const mayBeMeant = (figure: HiddenFigure) => figure.measure === measure || isOwn(figure, sheets)
  const now = hidden.value.hidden.filter(mayBeMeant)
  const known = { figures: [...now, ...hiddenBefore(sheets, hidden.value.sheets).filter(mayBeMeant)], rests: complementsOf(now, sheets), sheets }
  return passagesOf(entry).flatMap(({ where, text, putRight, isDefinition = false }): readonly CheckItem[] => {
    if (isDefinition) return toldOfOthers(text, measure, known).stops.filter(({ words }) => countsChildren.test(words)).map(({ words }) => ({ kind: 'number-in-words', measure, message: `${where} says “${words}”, and a figure as large is hidden. ${putRight} the number, unless it counts something else.` }))
    const { stops, warned } = toldOfOthers(text, measure, known)
    const found = [...stops, ...warned].map(({ words }) => words)
    const rests = (policy === undefined ? [] : restsTold(text, policy)).filter(({ words }) => !found.some((one) => one.startsWith(words) || words.startsWith(one)))
    const told = (kind: CheckItem['kind'], message: string): CheckItem => ({ kind, measure, message: `${where} says ${message}` })
    return [
      ...stops.map(({ words, figure }) => told('number-hidden', `“${words}”, and that number is hidden in the figures${figure.measure === measure ? '' : ` of “${nameOf(figure, sheets)}”`}. ${putRight} the number.`)),
      ...warned.map(({ words, figure }) => told('number-in-words', `“${words}”, which may tell a hidden figure of “${nameOf(figure, sheets)}”. Say it without the number, unless it counts something else.`)),
      ...rests.map(({ words, whole, rest }) => told('number-in-words', `“${words}”: of ${whole} that leaves ${rest}. Say it without the numbers, unless they count something else than children.`)),
    ]
  })
}

/** A definition is full of ages and limits of time: only a number of children in it may tell one, and it is warned of. */
const countsChildren = /^(?:\S+\s+){1,2}(?:child(?:ren)?|girls?|boys?|bab(?:y|ies)|infants?|teenagers?|pupils?|students?|siblings?|famil(?:y|ies)|young|of|people|persons?)\b/i

interface KnownHidden {
  readonly figures: readonly HiddenFigure[]
  /** What wholes leave beside hidden parts. */
  readonly rests: readonly HiddenFigure[]
  readonly sheets: readonly MeasureSheet[]
}

type Told = ReturnType<typeof smallNumbersIn>

/** The hidden numbers in a text, sentence by sentence: those that stop it, and those that are warned of. */
function toldOfOthers(text: string, measure: string | undefined, { figures, rests, sheets }: KnownHidden): { readonly stops: Told; readonly warned: Told } {
  const found = sentencesOf(text).map((sentence) => {
    const isSpokenOf = speaksOf(sentence, measure, sheets)
    const ofMeasure = toldIn(sentence, figures.filter(isSpokenOf), sheets)
    const stops = ofMeasure.filter(({ isUnsure }) => !isUnsure)
    const unsure = ofMeasure.filter((told) => told.isUnsure)
    const places = new Set(ofMeasure.map(({ at }) => at))
    const elsewhere = toldIn(sentence, [...rests.filter(isSpokenOf), ...figures.filter((figure) => !isSpokenOf(figure))], sheets)
    return { stops, warned: [...unsure, ...elsewhere.filter(({ at }) => !places.has(at))] }
  })
  return { stops: found.flatMap(({ stops }) => stops), warned: found.flatMap(({ warned }) => warned) }
}

/** Each place once; "2 %" tells no count of two. */
function toldIn(sentence: string, figures: readonly HiddenFigure[], sheets: readonly MeasureSheet[]): Told {
  const inShares = new Set(sheets.flatMap(({ definition: { slug, unit } }) => (unit === 'percent' ? [slug] : [])))
  const ofShares = smallNumbersIn(sentence, figures.filter(({ measure }) => inShares.has(measure)))
  const others = smallNumbersIn(sentence, figures.filter(({ measure }) => !inShares.has(measure))).filter(({ words, isUnsure }) => isUnsure || !/^\S*(?:%| per cent| percent| %)/i.test(words))
  return [...new Map([...others, ...ofShares].map((told) => [told.at, told])).values()].toSorted((one, other) => one.at - other.at)
}

/** Figures of other councils are not what an owner speaks of beside another measure. */
function isOwn({ measure, area }: HiddenFigure, sheets: readonly MeasureSheet[]): boolean {
  return sheets.some(({ definition, series }) => definition.slug === measure && series.some((one) => one.role === 'own' && one.area === area))
}

function speaksOf(sentence: string, measure: string | undefined, sheets: readonly MeasureSheet[]): (figure: HiddenFigure) => boolean {
  const definitions = new Map(sheets.map(({ definition }) => [definition.slug, definition]))
  return (figure) => {
    const definition = definitions.get(figure.measure)
    return figure.measure === measure || (definition !== undefined && namesMeasure(sentence, definition, figure.breakdown))
  }
}

function nameOf({ measure }: HiddenFigure, sheets: readonly MeasureSheet[]): string {
  return sheets.find(({ definition }) => definition.slug === measure)?.definition.name ?? measure
}
