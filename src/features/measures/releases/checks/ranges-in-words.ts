import type { DisclosurePolicy } from '#core/suppression/policy.ts'
import { numbersTold } from '../../disclosure/numbers-told.ts'

/** A number that two bounds leave. */
interface LeftByBounds {
  /** "between two and four" */
  readonly words: string
  readonly number: number
}

const betweenBefore = /(?<!\b(?:aged?|ages|children|pupils) )\bbetween (?:about |around )?$/i
const above = /\b(?:more|greater|higher) than $|\b(?:over|above|at least) $/i
const below = /\b(?:fewer|less|lower) than $|\b(?:under|below|at most|no more than) $/i
const joined = /^(?:[ a-z]{0,30})?,? (?:and|but|yet)(?: [a-z]+){0,3}? $/i

/** Small numbers between two bounds, "more than two and fewer than four", where they leave fewer than it is known anyway that a hidden number may be. The bounds themselves are numbers that the text gives. */
export function rangesIn(text: string, policy: DisclosurePolicy): readonly LeftByBounds[] {
  const numbers = numbersTold(text).filter(({ inPercent, isUnsure }) => inPercent === undefined && isUnsure !== true)
  return numbers.flatMap((one, place): readonly LeftByBounds[] => {
    const other = numbers[place + 1]
    if (other === undefined) return []
    const [before, between] = [text.slice(Math.max(0, one.at - 40), one.at), text.slice(one.at + one.words.length, other.at)]
    const opening = betweenBefore.exec(before) ?? above.exec(before) ?? below.exec(before)
    if (opening === null || !isRange(before, between)) return []
    const [lowest, highest] = [Math.min(one.number, other.number), Math.max(one.number, other.number)]
    if (leavesAll(lowest, highest, policy)) return []
    const words = text.slice(one.at - opening[0].length, other.at + other.words.length).trim()
    return Array.from({ length: Math.max(0, Math.min(highest, policy.largest + 1) - lowest - 1) }, (_, more) => ({ words, number: lowest + 1 + more }))
  })
}

function isRange(before: string, between: string): boolean {
  if (betweenBefore.test(before)) return / and $/i.test(between) && between.length < 8
  const [first, second] = above.test(before) ? [above, below] : [below, above]
  const bound = second.exec(between)
  return first.test(before) && bound !== null && joined.test(between.slice(0, bound.index))
}

/** Nothing new is told by bounds between which every small number lies. */
function leavesAll(lowest: number, highest: number, { smallest, largest }: DisclosurePolicy): boolean {
  return lowest <= smallest && highest >= largest
}
