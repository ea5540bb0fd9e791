import { numbersIn } from '../commentary/claims/numbers-in-text.ts'
import { inPercentAt, type InPercent } from './in-percent.ts'
import { romansAlone, romansBesideChildren } from './roman-numbers.ts'

/** A number that a text gives, in digits or in words, and where. */
export interface NumberTold extends InPercent {
  readonly words: string
  readonly number: number
  readonly at: number
  /** It may well be no count, or is one only by reckoning: "three times", "the third child", "half of the six". */
  readonly isUnsure?: true
}

const ones = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** What says a number without naming it. */
const sayings: Readonly<Record<string, number>> = { 'a single': 1, 'a lone': 1, 'the only': 1, 'the sole': 1, 'just a': 1, 'only a': 1, both: 2, neither: 2, 'a couple': 2, 'a pair': 2, twins: 2, 'a duo': 2, trio: 3, triplets: 3, threesome: 3, 'a treble': 3, 'hat-trick': 3, 'hat trick': 3, 'a brace': 2, quartet: 4, foursome: 4, quadruplets: 4, quintet: 5, 'half a dozen': 6, 'a dozen': 12, dozen: 12 }

/** What says a number and mostly counts something else. */
const unsure: Readonly<Record<string, number>> = { twice: 2, thrice: 3, couple: 2, pair: 2 }
const unsureSaid = /\b(?:twice|thrice|couple|pair)\b(?!ed\b)(?! (?:as|more|the|an?|each|every|per)\b)/gi

const longestFirst = (words: readonly string[]) => words.toSorted((one, other) => other.length - one.length).join('|')
const inWords = new RegExp(`\\b(?:${longestFirst(Object.keys(sayings))}|(?:${tens.join('|')})(?:[- ](?:${longestFirst(ones.slice(1, 10))}))?|${longestFirst(ones)})\\b`, 'gi')

const children = 'child|girl|boy|baby|infant|toddler|teenager|pupil|student|learner|sibling|young person|young woman|young man|care leaver|family|household|case|person|parent|carer|sister|brother'
const happened = 'was|had|has|went|died|left|came|returned|moved|remains|remained'

/** "A child was placed far away" tells of one; "where a child is missing" speaks of any. */
const aChild = new RegExp(`\\ban? (?=(?:[a-z-]+ )?(?:${children})\\b,? (?:who )?(?:${happened})\\b)`, 'gi')

/** What makes of a number no count: a length of time, how many times as much or how often, or the name of a quarter, a grade or a place in a document. */
const notCountAfter = /^(?: (?:to|or) [a-z\d]+)?(?: of)?[-\s]?(?:(?:working |school |calendar )?(?:days?|weeks?|months?|years?|hours?|minutes?|terms?|quarters?)\b|times (?:as|more|less|higher|lower|larger|greater|the|an?|each|every|per)\b)/i
const notCountBefore = /\b(?:quarter|section|priority|page|appendix|paragraph|step|stage|phase|level|grade|tier|version|objective|band|chapter) $/i
const timesAfter = /^(?: (?:to|or) [a-z\d]+)?[-\s](?:times|occasions)\b/i

/** Dates and "24/7" are no counts; any other "3/45" gives two. */
const slashed = /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b24\/7\b|(?<=\b(?:on|since|until|dated) )\d{1,2}\/\d{1,2}\b(?! (?:of|occasions|days)\b)/g

const ordinals = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const aCountedOne = new RegExp(`\\b(?:(${ordinals.join('|')})|([2-9])(?:nd|rd|th)) (?:[a-z-]+ )?(?:child|girl|boy|baby|infant|toddler|teenager|pupil|sibling|young person)\\b`, 'gi')

/** All numbers in a text that may be counts, in order. The text is read as `asRead` gives it. */
export function numbersTold(given: string): readonly NumberTold[] {
  const text = asRead(given).replaceAll(slashed, (date) => '_'.repeat(date.length))
  const digits = numbersIn(text.replaceAll(range, '$1 $2')).map(({ words, value, at }) => ({ words, number: value, at }))
  const words = [...text.matchAll(inWords)].map((match) => ({ words: match[0], number: valueOf(match[0].toLowerCase()), at: match.index }))
  const known = new Set(words.map(({ at }) => at))
  const single = [...text.matchAll(aChild)].filter(({ index }) => !known.has(index)).map((match) => ({ words: match[0].trim(), number: 1, at: match.index }))
  const sure = [...digits, ...words, ...single, ...romansBesideChildren(text)].filter((found) => mayBeCount(text, found))
  const counts = sure.map((told): NumberTold => ({ ...told, ...inPercentAt(text, told), ...(timesAfter.test(text.slice(told.at + told.words.length)) ? { isUnsure: true } : {}) }))
  return [...counts, ...besideThem(text, sure)].toSorted((one, other) => one.at - other.at)
}

