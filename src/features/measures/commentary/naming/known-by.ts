import { capitalWord, withoutCapital } from './capitals.ts'
import { isNoName } from './no-names.ts'
import { soundsLikePlace } from './place-words.ts'
import { child, kin } from './words-for-a-child.ts'

/** What neighbours know a child by: a letter in a report ("Child Q"), the family's name, the house. */
export function knownBy(sentence: string, known: readonly string[]): readonly string[] {
  const families = [...withoutCapital(sentence).matchAll(family)].filter(({ 1: name = '' }) => isSurname(name, known))
  const children = [...withoutCapital(sentence).matchAll(childrenOf)].filter(({ 1: name = '' }) => isSurname(name, known) && !soundsLikePlace(name) && !fromElsewhere.test(name))
  const houses = someone.test(withoutCapital(sentence)) ? [...sentence.matchAll(house), ...sentence.matchAll(postcode)] : []
  return [...sentence.matchAll(letterOfReport), ...families, ...children, ...houses].map(([found]) => found)
}

const letterOfReport = /(?<![\p{L}-])(?:[Cc]hild|[Bb]aby|[Bb]oy|[Gg]irl|[Pp]upil|[Yy]oung [Pp]erson|[Ss]ibling) (?:[B-Z]\d?(?![\p{L}\d-]| [Ll]evels?)|A(?=[’',.;:)]|$|\s(?:was|is|has|had|went|died|left|ran|came|and|who)\b)|[1-9](?=[’',;:]|\.?$|\s(?:was|has|had|went|died|left|ran|came|who)\b))/gu

const family = new RegExp(String.raw`\b(?:the|a|one)\s(${capitalWord})\s(?:family|siblings|brothers|sisters|twins|triplets|household)\b(?!\s(?:hub|centre|service|support)s?\b)`, 'gu')

/** "the Smith children" */
const childrenOf = new RegExp(String.raw`\bthe\s(${capitalWord})\s(?:children|boys|girls|kids|lads)\b(?!\s(?:home|school|centre|service|team|grammar)s?\b)`, 'gu')
const fromElsewhere = /(?:[^s]i|ch|eek)$/u

/** "The Syrian family" tells where they came from, and not their name. */
function isSurname(name: string, known: readonly string[]): boolean {
  return !isNoName(name) && !/(?:[ei]an|ish|ese|ghan)$/u.test(name) && !known.some((other) => other.toLowerCase().split(/[^\p{L}’'-]+/u).includes(name.toLowerCase()))
}

const someone = new RegExp(String.raw`(?<![\p{L}-])(?:${child}|${kin}|family|mother|father|parents?|siblings|[Ss]?he|lives?|lived)(?![\p{L}’'-])`, 'u')
const house = new RegExp(String.raw`\b\d{1,3}[a-d]?,?\s(?:${capitalWord}\s){1,3}?(?:Street|Road|Lane|Avenue|Close|Drive|Crescent|Court|Way|Place|Gardens|Terrace|Grove|Hill|Row|Walk|Square|Rise|Mews|View|Green)\b`, 'gu')
const postcode = /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])/gu
