import { asRead } from '../../disclosure/numbers-told.ts'
import { sentencesOf } from '../claims/sentences.ts'
import { beside, capitalsIn, mayBeName, withoutCapital, type Capitals } from './capitals.ts'
import { childPlaced } from './child-placed.ts'
import { familyPlaced } from './family-placed.ts'
import { happenedTo } from './happened-to.ts'
import { identifiersIn, inOtherLetters } from './identifiers.ts'
import { initialsIn } from './initials.ts'
import { knownBy } from './known-by.ts'
import { listedAfter } from './listed-after.ts'
import { somebodyNamed } from './somebody-named.ts'
import { stretchesOf } from './stretches.ts'
import { inUsualCase } from './usual-case.ts'
import { aged, noRange } from './what-people-do.ts'
import { age, child, kin, severalChildren } from './words-for-a-child.ts'

/**
 * Where a text may name a child, or point to one: a word for a child tied to a name in the same sentence ("the boy, Tom Smith", "a child named Tom", "Tom’s sister"), a name with an age ("Amy Brown, aged 14"), a parent’s name ("her mother, Karen"), names in a list ("Hurt: Ann and Ben"), one
 * child with an age, an origin or the size of the family, and a place ("a girl of 14 in Pershore"), somebody by a common first name or by what people do ("Zofia Kowalska waited"), somebody to whom happened what happens to children ("Maya Brown went missing"), or a number, an address, initials or a letter by which a child is known. `known` are names that are nobody's: of areas, bodies and posts. Answers the words that were found, each once.
 */
export function childrenNamedIn(text: string, known: readonly string[]): readonly string[] {
  const plain = asRead(text)
  return [...new Set([...sentencesOf(plain).flatMap(stretchesOf).flatMap((sentence) => namedInSentence(sentence, known)), ...identifiersIn(plain), ...inOtherLetters(text)])]
}

function namedInSentence(given: string, known: readonly string[]): readonly string[] {
  const sentence = inUsualCase(given)
  const named = capitalsIn(sentence).filter((capitals) => isName(capitals, sentence, known)).map(({ text }) => text)
  const names = [...new Set([...named, ...somebodyNamed(sentence, known), ...happenedTo(sentence, known), ...listedAfter(sentence, known), ...initialsIn(sentence), ...knownBy(sentence, known)])]
  const placed = childPlaced(sentence, known) ?? familyPlaced(sentence, known)
  return (placed === undefined ? names : [...names.filter((name) => !placed.includes(name)), placed]).map((words) => asWritten(words, sentence, given))
}

/** Where a name was read in its usual case, as it stands in the text. */
function asWritten(words: string, sentence: string, given: string): string {
  const at = sentence.indexOf(words)
  return at < 0 ? words : given.slice(at, at + words.length)
}

function isName(capitals: Capitals, sentence: string, known: readonly string[]): boolean {
  const { left, right } = beside(capitals, withoutCapital(sentence))
  const isOneChild = speaksOfOne.test(withoutCapital(sentence))
  const isFull = capitals.words.length > 1
  // A post is not so old: who holds one may be called as a child is.
  if (isFull && aged.test(right) && !ofAPlace.test(left)) return mayBeName(capitals, [], true)
  if (isTied(left, right, { isFull, isOneChild, isList: /\(\d+\).*\(\d+\)/.test(sentence) })) return mayBeName(capitals, known, true)
  return isOneChild && isFull && !ofAPlace.test(left) && !ofAThing.test(right) && (!capitals.isFirst || asSubject.test(right)) && mayBeName(capitals, known, false)
}

const speaksOfOne = new RegExp(String.raw`(?<![\p{L}-])(?:${child}|${kin})(?![\p{L}’'-])`, 'u')

