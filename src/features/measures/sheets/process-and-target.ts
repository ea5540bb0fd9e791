import { assuranceWords } from '#core/statistics/xmr/judgement-words.ts'
import type { Judgement } from '#core/statistics/xmr/judgement.ts'
import type { AgainstTarget } from '../judgement/against-target.ts'

type Assurance = Exclude<Judgement['assurance'], 'none'>

/** What is said of the process where its last figure seems to say otherwise. The limits say what chance leaves, so a figure on the other side of a target that lies outside them lies outside them too. */
const otherwise: Readonly<Record<Assurance, Partial<Readonly<Record<AgainstTarget['kind'], string>>>>> = {
  always: {
    missed: 'This figure misses the target; any figure within the limits of the process would reach it',
    'cannot-tell': 'This figure alone cannot tell; any figure within the limits of the process reaches the target',
  },
  never: {
    met: 'This figure meets the target; no figure within the limits of the process would',
    'cannot-tell': 'This figure alone cannot tell; no figure within the limits of the process reaches the target',
  },
  'hit-and-miss': { missed: 'This figure misses the target; within the limits of the process some figures reach it and others miss it, by chance' },
}

/** What the target is to the process, where the figure of the period seems to say otherwise; undefined where the two agree. */
export function saidOtherwise(assurance: Judgement['assurance'], { kind }: AgainstTarget): string | undefined {
  return assurance === 'none' ? undefined : otherwise[assurance][kind]
}

/** The judgement of a process in a sentence that does not seem to contradict what its last figure is to the target. */
export function noteBeside({ note, assurance }: Pick<Judgement, 'note' | 'assurance'>, found: AgainstTarget): string {
  const said = saidOtherwise(assurance, found)
  return said === undefined ? note : note.replace(assuranceWords[assurance], ` ${said}.`)
}
