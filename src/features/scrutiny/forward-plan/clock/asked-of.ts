import { dateOf, type LocalDateTime } from '#core/london-time.ts'
import type { LocalSettings } from '#features/rules'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { withSecondNotice } from '../entry/states.ts'
import { isKey, mayDecide } from './may-decide.ts'

/** What a chair of scrutiny is to know of an entry, or is asked to agree to before its day. */
type Asked = 'exception' | 'urgency' | 'private'

/** That a general exception was given; that without an agreement the decision, or the meeting in private, cannot be on its day (SI 2012/2089, regulations 5(6), 10 and 11). */
export function askedOf(entry: PlanEntry, moment: LocalDateTime, local: LocalSettings): readonly Asked[] {
  if (entry.noticed === undefined || entry.decision !== undefined || entry.ended !== undefined) return []
  const { private: held, ...open } = entry
  const day = entry.expected.from
  const decision = isKey(open) ? mayDecide(open, day, local) : undefined
  const whole = mayDecide(withSecondNotice({ ...entry, key: 'not-key' }, dateOf(moment)), day, local)
  return [
    ...(entry.route?.kind === 'general-exception' ? ['exception' as const] : []),
    ...(decision?.ok === false && decision.refusal.kind === 'not-now' ? ['urgency' as const] : []),
    ...(held !== undefined && !whole.ok && whole.refusal.kind === 'not-now' ? ['private' as const] : []),
  ]
}
