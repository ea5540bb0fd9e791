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
const sayings: Readonly<Record<string, number>> = { 'a single': 1, 'a lone': 1, 'the only': 1, 'the sole': 1, 'just a': 1, 'only a': 1, both: 2, neither: 2, 'a couple': 2, 'a pair': 2, twins: 2, triplets: 3, 'half a dozen': 6, 'a dozen': 12, dozen: 12 }

const longestFirst = (words: readonly string[]) => words.toSorted((one, other) => other.length - one.length).join('|')
const inWords = new RegExp(`\\b(?:${longestFirst(Object.keys(sayings))}|(?:${tens.join('|')})(?:[- ](?:${longestFirst(ones.slice(1, 10))}))?|${longestFirst(ones)})\\b`, 'gi')

const children = 'child|girl|boy|baby|infant|toddler|teenager|pupil|student|learner|sibling|young person|young woman|young man|care leaver|family|household|case|person|parent|carer|sister|brother'
const happened = 'was|had|has|went|died|left|came|returned|moved|remains|remained'

/** "A child was placed far away" tells of one; "where a child is missing" speaks of any. */
const aChild = new RegExp(`\\ban? (?=(?:[a-z-]+ )?(?:${children})\\b,? (?:who )?(?:${happened})\\b)`, 'gi')

/** What makes of a number no count: a length of time, or the name of a quarter, a grade or a place in a document. */
const notCountAfter = /^(?: (?:to|or) [a-z\d]+)?(?: of)?[-\s]?(?:working |school |calendar )?(?:days?|weeks?|months?|years?|hours?|minutes?|terms?|times|quarters?)\b|^\/\d/i
const notCountBefore = /(?:\b(?:quarter|section|priority|page|appendix|paragraph|step|stage|phase|level|grade|tier|version|objective|band|chapter) |\/)$/i

/** All numbers in a text that may be counts, in order. */
export function numbersTold(text: string): readonly NumberTold[] {
  const digits = numbersIn(text).map(({ words, value, at }) => ({ words, number: value, at }))
  const words = [...text.matchAll(inWords)].map((match) => ({ words: match[0], number: valueOf(match[0].toLowerCase()), at: match.index }))
  const known = new Set(words.map(({ at }) => at))
  const single = [...text.matchAll(aChild)].filter(({ index }) => !known.has(index)).map((match) => ({ words: match[0].trim(), number: 1, at: match.index }))
  return [...digits, ...words, ...single].filter((found) => mayBeCount(text, found)).toSorted((one, other) => one.at - other.at)
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
