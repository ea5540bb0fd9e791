import { given } from '#core/given.ts'
import type { Claim, Since } from './claim.ts'
import { comparisonsIn } from './comparisons.ts'
import { isExtreme } from './extremes.ts'
import { hitsOfWords, significant, significantAlone, withoutOverlaps, type Hit, type Reading } from './hits.ts'
import { earlierUnclear, sinceIn } from './named-beside.ts'
import { numbersIn, numberReached } from './numbers-in-text.ts'
import { isDeniedWithin, isNegated, isNotYet, isQuestion } from './not-claimed.ts'
import { reachIn } from './reach-of-extreme.ts'
import { isGap } from './senses-apart.ts'
import { sentencesOf } from './sentences.ts'
import { openingBefore, subjectClause } from './subject/subject-clause.ts'
import { subjectOf } from './subject/subject-of.ts'

/** The claims of a text in plain English, in their order: sentences that say how a figure stands to its target, to time or to others. What will be, may be or is wished claims nothing. */
export function findClaims(text: string, reading: Reading = {}): readonly Claim[] {
  return sentencesOf(text).flatMap((sentence, place, all) => claimsOf(sentence, all[place - 1], reading))
}

function claimsOf(sentence: string, sentenceBefore: string | undefined, reading: Reading): Claim[] {
  if (isQuestion(sentence)) return []
  const all = [...comparisonsIn(sentence, reading), ...hitsOfWords(sentence, reading)]
  const kept = withoutOverlaps(all)
  const hits = [...kept, ...significantAlone(sentence, kept)].filter(({ from, to, sense }) => !isNotYet(sentence, from, to, sense === 'to-come')).toSorted((one, other) => one.from - other.from)
  const claims: Claim[] = []
  for (const [place, hit] of hits.entries()) claims.push(claimOf(hit, { sentence, previous: hits[place - 1], next: hits[place + 1], subjectBefore: claims.at(-1)?.subject ?? openingBefore(sentence, sentenceBefore) }, reading))
  return claims
}

interface Place {
  readonly sentence: string
  readonly previous: Hit | undefined
  readonly next: Hit | undefined
  /** What the claim before it is about. */
  readonly subjectBefore: string | undefined
}

/** Where a claim may end; a comma or colon within a number ends none. */
const boundary = /;|[:,](?!\d)|\b(?:but|and|while|whilst|whereas|although|though|because|which)\b/gi

const upToTen = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** "Ten points" says by how much as "10 points" does. */
const pointsInWords = new RegExp(String.raw`\b(?:${upToTen.join('|')})\b(?= (?:percentage )?points?\b)`, 'gi')

function claimOf(hit: Hit, { sentence, previous, next, subjectBefore }: Place, { unit, period }: Reading): Claim {
  const start = [...sentence.matchAll(boundary)].map((found) => found.index + found[0].length).filter((at) => at <= hit.from && at >= (previous?.to ?? 0)).at(-1) ?? previous?.to ?? 0
  const close = [...sentence.matchAll(boundary)].map((found) => found.index).find((at) => at >= hit.to && (next === undefined || at <= next.from)) ?? next?.from ?? sentence.length
  const words = sentence.slice(start, close).trim().replace(/[.!?]$/, '')
  const subject = subjectOf({ before: subjectClause(sentence.slice(previous?.to ?? 0, hit.from)), said: sentence.slice(hit.from, hit.to), after: sentence.slice(hit.to, close), earlier: sentence.slice(0, start), subjectBefore })
  // What the claim rests on may stand behind it, before the next claim: "was higher than a year before, 5.2% against 4.9%".
  const resting = sentence.slice(previous === undefined ? 0 : start, next?.from ?? sentence.length)
  return {
    words,
    sentence,
    said: sentence.slice(hit.from, hit.to).trim(),
    subject,
    sense: hit.sense,
    about: hit.about,
    isNegated: isNegated(sentence.slice(start, hit.from)) || isDeniedWithin(sentence.slice(hit.from, hit.to)),
    isSignificant: significantNear(sentence, hit),
    needsSignal: hit.needsSignal,
    whom: hit.whom,
    ...given('since', (hit.about === 'time' && !isExtreme(hit.sense)) || isGap(hit.sense) ? (sinceIn(resting, period) ?? hit.since ?? unclearTime(hit, sentence)) : undefined),
    ...given('reach', isExtreme(hit.sense) ? reachIn(sentence.slice(hit.to, next?.from ?? sentence.length)) : undefined),
    ...given('reached', hit.about === 'time' ? numberReached(sentence.slice(hit.to, next?.from ?? sentence.length), unit) : undefined),
    numbers: numbersIn(resting.replaceAll(pointsInWords, (word) => String(upToTen.indexOf(word.toLowerCase()))), unit),
  }
}

function significantNear(sentence: string, { from, to }: Hit): boolean {
  const near = sentence.slice(Math.max(0, from - 25), to + 16)
  return near.search(significant) >= 0
}

/** "Rose in the spring" tells when, by no period that is known. */
function unclearTime({ sense, about, to }: Hit, sentence: string): Since | undefined {
  const isMove = about === 'time' && (sense === 'up' || sense === 'down')
  return isMove && /^ (?:again )?(?:in|over|during)\b/i.test(sentence.slice(to)) && earlierUnclear.test(sentence.slice(to).replace(/^ again/i, '')) ? { kind: 'unknown' } : undefined
}
