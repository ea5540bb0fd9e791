import { oneToFive } from '#core/suppression/policy.ts'
import type { HiddenFigure } from '../../disclosure/protect-sheets.ts'
import { policyOf } from '../../disclosure/policies.ts'
import type { Definition } from '../../definitions/definition.ts'
import type { KnownHidden } from './hidden-told.ts'
import { shownNumbers } from './shown-numbers.ts'
import { toldBesideShown } from './told-beside-shown.ts'
import { toldByReckoning } from './told-by-reckoning.ts'

/** Words beside the figures of a measure by which a reader can reckon a hidden number. */
interface ReckonedIn {
  readonly words: string
  /** It is a number of children of this measure, no figure shows it, and all that it is reckoned from stands in one sentence. */
  readonly stops: boolean
}

/** What a text lets a reader reckon of hidden figures, by itself or beside the figures that are shown. */
export function reckonedIn(text: string, definition: Definition, { figures, sheets, shown }: KnownHidden): readonly ReckonedIn[] {
  const policy = policyOf(definition)
  if (policy === undefined || figures.length === 0) return []
  const { slug } = definition
  const isHidden = (number: number, ofOwn = false) => figures.some(({ measure, numbers }) => numbers.includes(number) && (!ofOwn || measure === slug))
  const byItself = toldByReckoning(text, policy, [{ definition, breakdown: '' }]).flatMap(({ words, number, isSure = false }) => {
    if (number === undefined) return [{ words, stops: false }]
    return isHidden(number) ? [{ words, stops: isSure && isHidden(number, true) && !shownNumbers(slug, shown).all.has(number) }] : []
  })
  const [sheet, ofPublic] = [sheets, shown].map((all) => all.find((one) => one.definition.slug === slug))
  const beside = sheet === undefined || ofPublic === undefined ? [] : toldBesideShown(text, { figures, sheet, shown: ofPublic })
  return [...byItself, ...beside.filter(({ words }) => !byItself.some((one) => one.words.includes(words))).map(({ words }) => ({ words, stops: false }))]
}

/** The same of words that stand beside the figures of many measures. */
export function reckonedBeside(text: string, figures: readonly HiddenFigure[]): readonly string[] {
  return toldByReckoning(text, oneToFive).flatMap(({ words, number }) => (figures.some(({ numbers }) => number !== undefined && numbers.includes(number)) ? [words] : []))
}
