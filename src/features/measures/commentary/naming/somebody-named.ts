import { beside, capitalsIn, isHeldBy, type Capitals } from './capitals.ts'
import { isGivenName, isOnlyAName } from './given-names.ts'
import { isNoName } from './no-names.ts'
import { isOfPlace, isPartOfHouse, isPartOfPlace, isRatherAPlace } from './place-words.ts'
import { asPeopleDo, asSubjectsDo, beforePeople, inOffice, postAfter, postBefore } from './what-people-do.ts'
import { asThingsDo, ofTheYear, thingAfter } from './what-things-do.ts'

/**
 * Names of people without a word for a child beside them: a common first name with a surname wherever it stands ("We lost touch with Ryan Cole"), one alone where it does what people do ("Ella waited") or beside a full name ("Kayleigh Jones and Tyler"),
 * and any two words with capitals that do what hardly a place or a body does ("Zofia Kowalska has no place"). Who holds an office is no child, and a name that is all of the text says nothing of anybody.
 */
export function somebodyNamed(sentence: string, known: readonly string[]): readonly string[] {
  const rows = capitalsIn(sentence).map(withoutAdverb).map((row) => inSentence(row, sentence)).filter((row) => mayBeSomebody(row, known))
  const named = new Set(rows.filter((row) => isSomebody(row, sentence, known)))
  const isWithFull = [...named].some(({ words }) => words.length > 1)
  return rows.filter((row) => named.has(row) || (isWithFull && isAlone(row))).map(({ text }) => text)
}

interface Named extends Capitals {
  readonly left: string
  readonly right: string
}

/** "Jack B waited" */
const letterOfSurname = /^\s[B-Z](?=[\s,’'])/u

function inSentence(row: Capitals, sentence: string): Named {
  const { left, right } = beside(row, sentence)
  return { ...row, left, right: isAlone(row) ? right.replace(letterOfSurname, '') : right }
}

/** "Sadly Tyler Jones" */
function withoutAdverb(row: Capitals): Capitals {
  const [adverb = '', ...words] = row.words
  if (!row.isFirst || !adverb.endsWith('ly') || isGivenName(adverb) || words.length === 0) return row
  return { ...row, words, text: words.join(' '), at: row.at + adverb.length + 1, isFirst: false }
}

/** Before a place, a thing, a title, or one of several councillors. */
const placeOrTitle = /\b(?:in|at|near|outside|around|(?<!\b(?:affected|caused|delayed|driven|explained|raised)\s)by|the|[Ss]torm|[Oo]peration|Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Professor|Rev|Judge|Bishop)\s$|\b(?:Cllrs|Councillors)\s[^.;]*(?:,|\band)\s$/u
const title = /^(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Professor|Rev|Judge|Bishop|Prince|Princess|Saint|St|Storm|Operation)$/u

function mayBeSomebody({ words, text, left, right }: Named, known: readonly string[]): boolean {
  if (words.length > 3 || title.test(words[0] ?? '') || isHeldBy(known, text)) return false
  if (words.length > 1 && (asThingsDo.test(right) || (words.length === 3 && ofTheYear.test(words[2] ?? '')))) return false
  return !placeOrTitle.test(left) && !postBefore.test(left) && !postAfter.test(right) && !inOffice.test(right) && !thingAfter.test(right)
}

function isSomebody(row: Named, sentence: string, known: readonly string[]): boolean {
  const { words, left, right } = row
  const isDoing = asPeopleDo.test(right) || beforePeople.test(left)
  if (words.length === 1) return isAlone(row) && (isDoing || forSomebody.test(left) || (isOnlyAName((words[0] ?? '').toLowerCase()) && (asSubjectsDo.test(right) || isOfPlace(right, known))))
  if (isGivenName(words[0] ?? '')) return words.every((word) => !isNoName(word) || surnamesToo.has(word.toLowerCase())) && (isDoing || (!isHouse(words) && isInText(row)))
  return isDoing && (beforePeople.test(left) || !/\b(?:of|from|to)\s$/u.test(left)) && words.every((word) => !isNoName(word)) && !isRatherAPlace(words, sentence, known)
}

function isAlone({ words }: Pick<Capitals, 'words'>): boolean {
  return words.length === 1 && isGivenName(words[0] ?? '')
}

/** "a place for Ella" */
const forSomebody = /\b(?:because of|(?:place|places|school|home|carers|family|bed|placement) for|visited|placed|moved|about|apologised? to|spoke (?:to|with))\s$/u

/** Words of `isNoName` that are surnames as often as anything else. */
const surnamesToo = new Set('bishop day english french grant hall king knight lord page street ward west young'.split(' '))

/** "Holly Lodge", "Rowan Hill": of such a name only what people do tells that it is somebody. */
function isHouse(words: readonly string[]): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return isPartOfHouse(last) || (isPartOfPlace(last) && !isOnlyAName(first.toLowerCase()))
}

/** A name that is all of a text is an owner's or a source's. */
function isInText({ left, right }: Named): boolean {
  return /\p{Ll}{3}/u.test(left + right)
}
