import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { placeOnNextAgenda } from '#features/meetings'
import { bodyNames, publishedBodies } from '#features/bodies'
import { personsNames } from '#features/minutes'
import { callInWindow, canBeCalledIn } from '../clock/call-in-window.ts'
import { shortfall } from '../clock/shortfall.ts'
import { decidedBeforeWords, notConsideredOn } from '../entry/before-scrutiny.ts'
import { chairFaults } from '../entry/named-people.ts'
import type { Decision } from '../entry/decision.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { closesWords, expectedWords, makerWords } from '../entry/words.ts'
import type { EntryTurn, Turning } from './turn-entry.ts'

/** The statement of a decision as it was typed. */
export interface TypedDecision {
  readonly on: string
  readonly outcome: string
  readonly reasons: string
  readonly alternatives: string
  readonly conflicts: string
  readonly dispensations: string
  readonly differs: string
  /** Why it was decided although its notice had not run. */
  readonly shortReason: string
  readonly exemptReason: string
  readonly exemptBy: string
}

const needed = [
  ['outcome', 'Give what was decided'],
  ['reasons', 'Give the reasons'],
  ['alternatives', 'Give the alternatives that were considered and rejected, or say that there were none'],
  ['conflicts', 'Give any conflict of interest that was declared, or “None”'],
  ['dispensations', 'Give any dispensation for it, or “None”'],
] as const satisfies readonly (readonly [keyof TypedDecision, string])[]

/**
 * Records a decision of the executive and publishes its statement (SI 2012/2089, regulations 12 and 13): the window for a call-in runs from now. What was decided is
 * recorded also where its notice had not run on that day, or on another day than was notified: with the reason, which the statement gives beside what fell short.
 */
export function recordDecision(typed: TypedDecision): EntryTurn {
  return async (entry, turning) => {
    if (entry.noticed === undefined) return refuse('not-now', 'Publish the entry in the forward plan first.')
    if (entry.decision !== undefined) return refuse('not-now', 'The decision is recorded already.')
    if (entry.ended !== undefined) return refuse('not-now', 'This entry is deferred or withdrawn. Give it a day first.')
    const on = parseTypedDay(typed.on)
    const faults = faultsOf(typed, on, turning.today)
    if (on === undefined || faults.length > 0) return refuse('invalid', '', faults)
    const short = shortfall(entry, on, turning.local)
    const unexplained = reasonFaults(entry, typed, on, short)
    if (unexplained.length > 0) return refuse('invalid', '', unexplained)
    const chairs = typed.exemptBy === '' ? [] : chairFaults('exempt-by', typed.exemptBy, on, { bodies: await publishedBodies(turning.tx.reader), namesPerson: await personsNames(turning.tx.reader) })
    if (chairs.length > 0) return refuse('invalid', '', chairs)
    const decision = statement(entry, typed, on, short, turning)
    if (!decision.ok) return decision
    await reportUrgency(entry, turning)
    const { window } = decision.value
    const what = `Decided on ${formatDay(on)}${short === undefined ? '' : ' without the full notice'}${window === undefined ? '; it cannot be called in' : `; it can be called in until ${closesWords(window.closes)}`}.`
    const names = await bodyNames(turning.tx.reader)
    const early = notConsideredOn(entry, on).map((one) => ` ${decidedBeforeWords(one, names)}`)
    return ok({ entry: { ...entry, decision: decision.value }, what: `${what}${early.join('')}` })
  }
}

function faultsOf(typed: TypedDecision, on: LocalDate | undefined, today: LocalDate): Fault[] {
  const day = on === undefined ? 'Give the day of the decision as 14 April 2026' : on > today ? 'A decision is recorded once it is made: this day is to come' : undefined
  return [
    ...(day === undefined ? [] : [{ field: 'on', message: day }]),
    ...needed.flatMap(([field, message]) => (typed[field] === '' ? [{ field, message }] : [])),
    ...(typed.exemptReason !== '' && typed.exemptBy === '' ? [{ field: 'exempt-by', message: 'Say which chair agreed that it cannot wait for a call-in' }] : []),
    ...(typed.exemptReason === '' && typed.exemptBy !== '' ? [{ field: 'exempt-reason', message: 'Say why it cannot wait for a call-in' }] : []),
  ]
}

/** The reasons that a decision needs on that day: where it is another than was notified, and where its notice had not run. */
function reasonFaults(entry: PlanEntry, { differs, shortReason }: TypedDecision, on: LocalDate, short: string | undefined): Fault[] {
  return [
    ...(differs === '' && !isWithin(on, entry.expected) ? [{ field: 'differs', message: `It was notified for ${expectedWords(entry.expected)}: say why it was taken on another day` }] : []),
    ...(short !== undefined && shortReason === '' ? [{ field: 'short-reason', message: `${short} If it was decided all the same, say why: the statement says that the notice fell short, and gives the reason` }] : []),
    ...(short === undefined && shortReason !== '' ? [{ field: 'short-reason', message: 'The notice sufficed for this day: leave this out' }] : []),
  ]
}

/** On the day that the plan gives, or within its period. */
function isWithin(on: LocalDate, { from, to = from }: PlanEntry['expected']): boolean {
  return from <= on && on <= to
}

function statement(entry: PlanEntry, typed: TypedDecision, on: LocalDate, short: string | undefined, { moment, local }: Turning) {
  const { outcome, reasons, alternatives, conflicts, dispensations, differs, shortReason, exemptReason, exemptBy } = typed
  const body = entry.decisionMaker.body
  const facts: Decision = {
    on,
    by: makerWords(entry.decisionMaker),
    ...(entry.decisionMaker.kind === 'body' && body !== undefined ? { meeting: { body, date: on } } : {}),
    outcome,
    reasons,
    alternatives,
    conflicts,
    dispensations,
    ...(differs === '' ? {} : { differs }),
    ...(short === undefined ? {} : { shortfall: { finding: short, reason: shortReason } }),
    published: moment,
  }
  if (exemptReason !== '') return ok({ ...facts, exempt: { reason: exemptReason, agreedBy: exemptBy } })
  if (!canBeCalledIn(entry)) return ok(facts)
  const window = callInWindow(moment, local)
  return window.ok ? ok({ ...facts, window: { closes: window.value.closes, members: window.value.members } }) : window
}

/** A decision by special urgency is reported to the council (regulation 19). */
async function reportUrgency(entry: PlanEntry, { tx, today }: Turning): Promise<void> {
  if (entry.route?.kind !== 'special-urgency') return
  const council = (await publishedBodies(tx.reader)).find(({ kind }) => kind === 'council')
  if (council === undefined) return
  const note = `A key decision that was taken by special urgency, for the reason: ${entry.route.reason}`
  await placeOnNextAgenda(tx, { body: council.slug, after: today }, { origin: `special-urgency/${entry.reference}`, title: `Urgent decision: ${entry.matter}`, note: note.slice(0, 1000), subjects: entry.subjects })
}