/** What may tell a number without being one: "twice", "the third child", "Hurt: III", and a part of a number, "half of the six". */
function besideThem(text: string, sure: readonly NumberTold[]): readonly NumberTold[] {
  const unsureOnes = [...text.matchAll(unsureSaid)].filter(({ index }) => !/\ba $/i.test(text.slice(0, index))).map((match) => ({ words: match[0], number: unsure[match[0].toLowerCase()] ?? 0, at: match.index }))
  const inOrder = [...text.matchAll(aCountedOne)].map((match) => ({ words: match[0], number: match[1] === undefined ? Number(match[2]) : ordinals.indexOf(match[1].toLowerCase()) + 2, at: match.index }))
  const known = new Set(sure.map(({ at }) => at))
  const inRoman = romansAlone(text).filter(({ at }) => !known.has(at))
  return [...unsureOnes, ...inOrder, ...inRoman, ...partsTold(text, sure)].map((told) => ({ ...told, isUnsure: true }))
}

const parts: Readonly<Record<string, number>> = { half: 1 / 2, 'a third': 1 / 3, 'one third': 1 / 3, 'two thirds': 2 / 3, 'a quarter': 1 / 4, 'one quarter': 1 / 4, 'three quarters': 3 / 4, 'a fifth': 1 / 5, 'one fifth': 1 / 5 }
const partOf = new RegExp(`(?:\\b(${longestFirst(Object.keys(parts)).replaceAll(' ', '[- ]')})|\\b(\\d+(?:\\.\\d+)?) ?(?:%|per ?cent))(?: of)?(?: (?:the|all|these|those|our))* $`, 'i')

/** "Half of the six", "33.3% of the nine": the part, where it is near a whole number. */
function partsTold(text: string, sure: readonly NumberTold[]): readonly NumberTold[] {
  return sure.flatMap(({ words, number, at }): NumberTold[] => {
    const from = Math.max(0, at - 40)
    const found = partOf.exec(text.slice(from, at))
    if (found === null) return []
    const share = found[1] === undefined ? Number(found[2]) / 100 : (parts[found[1].toLowerCase().replaceAll('-', ' ')] ?? 0)
    const part = Math.round(share * number)
    return Math.abs(share * number - part) > 0.02 + 0.0006 * number ? [] : [{ words: text.slice(from + found.index, at + words.length), number: part, at: from + found.index }]
  })
}

const plural = 'children|girls|boys|babies|infants|toddlers|teenagers|pupils|students|siblings|families|households|young people'

/** "3-4 children" gives two numbers, and no age; "aged 3-4" and "3-4 year olds" do. */
const range = new RegExp(`(?<!\\b(?:aged?|ages) |[\\d/–-])\\b(\\d{1,2})[-–](\\d{1,2})(?= (?:[a-z-]+ )?(?:${plural})\\b| (?:${happened}|were|have|of (?:them|the|these|those|our))\\b)`, 'gi')
const runTogether = new RegExp(`(\\d|\\b(?:${ones.slice(1, 10).join('|')}))(?=(?:${plural}|child)\\b)`, 'gi')
const otherAlphabets: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', і: 'i', ѕ: 's', ο: 'o' }

/** A text as a reader sees it: without characters that do not show, letters and digits of every make as ours, "3children" and "x3" apart. Places in it are not those of the text. */
export function asRead(text: string): string {
  const plain = inOurDigits(text.normalize('NFKC').replaceAll(/[\p{Cf}\p{M}]/gu, '').replaceAll('⁄', '/'))
  return plain
    .replaceAll(/[аеорсхіѕο]/g, (letter) => otherAlphabets[letter] ?? letter)
    .replaceAll(/(?<![\p{L}\d])[x×](?=\d)/giu, ' ')
    .replaceAll(runTogether, '$1 ')
}

/** Full-width, Arabic and all other digits as ours, each in its place. */
function inOurDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    if (digit.length > 1) return digit
    let zero = code
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    return String(code - zero)
  })
}

function valueOf(words: string): number {
  const said = sayings[words]
  if (said !== undefined) return said
  const [ten = '', one = ''] = words.split(/[- ]/)
  return tens.includes(ten) ? (tens.indexOf(ten) + 2) * 10 + Math.max(ones.indexOf(one), 0) : ones.indexOf(ten)
}

function mayBeCount(text: string, { words, at }: NumberTold): boolean {
  return !notCountAfter.test(text.slice(at + words.length)) && !notCountBefore.test(text.slice(Math.max(0, at - 24), at))
}
