import type { Polarity } from '#core/statistics/xmr/series.ts'
import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { periodName } from '../../sheets/shown.ts'
import type { Claim, Found, NumberInText, Sense, Verdict } from './claim.ts'
import { isManifold } from './manifold.ts'
import { breakBetween, figureNow, figureSince, instead, isSaid, ownFigures, said, type OwnFigure } from './own-figures.ts'

/** The side on which a figure is good or bad; none where neither is better. */
export function betterSide(sense: 'good' | 'bad', polarity: Polarity): 'up' | 'down' | undefined {
  if (polarity === 'neither') return undefined
  return (polarity === 'higher') === (sense === 'good') ? 'up' : 'down'
}

/**
 * A comparison of two of the measure’s own figures that a claim names, by number or by period, checked as arithmetic at the decimals of the measure; undefined where the claim does
 * not name both.
 */
export function comparedFigures(claim: Claim, sheet: MeasureSheet): Found | undefined {
  const now = figureNow(sheet)
  const plain = claim.numbers.filter(({ isDifference, bound }) => !isDifference && bound === undefined)
  if (claim.since === undefined && plain.length < 2) return byDifference(claim, sheet) ?? byManifold(claim, sheet)
  if (now === undefined) return { verdict: 'cannot-tell', because: `There is no figure for ${periodName(sheet.asOf, sheet.definition)}.` }
  const before = claim.since === undefined ? undefined : figureSince(sheet, claim.since)
  if (claim.since !== undefined && before === undefined) return { verdict: 'cannot-tell', because: `${said(now, sheet)}; ${claim.since.kind === 'unknown' ? 'the check does not know which earlier figure is meant. Name its period, as “Q1 2017/18” or “a year before”' : 'of the time that it is held beside no figure is known'}.` }
  const difference = claim.numbers.find(({ isDifference }) => isDifference)
  if (before !== undefined && difference !== undefined && !isDifferenceOf(difference, now.value, before.value)) return { verdict: 'not-supported', because: `${difference.words} is not what lies between ${said(now, sheet)} and ${said(before, sheet)}.` }
  const pair = plain.length >= 2 ? pairOf(plain, now, before, sheet) : before === undefined ? undefined : strangerIn(plain, [now, before], sheet) ?? { now, before }
  if (pair === undefined) return undefined
  return 'because' in pair ? pair : judgedPair(claim, pair, sheet)
}

interface Pair {
  readonly now: OwnFigure
  readonly before: OwnFigure
}

/** Which figures two numbers are: the present one, and an earlier one that is named or any. */
function pairOf(numbers: readonly NumberInText[], now: OwnFigure, before: OwnFigure | undefined, sheet: MeasureSheet): Pair | Found {
  const nows = numbers.filter((number) => isSaid(number, now.value))
  const [first] = numbers
  if (nows.length === 0) return { verdict: 'not-supported', because: `The figure is ${said(now, sheet)}, and the sentence has ${numbers.map(({ words }) => words).join(' and ')}.` }
  const others = numbers.filter((number) => number !== nows[0])
  const earlier = before === undefined ? ownFigures(sheet).filter(({ period }) => period !== now.period) : [before]
  const found = others.flatMap((number) => earlier.findLast(({ value }) => isSaid(number, value)) ?? [])[0]
  if (found !== undefined) return { now, before: found }
  if (before !== undefined) return { verdict: 'not-supported', because: `It was ${said(before, sheet)}, and the sentence has ${(others[0] ?? first)?.words ?? 'another number'}.` }
  return { verdict: 'not-supported', because: `${(others[0] ?? first)?.words ?? 'The other number'} is no earlier figure of this measure.` }
}

/** A single number beside a named time has to be one of the two figures. */
function strangerIn(numbers: readonly NumberInText[], figures: readonly OwnFigure[], sheet: MeasureSheet): Found | undefined {
  const stranger = numbers.find((number) => !figures.some(({ value }) => isSaid(number, value)))
  return stranger === undefined ? undefined : { verdict: 'not-supported', because: `${stranger.words} is neither ${figures.map((figure) => said(figure, sheet)).join(' nor ')}.` }
}

