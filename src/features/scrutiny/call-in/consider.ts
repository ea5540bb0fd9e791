import { ok, refuse } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { notHeldOn } from '#features/minutes'
import type { EntryTurn } from '../forward-plan/deeds/turn-entry.ts'
import { outcomeWords } from '../forward-plan/entry/words.ts'

/** What came of a call-in, or of a referral after it, as it was typed. */
export interface TypedOutcome {
  readonly on: string
  readonly outcome: string
  readonly words: string
}

/**
 * Records what scrutiny made of a call-in, at a meeting of the body that considers it which is recorded as held. Accepted, the decision may be carried out; referred, it
 * waits until it is considered again.
 */
export function considerCallIn({ on, outcome, words }: TypedOutcome): EntryTurn {
  return async (entry, { tx, today }) => {
    const { callIn } = entry
    if (callIn === undefined) return refuse('not-now', 'This decision is not called in.')
    if (callIn.considered !== undefined) return refuse('not-now', 'What scrutiny made of it is recorded already.')
    const day = parseTypedDay(on)
    const known = outcome === 'accepted' || outcome === 'referred-back' || outcome === 'referred-to-council' ? outcome : undefined
    const faults = [
      ...(day === undefined || day > today || day < callIn.at.slice(0, 10) ? [{ field: 'on', message: 'Choose the meeting at which scrutiny considered it: on or after the call-in, and not to come' }] : []),
      ...(known === undefined ? [{ field: 'outcome', message: 'Choose what scrutiny made of it' }] : []),
      ...(words === '' ? [{ field: 'words', message: 'Give what scrutiny says, in its own words' }] : []),
    ]
    if (day === undefined || known === undefined || faults.length > 0) return refuse('invalid', '', faults)
    const notHeld = await notHeldOn(tx.reader, callIn.body, day)
    if (notHeld !== undefined) return refuse('invalid', '', [{ field: 'on', found: day, message: notHeld }])
    return ok({ entry: { ...entry, callIn: { ...callIn, considered: { on: day, outcome: known, comments: words } } }, what: `Considered by scrutiny. ${outcomeWords[known]}.` })
  }
}

/** Records what those to whom scrutiny referred it made of it: the decision stands or is changed, and may be carried out. */
export function reconsider({ on, outcome, words }: TypedOutcome): EntryTurn {
  return (entry, { today }) => {
    const { callIn } = entry
    const considered = callIn?.considered
    if (callIn === undefined || considered === undefined || considered.outcome === 'accepted') return refuse('not-now', 'This was not referred for another consideration.')
    if (callIn.reconsidered !== undefined) return refuse('not-now', 'What was made of it is recorded already.')
    const day = parseTypedDay(on)
    const known = outcome === 'confirmed' || outcome === 'changed' ? outcome : undefined
    const faults = [
      ...(day === undefined || day > today || day < considered.on ? [{ field: 'on', message: 'Give the day on which it was considered again: on or after scrutiny’s, and not to come' }] : []),
      ...(known === undefined ? [{ field: 'outcome', message: 'Choose whether the decision stands or is changed' }] : []),
      ...(words === '' ? [{ field: 'words', message: 'Give what was decided, with the reasons' }] : []),
    ]
    if (day === undefined || known === undefined || faults.length > 0) return refuse('invalid', '', faults)
    const by = considered.outcome === 'referred-to-council' ? 'The Council' : (entry.decision?.by ?? 'The decision-maker')
    return ok({ entry: { ...entry, callIn: { ...callIn, reconsidered: { on: day, by, outcome: known, words } } }, what: known === 'confirmed' ? 'Considered again: the decision stands.' : 'Considered again: the decision is changed.' })
  }
}
