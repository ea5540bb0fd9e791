import type { Polarity } from '#core/statistics/xmr/series.ts'
import type { BesideOther, Rag, SheetJudgement } from './sheet-judgement.ts'

type Parts = Pick<SheetJudgement, 'target' | 'time' | 'others'>

/** How a part of the judgement speaks: for the measure, against it, or neither; undefined where it says nothing. */
type Voice = 'for' | 'against' | 'open' | undefined

interface Judged {
  /** Whether the period has a figure that may be shown. */
  readonly isKnown: boolean
  readonly polarity: Polarity
}

/**
 * Red, amber or green from the three parts: red where the target is missed and nothing improves, or where there is no target and the figure is both concerning over
 * time and worse than others; amber where any part speaks against it or the target cannot be told; green where one speaks for it and none against. Where neither
 * side is better, or nothing can be said, there is no colour.
 */
export function ragOf({ target, time, others }: Parts, { isKnown, polarity }: Judged): { readonly rag: Rag; readonly voices: readonly [target: Voice, time: Voice, others: Voice]; readonly beside?: BesideOther } {
  const beside = others.find(({ found }) => found.kind !== 'none')
  const voices = [targetVoice(target), timeVoice(time), beside === undefined ? undefined : othersVoice(beside)] as const
  const rag = !isKnown || polarity === 'neither' ? 'none' : colourOf(voices)
  return { rag, voices, ...(beside === undefined ? {} : { beside }) }
}

/** Whether a rule found the figure worse: than its target, than chance explains over time, or than others. Nobody is to explain what chance alone may decide. */
export function isJudgedWorse({ rag, voices }: Pick<ReturnType<typeof ragOf>, 'rag' | 'voices'>): boolean {
  return rag !== 'none' && voices.includes('against')
}

function targetVoice({ found }: Parts['target']): Voice {
  return ({ met: 'for', missed: 'against', 'cannot-tell': 'open', none: undefined } as const)[found.kind]
}

function timeVoice({ variation }: Parts['time']): Voice {
  if (variation.startsWith('improving')) return 'for'
  if (variation.startsWith('concerning')) return 'against'
  return variation === 'common-cause' ? 'open' : undefined
}

function othersVoice({ found }: BesideOther): Voice {
  return ({ better: 'for', worse: 'against', similar: 'open', higher: undefined, lower: undefined, none: undefined } as const)[found.kind]
}

function colourOf([target, time, others]: readonly [Voice, Voice, Voice]): Rag {
  if (target === 'against') return time === 'for' ? 'amber' : 'red'
  if (target === undefined && time === 'against' && others === 'against') return 'red'
  if (target === 'open' || time === 'against' || others === 'against') return 'amber'
  return target === 'for' || time === 'for' || others === 'for' || others === 'open' ? 'green' : 'none'
}
