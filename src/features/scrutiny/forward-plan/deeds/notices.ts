import { formatDay } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { dueWords, type LocalSettings } from '#features/rules'
import { clock } from '../clock/notice-clock.ts'
import { isKey, needsPrivateNotices, noticeSuffices } from '../clock/may-decide.ts'
import { missingContents } from '../clock/notice-contents.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { expectedWords } from '../entry/words.ts'
import { keepNotices } from './renew-notices.ts'
import type { EntryTurn } from './turn-entry.ts'

/** Publishes the notice: the entry stands in the forward plan from today. Refused while a key decision lacks one of its eight contents, and once it stands there. */
export const publishNotice: EntryTurn = (entry, { today }) => {
  if (entry.noticed !== undefined) return refuse('not-now', `This entry stands in the forward plan since ${formatDay(entry.noticed)}.`)
  const missing = missingContents(entry)
  if (missing.length > 0) return refuse('invalid', 'The notice of a key decision has eight contents (SI 2012/2089, regulation 9). These are missing:', missing)
  const first = entry.private === undefined ? {} : { private: { ...entry.private, firstNotice: today } }
  return ok({ entry: { ...entry, ...first, noticed: today }, what: entry.private === undefined ? 'New in the forward plan.' : 'New in the forward plan, with the first notice that it is heard in private.' })
}

/** Takes the general exception (regulation 10): notice to the chair of scrutiny with the reason, published at once; five clear days pass before the decision. */
export function takeException(reason: string, to: string): EntryTurn {
  return (entry, { today, local }) => {
    const may = mayTakeRoute(entry, local)
    if (!may.ok) return may
    if (reason === '') return refuse('invalid', '', [{ field: 'reason', message: 'Say why 28 clear days of notice are impracticable: the notice gives it' }])
    const from = clock('general-exception', today, local)
    if (!from.ok) return from
    return ok({ entry: { ...entry, route: { kind: 'general-exception', on: today, reason, to } }, what: `General exception: notice to ${to} is given and published. It can be decided from ${dueWords(from.value)}.` })
  }
}

/** A route is for a key decision that stands in the plan, is not decided, has none yet and whose notice does not suffice for its day. */
export function mayTakeRoute(entry: PlanEntry, local: LocalSettings): Outcome<void> {
  if (!isKey(entry)) return refuse('not-now', 'Only a key decision needs 28 clear days of notice: this one can be decided without.')
  if (entry.noticed === undefined) return refuse('not-now', 'Publish the entry in the forward plan first.')
  if (entry.decision !== undefined) return refuse('not-now', 'This is decided already.')
  if (entry.ended !== undefined) return refuse('not-now', 'This entry is no longer to be decided. Give it a day first.')
  if (noticeSuffices(entry, local)) return refuse('not-now', `Its notice of ${formatDay(entry.noticed)} suffices for ${expectedWords(entry.expected)}: it needs no other route. For an earlier day, change the entry first.`)
  return entry.route?.kind === 'special-urgency' ? refuse('not-now', 'It is agreed already that this is urgent.') : ok(undefined)
}

/** Takes the general exception back, with the reason: its notice stays to be read among those that hold no longer. Refused where there is none, and once it is decided. */
export function withdrawException(reason: string): EntryTurn {
  return (entry, { today }) => {
    const { route, ...rest } = entry
    if (route?.kind !== 'general-exception') return refuse('not-now', 'No notice of a general exception is given that could be taken back.')
    if (entry.decision !== undefined) return refuse('not-now', 'This is decided already: the notice by which it was stays.')
    if (reason === '') return refuse('invalid', '', [{ field: 'reason', message: 'Say why it is taken back: the public reads it' }])
    const falls = new Map([['general-exception', { on: today, reason: `Taken back: ${reason}` }] as const])
    return ok({ entry: { ...rest, ...keepNotices(entry, rest, falls) }, what: `The general exception of ${formatDay(route.on)} is taken back: ${reason}` })
  }
}

/** Notes what somebody says against hearing it in private, and the answer, without a name. */
export function noteRepresentation(said: string, answer: string): EntryTurn {
  return (entry, { today }) => {
    const held = entry.private
    if (held === undefined || !needsPrivateNotices(entry)) return notPrivate
    if (held.secondNotice !== undefined) return refuse('not-now', 'The second notice is published: what came later is not part of it.')
    if (said === '') return refuse('invalid', '', [{ field: 'said', message: 'Give what was said, without a name' }])
    const representation = { on: today, words: said, ...(answer === '' ? {} : { answer }) }
    return ok({ entry: { ...entry, private: { ...held, representations: [...held.representations, representation] } }, what: 'A representation against hearing it in private was received.' })
  }
}

/** Publishes the second notice of a private meeting (regulation 5(4)): the reasons, the representations received and the answer to each. */
export const publishSecondNotice: EntryTurn = (entry, { today }) => {
  const held = entry.private
  if (held === undefined || !needsPrivateNotices(entry)) return notPrivate
  if (held.firstNotice === undefined) return refuse('not-now', 'The first notice comes before the second: publish the entry in the forward plan.')
  if (held.secondNotice !== undefined) return refuse('not-now', `The second notice was published on ${formatDay(held.secondNotice)}.`)
  const unanswered = held.representations.filter(({ answer = '' }) => answer === '').length
  if (unanswered > 0) return refuse('not-now', 'Each representation needs its answer before the second notice: the notice gives both.')
  return ok({ entry: { ...entry, private: { ...held, secondNotice: today } }, what: 'Second notice that it is heard in private.' })
}

/** Gives the answer to a representation that had none. */
export function answerRepresentation(index: number, answer: string): EntryTurn {
  return (entry) => {
    const held = entry.private
    if (held?.representations[index] === undefined) return refuse('not-found', 'There is no such representation.')
    if (held.secondNotice !== undefined) return refuse('not-now', 'The second notice is published: its answers stand.')
    if (answer === '') return refuse('invalid', '', [{ field: 'answer', message: 'Give the answer' }])
    const representations = held.representations.map((one, place) => (place === index ? { ...one, answer } : one))
    return ok({ entry: { ...entry, private: { ...held, representations } }, what: 'A representation against hearing it in private was answered.' })
  }
}

const notPrivate = refuse('not-now', 'This is not heard by a body in private.')
