import type { Definition } from '../../../definitions/definition.ts'
import { stemOf, tellingWords, wordsIn } from '../names-measure.ts'

/** Words of money, time, coming, going and change, which say nothing of what is counted. */
const ofAnything = new Set(
  'cost costs spend spending spent price money total mean average averages typical unit begun began begin begins beginning start starts started starting new joined entered entering entries opened ended ending ends end ceased left leaving leavers closed stopped finished ceasing starters joiners leavers admitted admissions discharged discharges coming going more fewer less change changes changed difference increase decrease rise fall growth movement compared earlier previous last since quarter quarters snapshot each every over'.split(' ').map(stemOf),
)

interface Words {
  readonly named: readonly string[]
  readonly said: ReadonlySet<string>
}

/** The same few definitions are held against each other thousands of times. */
const keptWords = new WeakMap<Definition, Words>()

/** Whether two measures may be about the same children: a telling word of one's name stands in the definition of the other, or a name has none. */
export function mayBeOfOne(one: Definition, other: Definition): boolean {
  const [own, others] = [wordsOf(one), wordsOf(other)]
  if (own.named.length === 0 || others.named.length === 0) return true
  return own.named.some((word) => others.said.has(word)) || others.named.some((word) => own.said.has(word))
}

function wordsOf(of: Definition): Words {
  const kept = keptWords.get(of)
  if (kept !== undefined) return kept
  const { name, definition, numerator = '', denominator = '', counted = '' } = of
  const words = {
    named: tellingWords(name).map(stemOf).filter((word) => !ofAnything.has(word)),
    said: new Set(wordsIn([name, definition, numerator, denominator, counted].join(' ')).map(stemOf)),
  }
  keptWords.set(of, words)
  return words
}
