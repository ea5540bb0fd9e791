import { isNoName } from './no-names.ts'
import { age, child, kin, severalChildren } from './words-for-a-child.ts'

const tie = String.raw`,\s(?:a|an|our|the|her|his)\s(?:[\p{Ll}-]+\s){0,2}(?:${child}|${kin})(?:,?\s(?:aged|of)\s(?:${age})\b|[,.;]|$)`
const aged = String.raw`aged?\s(?:${age})\b(?!\s?(?:to|or|and|[-–+/])\s?(?:\d|over|under|above|below|older|younger)|\s?\+)`
const inCapitals = new RegExp(String.raw`(?<![\p{L}\d’'-])\p{Lu}[\p{Lu}’'-]+(?:\s\p{Lu}[\p{Lu}’'-]+){1,2}(?=${tie}|,?\s\(?${aged}|\s\((?:${age})\)|,\s(?:${age}),|\s(?:was|is|has|had|went|ran|died|left)\b)`, 'gu')
const inSmall = new RegExp(String.raw`(?<![\p{L}\d’'-])\p{Ll}{2,}\s\p{Ll}{2,}(?=${tie}|,\s\(?${aged}|\s\(${aged})`, 'gu')

/** A sentence with names as they are usually written, in as many characters: "AMY BROWN, aged 14" and "amy brown, aged 14" as "Amy Brown, aged 14". */
export function inUsualCase(sentence: string): string {
  return sentence.replaceAll(inCapitals, (name) => asName(name.toLowerCase())).replaceAll(inSmall, (name) => (name.split(' ').some(isNoPartOfName) ? name : asName(name)))
}

/** What an address or the name of a part says: "child=maya-brown-aged-9" as "child: Maya Brown aged 9". */
export function slugInWords(slug: string): string {
  return slug.replaceAll('=', ': ').replaceAll('/', '; ').replaceAll(/[^\p{L}\d:;]+/gu, ' ').trim().replaceAll(/\p{L}+/gu, (word) => (isNoPartOfName(word) || /^(?:aged?|old|born|dob)$/iu.test(word) ? word.toLowerCase() : asName(word)))
}

const ofChildren = new RegExp(`^(?:${child}|${kin}|${severalChildren})$`, 'iu')

function isNoPartOfName(word: string): boolean {
  return isNoName(word) || ofChildren.test(word) || /\p{Ll}{2}(?:ed|ly|ing|tion|ment|ity|ness)$/u.test(word)
}

function asName(words: string): string {
  return words.replaceAll(/(?<=^|[\s’'-])\p{Ll}/gu, (letter) => letter.toUpperCase())
}