function judgedPair({ sense, said: words }: Claim, { now, before }: Pair, sheet: MeasureSheet): Found {
  const because = `${said(now, sheet)}, against ${said(before, sheet)}.`
  const broken = breakBetween(before, now, sheet)
  if (broken !== undefined) return { verdict: 'cannot-tell', because: `${because} ${broken}` }
  const { decimals, polarity } = sheet.definition
  const verdict = sideVerdict(sense, Number(now.value.toFixed(decimals)), Number(before.value.toFixed(decimals)), polarity)
  if (verdict === 'supported' && isManifold(words, now.value, before.value) === false) return { verdict: 'not-supported', because }
  const isJudged = sense === 'good' || sense === 'bad'
  return { verdict, because: isJudged && verdict === 'cannot-tell' ? `${because} Neither higher nor lower is better of this measure.` : because }
}

/** Whether one figure stands to another as is claimed. */
export function sideVerdict(sense: Sense, now: number, before: number, polarity: Polarity): Verdict {
  const side = now > before ? 'up' : now < before ? 'down' : 'same'
  const meant = sense === 'good' || sense === 'bad' ? betterSide(sense, polarity) : sense
  if (meant === undefined || meant === 'vague') return 'cannot-tell'
  return (meant === 'change' ? side !== 'same' : meant === side) ? 'supported' : 'not-supported'
}

/** "Rose by 0.3 percentage points": the difference to the period before or to a year before. */
function byDifference(claim: Claim, sheet: MeasureSheet): Found | undefined {
  const { numbers, sense } = claim
  const difference = numbers.find(({ isDifference }) => isDifference)
  const now = figureNow(sheet)
  if (difference === undefined || now === undefined || (sense !== 'up' && sense !== 'down')) return undefined
  const earlier = nearFigures(sheet)
  const same = earlier.find((before) => isDifferenceOf(difference, now.value, before.value))
  if (same !== undefined) return judgedPair(claim, { now, before: same }, sheet)
  if (earlier.length === 0) return undefined
  const because = `${difference.words} is no difference between ${said(now, sheet)} and ${earlier.map((before) => said(before, sheet)).join(' or ')}`
  if (figureSince(sheet, { kind: 'year-before' }) === undefined) return { verdict: 'cannot-tell', because: `${because}, and of a year before no figure is known.` }
  return { verdict: 'not-supported', because: `${because}.` }
}

/** A number to which the figure is said to have come, where the figure is another; undefined of one that names an earlier time, which may be of that. */
export function reachedElsewhere({ reached, since }: Claim, sheet: MeasureSheet): Found | undefined {
  const now = figureNow(sheet)
  if (reached === undefined || since !== undefined || now === undefined) return undefined
  const { numerator, denominator } = pointOf(sheet) ?? {}
  if ([now.value, numerator, denominator].some((figure) => figure !== undefined && isSaid(reached, figure))) return undefined
  return { verdict: 'not-supported', because: `${reached.words} is not the figure, which is ${said(now, sheet)}.`, ...instead(sheet) }
}

/** "Doubled" that names no time: beside the period before, or a year before. */
function byManifold(claim: Claim, sheet: MeasureSheet): Found | undefined {
  const now = figureNow(sheet)
  const earlier = nearFigures(sheet)
  if (now === undefined || earlier.length === 0 || isManifold(claim.said, now.value, now.value) === undefined) return undefined
  const before = earlier.find(({ value }) => isManifold(claim.said, now.value, value) === true)
  if (before !== undefined) return judgedPair(claim, { now, before }, sheet)
  return { verdict: 'not-supported', because: `${said(now, sheet)}, against ${earlier.map((figure) => said(figure, sheet)).join(' and ')}.` }
}

/** The figures of the period before and of a year before, as far as they are known. */
export function nearFigures(sheet: MeasureSheet): readonly OwnFigure[] {
  return (['period-before', 'year-before'] as const).flatMap((kind) => figureSince(sheet, { kind }) ?? [])
}

/** Whether a number is how much one figure differs from another, in its unit or, with %, as a share of the earlier. */
export function isDifferenceOf(number: NumberInText, now: number, before: number): boolean {
  const isShare = number.isPercent && before !== 0 && isSaid(number, (Math.abs(now - before) / Math.abs(before)) * 100)
  return isSaid(number, Math.abs(now - before)) || isShare
}
