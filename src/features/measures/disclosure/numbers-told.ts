import { numbersIn } from '../commentary/claims/numbers-in-text.ts'

/** A number that a text gives, in digits or in words, and where. */
interface NumberTold {
  readonly words: string
  readonly number: number
  readonly at: number
}

const ones = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** What says a number without naming it. */
const sayings: Readonly<Record<string, number>> = { 'a single': 1, 'a lone': 1, 'the only': 1, 'the sole': 1, 'just a': 1, 'only a': 1, both: 2, neither: 2, 'a couple': 2, 'a pair': 2, twins: 2, 'a duo': 2, trio: 3, triplets: 3, quartet: 4, quadruplets: 4, quintet: 5, 'half a dozen': 6, 'a dozen': 12, dozen: 12 }

const longestFirst = (words: readonly string[]) => words.toSorted((one, other) => other.length - one.length).join('|')
const inWords = new RegExp(`\\b(?:${longestFirst(Object.keys(sayings))}|(?:${tens.join('|')})(?:[- ](?:${longestFirst(ones.slice(1, 10))}))?|${longestFirst(ones)})\\b`, 'gi')

const children = 'child|girl|boy|baby|infant|toddler|teenager|pupil|student|learner|sibling|young person|young woman|young man|care leaver|family|household|case|person|parent|carer|sister|brother'
const happened = 'was|had|has|went|died|left|came|returned|moved|remains|remained'

/** "A child was placed far away" tells of one; "where a child is missing" speaks of any. */
const aChild = new RegExp(`\\ban? (?=(?:[a-z-]+ )?(?:${children})\\b,? (?:who )?(?:${happened})\\b)`, 'gi')

/** What makes of a number no count: a length of time, or the name of a quarter, a grade or a place in a document. */
const notCountAfter = /^(?: (?:to|or) [a-z\d]+)?(?: of)?[-\s]?(?:working |school |calendar )?(?:days?|weeks?|months?|years?|hours?|minutes?|terms?|times|quarters?)\b|^\/\d/i
const notCountBefore = /(?:\b(?:quarter|section|priority|page|appendix|paragraph|step|stage|phase|level|grade|tier|version|objective|band|chapter) |\/)$/i

/** Roman numbers are counts only beside those who are counted: "children: III", "II cases". A single I is mostly a word. */
const counted = '[Cc]hildren|[Gg]irls|[Bb]oys|[Bb]abies|[Ii]nfants|[Tt]eenagers|[Pp]upils|[Ss]tudents|[Ss]iblings|[Ff]amilies|[Hh]ouseholds|[Cc]ases|[Pp]eople'
const roman = new RegExp(`(?<=\\b(?:${counted})(?: (?:were|was|numbered|in all))?(?:\\s*[:=(–-]\\s*|\\s+))(?:II|III|IV|V)\\b|(?<=\\b(?:${counted})\\s*[:=(]\\s*)I\\b|\\b(?:II|III|IV|V)(?=\\s+(?:${counted})\\b)`, 'g')
const romans = ['I', 'II', 'III', 'IV', 'V']

/** All numbers in a text that may be counts, in order. */
export function numbersTold(given: string): readonly NumberTold[] {
  const text = inOurDigits(given)
  const digits = numbersIn(text).map(({ words, value, at }) => ({ words, number: value, at }))
  const words = [...text.matchAll(inWords)].map((match) => ({ words: match[0], number: valueOf(match[0].toLowerCase()), at: match.index }))
  const known = new Set(words.map(({ at }) => at))
  const single = [...text.matchAll(aChild)].filter(({ index }) => !known.has(index)).map((match) => ({ words: match[0].trim(), number: 1, at: match.index }))
  const inRoman = [...text.matchAll(roman)].map((match) => ({ words: match[0], number: romans.indexOf(match[0]) + 1, at: match.index }))
  return [...digits, ...words, ...single, ...inRoman].filter((found) => mayBeCount(text, found)).toSorted((one, other) => one.at - other.at)
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