/** Before the name of a place or a thing, or of somebody who holds an office. */
const ofAPlace = /\b(?:in|at|near|from|to|by|outside|around|the|[Cc]llr|[Cc]ouncillor|Sir|Dame|Dr|Professor)\s$/u
const ofAThing = /^[’']s\s(?:school|college|academy|hospital|project|report)\b|^\s(?:school|project|programme|service|team|centre|strategy|scheme|college|academy|hospital|road|estate|park|house|ward|judgment|case)s?\b/u
const asSubject = /^(?:,|\s\(|\s(?:of|from|in)\s\p{Lu}|\s(?:who|is|was|went|has|had|lives|lived|died|ran|left)\b)/u

interface Sentence {
  /** Two words or three. */
  readonly isFull: boolean
  readonly isOneChild: boolean
  /** Numbers in brackets beside several names count something. */
  readonly isList: boolean
}

/** Whether what stands right before or after a name makes it a child's. */
function isTied(left: string, right: string, { isFull, isOneChild, isList }: Sentence): boolean {
  const isPlace = placeBefore.test(left)
  if (kinAfter.test(right) || kinBefore.test(left) || parentBefore.test(left) || calledSo.test(left) || nameIs.test(left) || childAfter.test(right)) return !isPlace
  if (childBefore.test(left)) return isFull || !/(?:[,:(]|\b(?:is|was))\s?[“"‘']?$/.test(left) || setOff.test(right)
  if (severalBefore.test(left)) return isFull || /^(?:,|\sand|\s&)\s\p{Lu}/u.test(right)
  if (isPlace) return false
  return aged.test(right) || (!isList && ageAlone.test(right) && (isOneChild || (isFull && right.startsWith(','))))
}

const placeBefore = /\b(?:in|at|near|from|outside|around)\s$/u
const setOff = /^(?:,|\s?[).;:–-]|\s\(|$|\swho\b)/u

/** "A child record" is no child. */
const noNoun = String.raw`(?=[.,;:)!?–]|$|\s(?:[–-]|(?:of|in|from|at|who|whom|whose|with|aged|and|was|is|on|we|to|when|by|near|here|there|placed|looked)\b))`

/** "Amy Brown, a girl", "Tom is a quiet boy". */
const childAfter = new RegExp(String.raw`^(?:,|,?\s(?:who\s)?(?:is|was)|\s[–-])\s(?:a|an|the|our|her|his|their|one|another)(?:\s(?!(?:of|for|in|to|every|each|with|and|or|when|that|whose|number|share)\b)[\p{Ll}\d-]+){0,3}\s(?:${child}|${kin})${noNoun}`, 'u')

/** "Tom’s sister" */
const kinAfter = new RegExp(String.raw`^[’'](?:s)?\s(?:(?:older|younger|elder|little|big|twin|half|foster|baby)[\s-])*(?:${kin}|mother|father|mum|dad|mummy|daddy|birth mother)s?\b(?!\s(?:service|company|organisation|charity|authority|school|unit|paper)s?\b)`, 'u')

/** "the sister of Tom" */
const kinBefore = new RegExp(String.raw`\b(?:${kin}|mother|father|mum|dad)\sof\s$`, 'u')

/** "Her mother, Karen", "The father Tom": by a parent a child is known. */
const parentBefore = /\b(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he|[Aa]|’s|'s)\s(?:(?:birth|foster|late|own|single|young)\s)?(?:mother|father|mum|dad|stepmother|stepfather|grandmother|grandfather|grandma|grandad|nan|aunt|uncle|cousin|foster carer)(?:,\s|\s\(?|:\s)[“"‘']?$/u

const between = String.raw`(?:,?\s(?:who|whom|whose|is|was|has|been|being|are|were|we|will|shall|here|only|just|aged?|of|years?|old|in|care|from|at|\d{1,2}|\p{Lu}\p{Ll}+)|\s?\(\d{1,2}\))*`

/** "a child named Tom", "a boy of 9 whom we call Tom" */
const calledSo = new RegExp(String.raw`(?<![\p{L}-])(?:${child}|${kin})(?![\p{L}’'-])${between},?\s(?:named|called|call|known as|nicknamed|by the name of|with the name(?: of)?)\s[“"‘']?$`, 'u')

/** "Her name is Amy", "The boy’s name was Tom" */
const nameIs = new RegExp(String.raw`\b(?:her|his|their|whose|(?:${child}|${kin})[’']s)\s(?:(?:first|full|real|last)\s)?names?(?:\s(?:is|was|are|were)\s?|:\s)[“"‘']?$`, 'u')

/** "the boy, Tom", "A girl of 14 in Pershore, Amy Brown", "pupil Tom" */
const childBefore = new RegExp(String.raw`(?<![\p{L}-])(?:${child}|${kin}|(?:${age})[\s-]years?[\s-]old)(?:,?\s(?:of|aged?)\s(?:${age})|,\s(?:${age})|\s\((?:${age})\))?(?:\s(?:in|of|from|at|near)\s(?:\p{Lu}[\p{L}-]+\s?){1,3})?(?:,|:|\s\(|\s(?:is|was))?\s?(?<=[\s(])[“"‘']?$`, 'u')

/** "two sisters, Amy and Beth" */
const severalBefore = new RegExp(String.raw`(?:^|\b(?:the|these|those|both|her|his|their|two|three|four|five|[2-5])\s(?:[\p{Ll}-]+\s)?)(?:${severalChildren})(?:,|:|\s\(|\s(?:named|called))?\s?(?<=[\s(])[“"‘']?$`, 'u')

/** "Tom (9)" */
const ageAlone = new RegExp(String.raw`^(?:,\s(?:${age})|\s\((?:${age})\))(?=[,.;:)]|$|\s(?:who|of|from|in|and|was|is)\b)${noRange}`, 'u')
