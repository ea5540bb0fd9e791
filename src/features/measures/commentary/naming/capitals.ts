import { beginsSentence, isNoName } from './no-names.ts'
import { child, kin, severalChildren } from './words-for-a-child.ts'

/** Words in a row with a capital each: "Amy Brown". */
export interface Capitals {
  readonly words: readonly string[]
  readonly text: string
  readonly at: number
  readonly end: number
  /** It stands where any word has a capital. */
  readonly isFirst: boolean
}

const letters = String.raw`\p{Lu}[’']\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)?`

/** A word with a capital, as patterns that look for a place write it. */
export const capitalWord = String.raw`(?:${letters})(?:-(?:\p{Lu}?\p{Ll}+))*(?![\p{L}\d])`

/** "Siblings Amy and Ben", "Nine-year-old Tom" */
const ofChildren = new RegExp(String.raw`^(?:${child}|${kin}|${severalChildren})$|[ -]year-old$`, 'iu')

/** "In March Maya Brown went missing": the month is no part of the name. */
const inTime = /\b(?:in|on|since|until|by|from|last|this|during|before|after)\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Easter|Christmas|Spring|Summer|Autumn|Winter)$/iu

const part = String.raw`(?:${capitalWord}|\p{Lu}\.)`
const inRow = new RegExp(String.raw`(?<![\p{L}\d.-]|[\p{L}\d][’'])${part}(?: (?:(?:de|da|van|von|der|la|le|al|bin|ap) )?${part})*`, 'gu')

/** All words with a capital in a sentence, row by row; a word with which any sentence might begin is left out there. */
export function capitalsIn(sentence: string): readonly Capitals[] {
  return [...sentence.matchAll(inRow)].flatMap(({ 0: found, index }) => {
    const isFirst = /^[\s“"‘'(]*$/.test(sentence.slice(0, index))
    const words = found.split(' ')
    const begun = isFirst ? words.findIndex((word) => !beginsSentence(word) && !ofChildren.test(word)) : 0
    if (begun < 0) return []
    const skipped = begun + (inTime.test([sentence.slice(Math.max(0, index - 12), index), ...words.slice(0, begun + 1)].join(' ')) && begun + 1 < words.length ? 1 : 0)
    const text = words.slice(skipped).join(' ')
    return [{ words: words.slice(skipped), text, at: index + found.length - text.length, end: index + found.length, isFirst: isFirst && skipped === 0 }]
  })
}

/** So far from a name what tells of whom it is is looked for. */
const reach = 150

/** What stands before a name and after it, without quotation marks about the name: “Noah”, as one that was changed. */
export function beside({ at, end }: Pick<Capitals, 'at' | 'end'>, sentence: string): { left: string; right: string } {
  return { left: sentence.slice(Math.max(0, at - reach), at).replace(/[“"‘']$/u, ''), right: sentence.slice(end, end + reach).replace(/^[”"’'](?![\p{L}\d])/u, '') }
}

/** Whether words with a capital may be somebody's first name and surname, or where a strong tie speaks for it, either alone. */
export function mayBeName({ words, text }: Capitals, known: readonly string[], isTied: boolean): boolean {
  const [first = ''] = words
  if (words.length > 3 || (words.length === 1 && (!isTied || first.length < 2 || first.endsWith('.')))) return false
  if (isHeldBy(known, text) || noFirstName.test(first)) return false
  return isTied ? !isNoName(first) && !(words.length > 1 && words.slice(1).every(isNoName)) : words.every((word) => !isNoName(word))
}

/** "Reducing Violence", "Operation Encompass". */
const noFirstName = /\p{Ll}{2}(?:ing|tion|ment|ity|ness)$/u

/** As it would stand within a sentence, in as many characters. */
export function withoutCapital(sentence: string): string {
  return sentence.replace(/^([\s“"‘'(]*)(\p{Lu})(?=\p{Ll}|\s)/u, (_all, before: string, letter: string) => before + letter.toLowerCase())
}

/** Whether a known name is these words or has them in it. */
export function isHeldBy(known: readonly string[], words: string): boolean {
  return known.some((name) => ` ${name.toLowerCase().replaceAll(/[^\p{L}\d’'-]+/gu, ' ')} `.includes(` ${words.toLowerCase()} `))
}
