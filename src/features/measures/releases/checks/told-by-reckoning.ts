import { isSmall, type DisclosurePolicy } from '#core/suppression/policy.ts'
import { asRead, numbersTold } from '../../disclosure/numbers-told.ts'
import { childrenListed } from './children-listed.ts'

/** Words that tell a number without giving it. */
interface ToldByReckoning {
  /** "fell by six, from nine" */
  readonly words: string
  /** None where it is a part of a number that the text does not give. */
  readonly number?: number
}

/** Small numbers that a reader gets by counting or taking away: "it fell by six, from nine", "nine, and six fewer", "a third as many", "a mother and her two sons", "a boy is missing". */
export function toldByReckoning(given: string, policy: DisclosurePolicy): readonly ToldByReckoning[] {
  const text = asRead(given)
  const counted = [...changesTold(text), ...childrenListed(text)].filter(({ number }) => isSmall(number, policy))
  return [...counted, ...[...text.matchAll(asMany)].map(([words]) => ({ words }))]
}

/** "a third as many", "half the number of". */
const asMany = /\b(?:half|(?:a|one) (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)|two[- ]thirds|three[- ]quarters) (?:as (?:many|few)|(?:the|that|this|last \w+[’']s) (?:number|total)|of (?:that|this|last)\b(?: (?:year|quarter|month)[’']s)?(?: (?:number|total))?)(?! of (?:schools|staff|homes|places)\b)/giu

/** So far apart the two numbers of a change may stand. */
const reach = 120

/** A number and by how much it went up or down: what it came to. */
function changesTold(text: string): readonly Required<ToldByReckoning>[] {
  const numbers = numbersTold(text).filter(({ isUnsure, inPercent }) => isUnsure !== true && inPercent === undefined)
  return numbers.flatMap(({ words, number, at }, place) => {
    const end = at + words.length
    const [before, after] = [text.slice(Math.max(0, at - 60), at), text.slice(end, end + 60)]
    const step = stepOf(before, after)
    if (step === undefined) return []
    const others = [...numbers.slice(0, place).toReversed(), ...numbers.slice(place + 1)].filter((other) => Math.abs(other.at - at) <= reach)
    const start = others.find((other) => fromBefore.test(text.slice(0, other.at))) ?? (step.isBeside ? others.find((other) => other.at < at) : undefined)
    if (start === undefined) return []
    const from = Math.min(at, start.at)
    return [{ words: text.slice(from, Math.max(end, start.at + start.words.length)), number: start.number + step.sign * number }]
  })
}

const down = 'fell|falls|fallen|dropped|drops|went down|gone down|down|decreased|reduced|cut|shrank|declined|less|fewer|lower'
const up = 'rose|risen|rises|grew|grown|went up|gone up|up|increased|climbed|more|higher'
const byBefore = (words: string) => new RegExp(String.raw`\b(?:${words})(?: again| only| just| further)? by (?:a further |another |only |just )?$`, 'i')
const fewerAfter = /^ (?:[a-z]+ )?(?:fewer|less|lower|down)\b/i
const moreAfter = /^ (?:[a-z]+ )?(?:more|higher|up)\b(?! than)/i
const fromBefore = /\bfrom (?:the )?$/i

/** Whether a number is by how much another changed; one with "fewer" or "more" is held to the number that was said before it. */
function stepOf(before: string, after: string): { readonly sign: 1 | -1; readonly isBeside: boolean } | undefined {
  if (byBefore(down).test(before)) return { sign: -1, isBeside: true }
  if (byBefore(up).test(before)) return { sign: 1, isBeside: true }
  if (fewerAfter.test(after)) return { sign: -1, isBeside: true }
  return moreAfter.test(after) ? { sign: 1, isBeside: true } : undefined
}
