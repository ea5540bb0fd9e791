import type { Hit, Reading } from './hits.ts'
import { earlierUnclear, earlierUnnamed, othersUnnamed, sinceIn, whomIn } from './named-beside.ts'
import { atTarget, comparing, noMeasure } from './words/comparing.ts'

/** "4 points higher than" says by how much, whatever follows. */
const byHowMuch = /\bpoints? $/i

/** Words that compare become a claim by what follows them: a target, somebody else, an earlier time. */
export function comparisonsIn(sentence: string, { region, period }: Reading): Hit[] {
  return comparing.flatMap(({ pattern, sense, needsNamed }) =>
    [...sentence.matchAll(pattern)].flatMap((found): Hit[] => {
      const from = found.index
      const end = from + found[0].length
      const after = (/^[^;]*?(?=;|,? (?:but|while|whilst|whereas|although|though)\b|\. |$)/.exec(sentence.slice(end))?.[0] ?? '').slice(0, 90)
      const isPlace = /^(?:over|under)$/i.test(found[0])
      const until = (length: number) => ({ from, to: end + length, sense, needsSignal: false })
      const target = atTarget.exec(after)
      if (target !== null) return [{ ...until(target[0].length), about: 'target', whom: [] }]
      if (noMeasure.test(after)) return []
      const near = /^(?:[^,]|,(?=\d))*/.exec(after)?.[0] ?? ''
      const whom = whomIn(near, region)
      // "Over the last year" and "under the national programme" compare nothing.
      if (isPlace && !/\b(?:averages?|figures?|rates?|levels?|mean|median|that of)\b/i.test(near)) return []
      if (whom.length > 0) return [{ ...until(near.trimEnd().length), about: 'others', whom }]
      if (sinceIn(near, period) !== undefined) return [{ ...until(near.trimEnd().length), about: 'time', whom: [] }]
      const earlier = earlierUnnamed.exec(near)
      if (earlier !== null) return [{ ...until(earlier[0].length), about: 'time', whom: [], since: { kind: 'before' } }]
      const unclear = earlierUnclear.exec(near)
      if (unclear !== null) return [{ ...until(unclear[0].length), about: 'time', whom: [], since: { kind: 'unknown' } }]
      if (othersUnnamed.test(near)) return [{ ...until(near.trimEnd().length), about: 'others', whom: [] }]
      if (byHowMuch.test(sentence.slice(0, from))) return [{ ...until(near.trimEnd().length), about: 'time', whom: [], since: { kind: 'unknown' } }]
      return needsNamed ? [] : [{ ...until(0), sense: 'vague', about: 'others', whom: [] }]
    }),
  )
}
