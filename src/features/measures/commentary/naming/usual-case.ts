import { givenNamesInSmall, isOnlyAName } from './given-names.ts'
import { isNoName } from './no-names.ts'
import { age, child, kin, severalChildren } from './words-for-a-child.ts'

const tie = String.raw`,\s(?:a|an|our|the|her|his)\s(?:[\p{Ll}-]+\s){0,2}(?:${child}|${kin})(?:,?\s(?:aged|of)\s(?:${age})\b|[,.;]|$)`
const aged = String.raw`aged?\s(?:${age})\b(?!\s?(?:to|or|and|[-–+/])\s?(?:\d|over|under|above|below|older|younger)|\s?\+)`
const inCapitals = new RegExp(String.raw`(?<![\p{L}\d’'-])\p{Lu}[\p{Lu}’'-]+(?:\s\p{Lu}[\p{Lu}’'-]+){1,2}(?=${tie}|,?\s\(?${aged}|\s\((?:${age})\)|,\s(?:${age}),|\s(?:was|is|has|had|went|ran|died|left)\b)`, 'gu')
const inSmall = new RegExp(String.raw`(?<![\p{L}\d’'-])\p{Ll}{2,}\s\p{Ll}{2,}(?=${tie}|,\s\(?${aged}|\s\(${aged})`, 'gu')

/** "AARAV ran away", "AARAV, 12," */
const oneInCapitals = new RegExp(String.raw`(?<![\p{L}\d’'-])(?<!\p{Lu}\s)\p{Lu}{3,}(?=(?:,?\s\(?(?:aged\s)?(?:${age})\)?,?)?\s(?:ran\s(?:away|off)|went\smissing|was\shurt)\b)`, 'gu')

/** Three letters are as often those of a body or a system, but not with an age. */
const givenInCapitals = new RegExp(String.raw`(?<![\p{L}\d’'-])(?<!\p{Lu}\s)(?:\p{Lu}{4,}|\p{Lu}{3}(?=,?\s\(?(?:aged\s)?(?:${age})\b))(?![\p{L}\d-]|\s\p{Lu}{2})`, 'gu')

const givenInSmall = new RegExp(String.raw`(?<![\p{L}\d’'.-])(?:${givenNamesInSmall})(?:\s\p{Ll}{2,})?(?=${tie}|,?\s\(?${aged}|,\s(?:${age})(?=[,.;]|$)|\s\((?:${age})\)|\sis\s(?:${age})(?=[.,;]|$|\sand\b))`, 'gu')
const twoInCapitals = /(?<![\p{L}\d’'-])(\p{Lu}{2,})\s\p{Lu}[\p{Lu}’'-]+(?![\p{L}\d])/gu

/** A sentence with names as they are usually written, in as many characters: "AMY BROWN, aged 14" and "amy brown, aged 14" as "Amy Brown, aged 14". */
export function inUsualCase(sentence: string): string {
  return sentence
    .replaceAll(inCapitals, (name) => asName(name.toLowerCase()))
    .replaceAll(twoInCapitals, (name, first: string) => (isOnlyAName(first.toLowerCase()) ? asName(name.toLowerCase()) : name))
    .replaceAll(oneInCapitals, (name) => asName(name.toLowerCase()))
    .replaceAll(givenInCapitals, (name) => (isOnlyAName(name.toLowerCase()) ? asName(name.toLowerCase()) : name))
    .replaceAll(givenInSmall, (name) => asName(name))
    .replaceAll(inSmall, (name) => (name.split(' ').some(isNoPartOfName) ? name : asName(name)))
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
