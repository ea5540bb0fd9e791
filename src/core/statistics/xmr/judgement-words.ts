import { countOf } from '../../count-in-words.ts'
import type { JudgedPoint, Judgement } from './judgement.ts'
import type { Flag, Overlap, Variation } from './series.ts'

interface Said extends Pick<Judgement, 'variation' | 'assurance' | 'points'> {
  /** How many points of the last segment have a value. */
  readonly measured: number
  /** Whether limits were never changed. */
  readonly isFirstSegment: boolean
  readonly fewest: number
}

/** The judgement as a sentence of its own: "Concerning: seven points or more above the mean since May 2024. The target is outside what this process reaches." */
export function judgementInWords({ variation, assurance, points, measured, isFirstSegment, fewest }: Said): string {
  if (variation === 'rolling' || variation === 'year-to-date') return `${overlapWords[variation]}, so no rule of chance is applied to this series.`
  if (variation === 'too-short') return `A run chart only: ${countOf(measured, 'figures')}${isFirstSegment ? '' : ' since the last change of limits'}, and limits need ${fewest}.`
  if (variation === 'constant') return 'The figure does not move, so there are no limits and nothing to tell from chance.'
  if (variation === 'common-cause') return `No signal: the figure moves as chance alone would move it.${assuranceWords[assurance]}`
  return `${variationWords[variation]}: ${signalOf(points)}.${assuranceWords[assurance]}`
}

/** Why no rule of chance says anything of figures that overlap. */
export const overlapWords: Readonly<Record<Overlap, string>> = {
  rolling: 'Each figure holds part of the one before it',
  'year-to-date': 'Each figure holds those before it of its year',
}

const variationWords: Record<Exclude<Variation, 'common-cause'>, string> = {
  'improving-high': 'Improving',
  'improving-low': 'Improving',
  'concerning-high': 'Concerning',
  'concerning-low': 'Concerning',
  'change-high': 'A change',
  'change-low': 'A change',
}

/** The end of the sentence: what the target is to the process. */
export const assuranceWords: Record<Judgement['assurance'], string> = {
  always: ' The target is reached by this process as it is.',
  never: ' The target is outside what this process reaches.',
  'hit-and-miss': ' The target is reached in some periods and missed in others, by chance.',
  none: '',
}

/** What the first rule found at the last point, and since when. */
function signalOf(points: readonly JudgedPoint[]): string {
  const last = points.findLast(({ variation }) => variation !== undefined)
  const flag = last?.flags[0]
  if (last === undefined || flag === undefined) return 'a signal'
  const side = last.variation?.endsWith('high') === true ? 'above' : 'below'
  return signals[flag](side, { last: last.period, since: sinceOf(points, flag, last) })
}

const signals: Record<Flag, (side: 'above' | 'below', when: { readonly last: string; readonly since: string }) => string> = {
  outside: (side, { last }) => `${last} lies ${side === 'above' ? 'above the upper' : 'below the lower'} limit`,
  trend: (_side, { since }) => `seven points or more moving one way since ${since}`,
  'two-in-three': (side, { last }) => `two of the three points up to ${last} lie close to the ${side === 'above' ? 'upper' : 'lower'} limit`,
  shift: (side, { since }) => `seven points or more ${side} the mean since ${since}`,
}

/** The first period of the unbroken stretch with this flag that ends at the last point. */
function sinceOf(points: readonly JudgedPoint[], flag: Flag, last: JudgedPoint): string {
  let since = last.period
  for (const point of points.slice(0, points.indexOf(last)).toReversed()) {
    if (point.segment !== last.segment || !point.flags.includes(flag)) break
    since = point.period
  }
  return since
}
