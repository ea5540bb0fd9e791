import { isSmall, type DisclosurePolicy } from '#core/suppression/policy.ts'
import { asRead, numbersTold, type NumberTold } from '../../disclosure/numbers-told.ts'
import type { ChangeTold } from './change-told.ts'
import { changesIn } from './changes-in-words.ts'
import { childrenListed } from './children-listed.ts'
import { placesOfElse, type Counted } from './counts-something-else.ts'
import { people } from './nouns-of-else.ts'
import { rangesIn } from './ranges-in-words.ts'

/** Words that tell a number without giving it. */
interface ToldByReckoning {
  /** "fell by six, from nine" */
  readonly words: string
  /** None where it is a part of a number that the text does not give. */
  readonly number?: number
  /** Children are counted, and all that it is reckoned from stands in one sentence. */
  readonly isSure?: true
}

/**
 * Small numbers that a reader gets by counting, adding or taking away: "it fell by six, from nine", "six fewer than the nine", "a third of what it was, nine", "more than two and fewer than four", "a third as many", "a
 * mother and her two sons", "a boy is missing". A number of something else, as the measure counts, is left out.
 */
export function toldByReckoning(given: string, policy: DisclosurePolicy, counted: readonly Counted[] = []): readonly ToldByReckoning[] {
  const text = asRead(given)
  const reckoned = [...changesTold(text, counted), ...childrenListed(text), ...rangesIn(text, policy)].filter(({ number }) => isSmall(number, policy))
  const parts = [...text.matchAll(asMany)].map(([words]) => ({ words })).filter(({ words }) => !reckoned.some((one) => one.words.includes(words)))
  return [...reckoned, ...parts]
}

/** "a third as many", "half the number of". */
const asMany = /\b(?:half|(?:a|one) (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)|two[- ]thirds|three[- ]quarters) (?:as (?:many|few)|(?:the|that|this|last \w+[’']s) (?:number|total)|of (?:that|this|last)\b(?: (?:year|quarter|month)[’']s)?(?: (?:number|total))?)(?! of (?:schools|staff|homes|places)\b)/giu

type Reckoned = ToldByReckoning & { readonly number: number }

/** So far apart the two numbers of a change may stand. */
const reach = 120

const fromBefore = /\bfrom (?:the )?$/i
const thanAfter = /^(?:(?: [a-z-]+){0,4} than| (?:below|under|short of))\b/i
const countsPeople = new RegExp(String.raw`^(?: (?:fewer|less|more|other|further|of|the|these|those|our|looked-after))*[ -](?:${people})\b`, 'i')

/** A number and by how much it went up or down, or what part of it is left: what it came to, or came from. */
function changesTold(text: string, counted: readonly Counted[]): readonly Reckoned[] {
  const ofElse = placesOfElse(text, counted)
  const numbers = numbersTold(text).filter(({ isUnsure, inPercent, at }) => isUnsure !== true && inPercent === undefined && !ofElse.has(at))
  return changesIn(text, ({ at }) => ofElse.has(at)).flatMap((change) => {
    const others = numbers.filter(({ at }) => at !== change.number?.at && Math.abs(at - change.at) <= reach)
    return basesOf(change, others, text).flatMap(({ base, number }) => {
      const whole = Math.round(number)
      if (Math.abs(number - whole) > (change.within ?? 0) * base.number + 1e-9) return []
      const [from, to] = [Math.min(change.at, base.at), Math.max(change.end, base.at + base.words.length)]
      const words = text.slice(from, to).replace(/^[\s,;:(–]+/, '')
      const isOfPeople = [change.number, base].some((one) => one !== undefined && countsPeople.test(text.slice(one.at + one.words.length)))
      return [{ words, number: whole, ...(isOfPeople && !/[.!?;\n]\s/.test(words) ? { isSure: true as const } : {}) }]
    })
  })
}

interface Base {
  readonly base: NumberTold
  readonly number: number
}

/** From which number a change starts: the one after "than" or "from", else the one said before it. One that is said to differ from something without a number may be either end. */
function basesOf(change: ChangeTold, others: readonly NumberTold[], text: string): readonly Base[] {
  const onFrom = (base: NumberTold): Base => ({ base, number: change.onFrom(base.number) })
  const { number } = change
  if (number === undefined) return others.map(onFrom)
  const end = number.at + number.words.length
  const than = thanAfter.exec(text.slice(end))
  const after = than === null ? undefined : others.find(({ at }) => at >= end + than[0].length && at - end <= 80 && !/[.!?]\s/.test(text.slice(end, at)))
  if (after !== undefined) return [onFrom(after)]
  const [start] = [...others.filter(({ at }) => at < change.at).toReversed(), ...others.filter(({ at }) => at >= change.end)].filter(({ at }) => fromBefore.test(text.slice(0, at)))
  if (start !== undefined) return [onFrom(start)]
  const before = others.findLast(({ at, words }) => at + words.length <= number.at)
  if (before === undefined) return []
  return than === null ? [onFrom(before)] : [onFrom(before), { base: before, number: change.backFrom(before.number) }]
}
