import { complementsOf } from '../../disclosure/complements.ts'
import { hiddenBefore } from '../../disclosure/hidden-before.ts'
import type { HiddenFigure } from '../../disclosure/protect-sheets.ts'
import { policyOf } from '../../disclosure/policies.ts'
import type { Definition } from '../../definitions/definition.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { ReleaseMaterial } from '../preview/release-material.ts'
import type { ReleaseEntry } from '../release.ts'
import type { CheckItem } from './check-item.ts'
import { hiddenTold } from './hidden-told.ts'
import { passagesOf, wordsOfWhole, type Passage } from './passages.ts'
import { reckonedBeside, reckonedIn } from './reckoned-in.ts'
import { restsTold } from './rests-told.ts'

/** What is said of the whole stands beside every figure: a hidden number stops it where a sentence speaks of the measure, and is warned of elsewhere, as it may count something else. */
export function numbersInRelease({ kept, hidden, sheets }: Pick<ReleaseMaterial, 'kept' | 'hidden' | 'sheets'>): readonly CheckItem[] {
  if (!hidden.ok) return []
  const known = { figures: [...hidden.value.hidden, ...hiddenBefore(sheets, hidden.value.sheets)], rests: [], sheets, shown: hidden.value.sheets }
  return wordsOfWhole(kept).flatMap((text) => {
    const { stops, alsoShown, warned } = hiddenTold(text, undefined, known)
    return [
      ...stops.map(({ words: said, figure }): CheckItem => ({ kind: 'number-hidden', message: `“${said}”: that number is hidden in the figures of “${nameOf(figure, sheets)}”. Say it without the number.` })),
      ...alsoShown.map(({ words: said, figure }): CheckItem => ({ kind: 'number-in-words', message: `“${said}”: ${shownToo(nameOf(figure, sheets))}` })),
      ...warned.map(({ words: said }): CheckItem => ({ kind: 'number-in-words', message: `“${said}”: a number of children that is as large is hidden. Say it without the number, unless it counts something else.` })),
      ...reckonedBeside(text, known.figures).map((said): CheckItem => ({ kind: 'number-in-words', message: `“${said}”: by that a reader can reckon a number that is hidden. Say it without, unless it counts something else.` })),
    ]
  })
}

/**
 * Numbers in what an owner wrote, in footnotes, in reasons of corrections and in the definition, that figures of the release hide or that one before hid. One of the measure itself stops it, and so does one of another
 * measure that the sentence speaks of; one that the figures also show, one that any other figure hides, or that a whole leaves beside a hidden part, is warned of.
 */
export function hiddenNumbers(entry: Pick<ReleaseEntry, 'commentary' | 'measure' | 'sheet'>, material: Pick<ReleaseMaterial, 'hidden' | 'sheets'>): readonly CheckItem[] {
  return numbersInPassages(passagesOf(entry), entry.sheet.definition, material)
}

/** The same of any words that stand beside the figures of a measure. */
export function numbersInPassages(passages: readonly Passage[], definition: Definition, { hidden, sheets }: Pick<ReleaseMaterial, 'hidden' | 'sheets'>): readonly CheckItem[] {
  if (!hidden.ok) return []
  const { slug: measure } = definition
  const policy = policyOf(definition)
  const mayBeMeant = (figure: HiddenFigure) => figure.measure === measure || isOwn(figure, sheets)
  const now = hidden.value.hidden.filter(mayBeMeant)
  const known = { figures: [...now, ...hiddenBefore(sheets, hidden.value.sheets).filter(mayBeMeant)], rests: complementsOf(now, sheets), sheets, shown: hidden.value.sheets }
  return passages.flatMap(({ where, text, putRight, isDefinition = false }): readonly CheckItem[] => {
    const { stops, alsoShown, warned } = hiddenTold(text, measure, known)
    const found = [...stops, ...alsoShown, ...warned].map(({ words }) => words)
    const isAmong = (those: readonly string[], words: string) => those.some((one) => one.startsWith(words) || words.startsWith(one))
    const isNew = ({ words }: { readonly words: string }) => !isAmong(found, words)
    const stopped = stops.map(({ words }) => words)
    // What stops it is said whatever is warned of in the same words.
    const reckoned = reckonedIn(text, definition, known).filter((one) => (one.stops ? !isAmong(stopped, one.words) : isNew(one)))
    if (isDefinition) return toldInDefinition([...stops, ...alsoShown], reckoned).map((message) => ({ kind: 'number-in-words', measure, message: `${where} says ${message}. ${putRight} the number, unless it counts something else.` }))
    const rests = (policy === undefined ? [] : restsTold(text, policy)).filter(isNew)
    const told = (kind: CheckItem['kind'], message: string): CheckItem => ({ kind, measure, message: `${where} says ${message}` })
    return [
      ...stops.map(({ words, figure }) => told('number-hidden', `“${words}”, and that number is hidden in the figures${figure.measure === measure ? '' : ` of “${nameOf(figure, sheets)}”`}. ${putRight} the number.`)),
      ...alsoShown.map(({ words, figure }) => told('number-in-words', `“${words}”: ${shownToo(nameOf(figure, sheets))}`)),
      ...warned.map(({ words, figure }) => told('number-in-words', `“${words}”, which may tell a hidden figure of “${nameOf(figure, sheets)}”. Say it without the number, unless it counts something else.`)),
      ...rests.map(({ words, whole, rest }) => told('number-in-words', `“${words}”: of ${whole} that leaves ${rest}. Say it without the numbers, unless they count something else than children.`)),
      ...reckoned.filter(({ stops: isStopped }) => isStopped).map(({ words }) => told('number-hidden', `“${words}”, by which a reader reckons a number that is hidden in the figures. ${putRight} the numbers.`)),
      ...reckoned.filter(({ stops: isStopped }) => !isStopped).map(({ words }) => told('number-in-words', `“${words}”, by which a reader can reckon a hidden number. Say it without, unless it counts something else.`)),
    ]
  })
}

function toldInDefinition(told: ReturnType<typeof hiddenTold>['stops'], reckoned: ReturnType<typeof reckonedIn>): readonly string[] {
  const counted = told.filter(({ words }) => countsChildren.test(words))
  return [...counted.map(({ words }) => `“${words}”, and a figure as large is hidden`), ...reckoned.map(({ words }) => `“${words}”, by which a reader can reckon a hidden number`)]
}

/** A definition is full of ages and limits of time: only a number of children in it may tell one, and it is warned of. */
const countsChildren = /^(?:\S+\s+){1,2}(?:child(?:ren)?|girls?|boys?|bab(?:y|ies)|infants?|teenagers?|pupils?|students?|siblings?|famil(?:y|ies)|young|of|people|persons?)\b/i

function shownToo(name: string): string {
  return `that number is shown in the figures of “${name}”, and hidden in another of them. Say whose it is, or why nobody can take it for the hidden one.`
}

/** Figures of other councils are not what an owner speaks of beside another measure. */
function isOwn({ measure, area }: HiddenFigure, sheets: readonly MeasureSheet[]): boolean {
  return sheets.some(({ definition, series }) => definition.slug === measure && series.some((one) => one.role === 'own' && one.area === area))
}

function nameOf({ measure }: HiddenFigure, sheets: readonly MeasureSheet[]): string {
  return sheets.find(({ definition }) => definition.slug === measure)?.definition.name ?? measure
}
