import { capitalWord, withoutCapital } from './capitals.ts'
import { inPlace, isSmallPlace } from './child-placed.ts'
import { isNoName } from './no-names.ts'
import { age, child, kin, severalChildren } from './words-for-a-child.ts'

const one = String.raw`\b(?:an?|one|the|this|that|our|another|single)\s`
const there = String.raw`\s(?:(?:now|living|placed|who\s(?:is|was|lives|lived))\s){0,2}`

/** "one family of five in Upton" */
const familyOf = new RegExp(String.raw`${one}family\s(?:of|with)\s(?:${age})(?:\s(?:children|siblings|people))?${there}${inPlace}`, 'gu')

/** "a deaf boy in Bewdley" */
const oneSeldom = new RegExp(String.raw`${one}(?:[\p{Ll}-]+\s)?(?:blind|deaf|autistic|disabled|pregnant|adopted|fostered|orphaned|transgender|refugee)\s(?:${child}|${kin}|twins)${there}${inPlace}`, 'gu')

/** "the only girl at Westfield Primary" */
const onlyOne = new RegExp(String.raw`\b(?:the|our|its)\s(?:only|sole|single|youngest|oldest|eldest|last)\s(?:[\p{Ll}-]+\s)?(?:${child}|${kin}|twins)(?:\sin\s(?:Year\s\d{1,2}|Reception))?${there}${inPlace}`, 'gu')

/** "a mother of two in Pershore" */
const parentOf = new RegExp(String.raw`${one}(?:[\p{Ll}-]+\s)?(?:mother|father|mum|dad|parent|grandmother|grandfather)\s(?:of|with)\s(?:${age})(?:\s(?:[\p{Ll}-]+\s)?(?:${severalChildren}|sons|daughters))?${there}${inPlace}`, 'gu')

/** "a Syrian girl in Bewdley" */
const oneFrom = new RegExp(String.raw`${one}(${capitalWord})\s(?:${child}|${kin}|twins|siblings|brothers|sisters|family)${there}${inPlace}`, 'gu')

/** Of these words with a capital that name nobody, those that tell where somebody comes from. */
const origin = /^(?:african|asian|caribbean|gypsy|mixed|roma|traveller|british|english|scottish|welsh|european)$/iu

/** One child, parent or family with a size, an origin or what few have, and a place, in the words that tell it: whoever lives there knows who it is. */
export function familyPlaced(sentence: string, known: readonly string[]): string | undefined {
  const plain = withoutCapital(sentence)
  const seldom = [familyOf, oneSeldom, onlyOne, parentOf].flatMap((pattern) => [...plain.matchAll(pattern)]).find(({ 1: place = '' }) => isSmallPlace(place, known))
  const found = seldom ?? [...plain.matchAll(oneFrom)].find(({ 1: from = '', 2: place = '' }) => (origin.test(from) || !isNoName(from)) && isSmallPlace(place, known))
  return found === undefined ? undefined : sentence.slice(found.index, found.index + found[0].length)
}
