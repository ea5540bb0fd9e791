import type { Definition } from '../../definitions/definition.ts'
import { numbersTold, type NumberTold } from '../../disclosure/numbers-told.ts'
import { speaksOfEach } from './how-many-of-each.ts'
import { singular } from './names-measure.ts'
import { kinds, nouns, people } from './nouns-of-else.ts'

/** What a measure counts, and the parts of it of which figures are hidden. */
export interface Counted {
  readonly definition: Pick<Definition, 'name' | 'numerator' | 'denominator' | 'counted'>
  readonly breakdown: string
}

/**
 * The places of numbers that plainly count something else than children: "two family hubs", "4 vacancies", "three in four families". The noun has to follow, with nothing between that could end what is
 * counted, and must not be what the measure counts; whatever is not sure is a number of children. The text is a sentence as `asRead` gives it.
 */
export function placesOfElse(text: string, counted: readonly Counted[]): ReadonlySet<number> {
  if (speaksOfEach(text)) return new Set()
  const numbers = numbersTold(text).filter(({ inPercent }) => inPercent === undefined)
  const ownWords = new Set(counted.flatMap(wordsCounted).map(singular))
  return new Set(numbers.filter((number) => isOfElse(text, number, ownWords) || isFraction(text, number, numbers)).map(({ at }) => at))
}

/** "or three" in "two or three hubs", and "of our" in "two of our schools". */
const another = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|more|\d+)`
const between = String.raw`(?:[- ](?:or|to)[- ]${another})?(?: of(?: (?:the|our|these|those|all))*(?: ${another})?)?`
const nounAfter = new RegExp(String.raw`^${between}(?:[ -](?:${kinds}))*[ -](${nouns})(?![\p{L}\d’'-])(?! (?:of (?:the |our |these |those )?)?(?:${people})\b)`, 'iu')

/** What may follow a single noun: anything else may be the noun that is counted, as in "one school child". */
const endsNoun = /^(?:[.,;:!?)”"]|$| (?:in|at|of|for|from|and|or|to|on|by|with|was|is|were|has|had|will|that|which|who|where|opened|closed|joined|left|took|came|visited|could|may|must|now|still|instead|only)\b(?!-))/i

function isOfElse(text: string, { at, words, number }: NumberTold, ownWords: ReadonlySet<string>): boolean {
  const after = text.slice(at + words.length)
  const found = nounAfter.exec(after)
  const noun = found?.[1]
  if (found === null || noun === undefined) return false
  if (noun.toLowerCase().split(/[ -]/).some((word) => ownWords.has(singular(word)))) return false
  if (isPlural.test(noun)) return true
  return (number === 1 || isMultiple.test(noun)) && endsNoun.test(after.slice(found[0].length))
}

const isPlural = /^(?:staff|members of .*|.*s)$/i
const isMultiple = /^(?:hundred|thousand|million|billion)$/i

const peopleAfter = new RegExp(String.raw`^ (?:of (?:the |our |these |those |all )?)?(?:looked-after )?(?:${people}|households|parents|carers|people)\b`, 'i')

const wholesOfFractions: readonly number[] = [2, 3, 4, 5, 10]

/** "Three in four families": both numbers say how large a share it is. Beside a noun of any other kind they count two things: "three in four homes". */
function isFraction(text: string, { at, words, number }: NumberTold, numbers: readonly NumberTold[]): boolean {
  const end = at + words.length
  const of = numbers.find((other) => other.number > number && text.slice(end, other.at) === ' in ')
  const part = numbers.find((other) => other.number < number && text.slice(other.at + other.words.length, at) === ' in ')
  const whole = of ?? (part === undefined ? undefined : { at, words, number })
  return whole !== undefined && wholesOfFractions.includes(whole.number) && peopleAfter.test(text.slice(whole.at + whole.words.length))
}

/** Words that only say that something is counted. */
const ofCounting = /^(?:the )?(?:number|share|proportion|percentage|rate|count|total|average|all) (?:of )?(?:the |all )?/i

/** The words by which a measure says what it counts, up to the first that says of it where, when or which; and those of the part. */
function wordsCounted({ definition: { name, numerator, denominator, counted }, breakdown }: Counted): readonly string[] {
  const texts = [name, numerator, denominator, counted].flatMap((text) => text ?? []).map((text) => text.replace(ofCounting, '').split(/[,;:(]| (?:in|of|at|for|from|by|with|without|who|whose|which|that|to|into|on|per|where|when|under|over|after|before|within|a) /i)[0] ?? '')
  const parts = breakdown.split(';').map((part) => part.replace(/^[^=]*=/, ''))
  return [...texts, ...parts].flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? [])
}
