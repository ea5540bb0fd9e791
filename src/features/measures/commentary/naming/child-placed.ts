import { capitalWord, withoutCapital } from './capitals.ts'
import { isNoName } from './no-names.ts'
import { age, child, kin } from './words-for-a-child.ts'

const yearOfSchool = String.raw`(?:Year\s(?:1[0-3]|[1-9])|Reception)`
const one = String.raw`\b(?:an?|one|the|this|that|our|another|her|his|their|only|single)\s(?:${yearOfSchool}\s)?(?:(?!(?:for|of|in|with|to|and|or|that|who|from|at)\s)[\p{Ll}\d-]+\s){0,3}?`
const oneChild = new RegExp(String.raw`${one}(?:(?:${child}|${kin})(?![\p{L}’'-])|(?:${age})[\s-]years?[\s-]old\b(?!s|\s(?:${child})(?:s|ren)))|^(?:${child}|${kin})(?=,|\s(?:of|aged|in|from|\())`, 'u')

/** A single age: ranges and limits point to nobody. */
const oneAge = new RegExp(
  String.raw`(?<!\b(?:under|over|below|above|to|or|and|between|than|from|[-–])\s?(?:age\s|aged\s)?)(?:\bof\s(?:${age})(?=[,.;:)]|$|\s(?:in|from|at|near|who|was|is|and|years?|of\s\p{Lu}))|\b(?:aged?|who is|who was)\s(?:${age})\b|\b(?:${age})[\s-]years?[\s-]old\b|,\s(?:${age})(?=,|\sand\s|$|\.)|\((?:aged\s)?(?:${age})\)|\b(?:${age})\syears\sof\sage\b)(?!\s?(?:to|or|[-–+/])\s?\d|\s(?:and|or)\s(?:over|under|above|below|older|younger|up)|\s?\+|\s?%|\son\saverage\b|\s(?:[\p{Ll}-]+\s){0,2}(?:children|girls|boys|pupils|young people|(?:${child})s)\b)`,
  'u',
)

/** "A Year 6 boy", "a girl in Year 9". */
const schoolYear = new RegExp(String.raw`\b${yearOfSchool}\s(?:${child})(?![\p{L}’'-])|(?<=\b(?:${child})(?:,|,?\s(?:in|of|from|who\s(?:is|was)\sin))?\s)${yearOfSchool}\b`, 'u')

/** "in Stourport-on-Severn", the place by itself. */
export const inPlace = String.raw`\b(?:in|from|of|at|near|outside|around)\s((?:${capitalWord})(?:[\s-](?:(?:upon|on|in|under|the)[\s-])*(?:${capitalWord}))*)`
const place = new RegExp(inPlace, 'gu')

/** Whether a name may be a place's where neighbours know each other: whole areas that figures stand for are known. */
export function isSmallPlace(name: string, known: readonly string[]): boolean {
  return (/^St\s\p{Lu}/u.test(name) || !isNoName(name.split(/[\s-]/)[0] ?? '')) && !known.some((other) => other.toLowerCase() === name.toLowerCase())
}

/** One child with an age and a place, in the words that tell it: whoever lives there knows who it is. A whole county or country points to nobody. */
export function childPlaced(sentence: string, known: readonly string[]): string | undefined {
  const plain = withoutCapital(sentence)
  const [who, howOld] = [oneChild.exec(plain), oneAge.exec(plain) ?? schoolYear.exec(plain)]
  if (who === null || howOld === null) return undefined
  const where = [...plain.matchAll(place)].find(({ 1: name = '' }) => isSmallPlace(name, known))
  if (where === undefined) return undefined
  const [from, to] = [Math.min(who.index, howOld.index, where.index), Math.max(...[who, howOld, where].map((match) => match.index + match[0].length))]
  return to - from <= mostQuoted ? sentence.slice(from, to) : `${sentence.slice(who.index, who.index + who[0].length)} … ${where[0]}`
}

const mostQuoted = 100
