import { ok, refuse } from '#core/outcome.ts'
import type { EntryTurn } from './turn-entry.ts'

/** Puts an entry off without a new day, or takes it out of the plan; the reason is published. A decision that is made is not undone so. */
export function endEntry(kind: string, reason: string): EntryTurn {
  return (entry, { today }) => {
    if (entry.decision !== undefined) return refuse('not-now', 'This is decided: it can no longer be deferred or withdrawn.')
    if (kind !== 'deferred' && kind !== 'withdrawn') return refuse('invalid', '', [{ field: 'kind', message: 'Choose whether it is deferred or withdrawn' }])
    if (reason === '') return refuse('invalid', '', [{ field: 'reason', message: 'Give the reason: the public reads it' }])
    return ok({ entry: { ...entry, ended: { kind, on: today, reason } }, what: kind === 'deferred' ? 'Deferred; no new day is set.' : 'Withdrawn from the forward plan.' })
  }
}

/** Notes that a decision is carried out. Refused while it can be called in, and while it is called in. */
export function carryOut(said: string): EntryTurn {
  return (entry, { today, moment }) => {
    const { decision, callIn } = entry
    if (decision === undefined) return refuse('not-now', 'Nothing is decided yet.')
    if (callIn === undefined && decision.window !== undefined && moment <= decision.window.closes) return refuse('not-now', 'This can still be called in: it is not to be carried out before its window closes.')
    if (callIn !== undefined && callIn.considered === undefined) return refuse('not-now', 'This is called in: it is not to be carried out before scrutiny has considered it.')
    if (callIn?.considered !== undefined && callIn.considered.outcome !== 'accepted' && callIn.reconsidered === undefined) return refuse('not-now', 'Scrutiny has referred this: it is not to be carried out before it is considered again.')
    return ok({ entry: { ...entry, implemented: { on: today, ...(said === '' ? {} : { words: said }) } }, what: 'Carried out.' })
  }
}
