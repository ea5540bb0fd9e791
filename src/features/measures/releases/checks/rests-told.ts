import { isSmall, type DisclosurePolicy } from '#core/suppression/policy.ts'
import { asRead, numbersTold } from '../../disclosure/numbers-told.ts'

/** A part and its whole in words, of which the rest is small. */
interface RestTold {
  /** "seven of them" */
  readonly words: string
  readonly at: number
  readonly whole: number
  readonly rest: number
}

/** So far back somebody still knows of how many "of them" speaks. */
const reach = 200

/** "seven of the nine", "7 out of 9", "nine came in, and seven of them": what they leave, where that is small. A share in per cent is no part. */
export function restsTold(given: string, policy: DisclosurePolicy): readonly RestTold[] {
  const text = asRead(given)
  const numbers = numbersTold(text).filter(({ isUnsure, inPercent }) => isUnsure !== true && inPercent === undefined)
  return numbers.flatMap(({ words, number, at }, place): RestTold[] => {
    const end = at + words.length
    const next = numbers[place + 1]
    const isOfNext = next !== undefined && /^\s+(?:[a-z-]+\s+){0,2}?(?:out\s+)?of\s+(?:(?:the|all|those|these|our)\s+)*$/i.test(text.slice(end, next.at))
    const ofThem = /^(?:\s+[a-z-]+){0,2}?\s+of\s+(?:them|these|those|whom|which)\b/i.exec(text.slice(end))
    const before = numbers.slice(0, place).findLast((other) => other.number > number && at - other.at <= reach)
    const whole = isOfNext ? next : ofThem === null ? undefined : before
    if (whole === undefined || !isSmall(whole.number - number, policy)) return []
    return [{ words: text.slice(at, isOfNext ? whole.at + whole.words.length : end + (ofThem?.[0].length ?? 0)), at, whole: whole.number, rest: whole.number - number }]
  })
}
