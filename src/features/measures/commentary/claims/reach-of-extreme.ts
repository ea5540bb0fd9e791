import { periodsIn } from './named-beside.ts'
import type { Claim } from './claim.ts'

const numbersInWords: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 }

/** How far back "the highest" or "the lowest" goes: "for five years", "since 2017/18"; nothing where it is ever, of all that is known. */
export function reachIn(after: string): Claim['reach'] {
  const [, count = ''] = /\b(?:for|in|over)(?: the)?(?: last| past)? (\w+) years\b/i.exec(after) ?? []
  const years = numbersInWords[count.toLowerCase()] ?? Number(count)
  if (count !== '') return Number.isFinite(years) && years > 0 ? { years } : 'unknown'
  const since = /\bsince (?!records|we|the (?:beginning|start))(.*)$/i.exec(after)
  if (since === null) return undefined
  const [from] = periodsIn(since[1] ?? '')
  const year = /^(?:\w+ )?((?:19|20)\d{2})\b/.exec(since[1] ?? '')?.[1]
  return from !== undefined ? { from } : year !== undefined ? { from: year } : 'unknown'
}
