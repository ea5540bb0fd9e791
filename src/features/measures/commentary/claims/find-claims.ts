import { given } from '#core/given.ts'
import type { Period } from '#core/periods/period.ts'
import type { Unit } from '../../definitions/units.ts'
import type { Part } from '../model/commentary.ts'
import type { Claim, Sense, Since, Whom } from './claim.ts'
import { isExtreme } from './extremes.ts'
import { atTarget, claimWords, comparing, noMeasure } from './claim-words.ts'
import { earlierUnclear, earlierUnnamed, othersUnnamed, sinceIn, whomIn } from './named-beside.ts'
import { numbersIn, numberReached } from './numbers-in-text.ts'
import { isDeniedWithin, isNegated, isNotYet } from './not-claimed.ts'
import { reachIn } from './reach-of-extreme.ts'
import { sentencesOf } from './sentences.ts'

/** What the finding has to know of the measure. */
export interface Reading {
  /** The council’s region by its name. */
  readonly region?: string
  readonly unit?: Unit
  /** The period of the commentary: naming it names no earlier figure. */
  readonly period?: Period
}

/** A place of a sentence that claims something. */
interface Hit {
  readonly from: number
  readonly to: number
  readonly sense: Sense
  readonly about: Part
  readonly needsSignal: boolean
  readonly whom: readonly Whom[]
  /** Beside which earlier figure, where the words name none: "than before". */
  readonly since?: Since
}

/** The claims of a text in plain English, in their order: sentences that say how a figure stands to its target, to time or to others. What will be, may be or is wished claims nothing. */
export function findClaims(text: string, reading: Reading = {}): readonly Claim[] {
  return sentencesOf(text).flatMap((sentence) => claimsOf(sentence, reading))
}

function claimsOf(sentence: string, reading: Reading): Claim[] {
  const all = [...comparisonsIn(sentence, reading), ...hitsOfWords(sentence)]
  const kept = withoutOverlaps(all)
  const hits = [...kept, ...significantAlone(sentence, kept)].filter(({ from, to }) => !isNotYet(sentence, from, to)).toSorted((one, other) => one.from - other.from)
  return hits.map((hit, place) => claimOf(hit, { sentence, previous: hits[place - 1], next: hits[place + 1] }, reading))
}

function hitsOfWords(sentence: string): Hit[] {
  return claimWords.flatMap(({ pattern, sense, about, needsSignal = false }) =>
    [...sentence.matchAll(pattern)].flatMap((found) => {
      const after = sentence.slice(found.index + found[0].length)
      const isBesideOthers = isExtreme(sense) && /^(?: \w+){0,4}? (?:in|of|among|across) (?:the )?(?:country|nation|region|england|our|all|neighbours|councils)/i.test(after)
      const hit: Hit = { from: found.index, to: found.index + found[0].length, sense: isBesideOthers ? 'vague' : sense, about: isBesideOthers ? 'others' : about, needsSignal, whom: (sense === 'good' || sense === 'bad') && about === 'others' ? whomIn(after.slice(0, 80)) : [] }
      return [hit]
    }),
  )
}

/** Words that compare become a claim by what follows them: a target, somebody else, an earlier time. */
function comparisonsIn(sentence: string, { region, period }: Reading): Hit[] {
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

/** Of claims that share words the longer stands. */
function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const hit of hits.toSorted((one, other) => other.to - other.from - (one.to - one.from))) if (kept.every(({ from, to }) => hit.to <= from || to <= hit.from)) kept.push(hit)
  return kept
}

const significant = /\b(?:significant(?:ly)?|statistically)\b/giu

/** "Significant" claims something by itself only where it strengthens no other claim. */
function significantAlone(sentence: string, hits: readonly Hit[]): Hit[] {
  if (hits.length > 0) return []
  const [found] = sentence.matchAll(significant)
  return found === undefined ? [] : [{ from: found.index, to: found.index + found[0].length, sense: 'change', about: 'time', needsSignal: true, whom: [] }]
}

interface Place {
  readonly sentence: string
  readonly previous: Hit | undefined
  readonly next: Hit | undefined
}

/** "4 points higher than" says by how much, whatever follows. */
const byHowMuch = /\bpoints? $/i

/** Where a claim may end; a comma or colon within a number ends none. */
const boundary = /;|[:,](?!\d)|\b(?:but|and|while|whilst|whereas|although|though|because|which)\b/gi

const upToTen = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** "Ten points" says by how much as "10 points" does. */
const pointsInWords = new RegExp(String.raw`\b(?:${upToTen.join('|')})\b(?= (?:percentage )?points?\b)`, 'gi')

function claimOf(hit: Hit, { sentence, previous, next }: Place, { unit, period }: Reading): Claim {
  const start = [...sentence.matchAll(boundary)].map((found) => found.index + found[0].length).filter((at) => at <= hit.from && at >= (previous?.to ?? 0)).at(-1) ?? previous?.to ?? 0
  const close = [...sentence.matchAll(boundary)].map((found) => found.index).find((at) => at >= hit.to && (next === undefined || at <= next.from)) ?? next?.from ?? sentence.length
  const words = sentence.slice(start, close).trim().replace(/[.!?]$/, '')
  // What the claim rests on may stand behind it, before the next claim: "was higher than a year before, 5.2% against 4.9%".
  const resting = sentence.slice(previous === undefined ? 0 : start, next?.from ?? sentence.length)
  return {
    words,
    sentence,
    said: sentence.slice(hit.from, hit.to).trim(),
    sense: hit.sense,
    about: hit.about,
    isNegated: isNegated(sentence.slice(start, hit.from)) || isDeniedWithin(sentence.slice(hit.from, hit.to)),
    isSignificant: significantNear(sentence, hit),
    needsSignal: hit.needsSignal,
    whom: hit.whom,
    ...given('since', hit.about === 'time' && !isExtreme(hit.sense) ? (sinceIn(resting, period) ?? hit.since) : undefined),
    ...given('reach', isExtreme(hit.sense) ? reachIn(sentence.slice(hit.to, next?.from ?? sentence.length)) : undefined),
    ...given('reached', hit.about === 'time' ? numberReached(sentence.slice(hit.to, next?.from ?? sentence.length), unit) : undefined),
    numbers: numbersIn(resting.replaceAll(pointsInWords, (word) => String(upToTen.indexOf(word.toLowerCase()))), unit),
  }
}

function significantNear(sentence: string, { from, to }: Hit): boolean {
  const near = sentence.slice(Math.max(0, from - 25), to + 16)
  return near.search(significant) >= 0
}
