import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { memberOf, namedMembers } from '#features/bodies'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { instantOf, momentOf, placeOnNextAgenda, type MeetingsApp } from '#features/meetings'
import { clock } from '../forward-plan/clock/notice-clock.ts'
import { principles, type CallIn, type Principle } from '../forward-plan/entry/decision.ts'
import type { PlanEntry } from '../forward-plan/entry/plan-entry.ts'
import { closesWords } from '../forward-plan/entry/words.ts'
import { entryHeld, type KeptEntry } from '../forward-plan/store/keep-entry.ts'
import { scrutinyBoardOf } from './scrutiny-board.ts'
import { noEntry, turnFound, type EntryTurn, type Turning } from '../forward-plan/deeds/turn-entry.ts'
import { addSignature, signaturesOf, type Signature } from './signatures.ts'
import { mayCallIn, seatsToCallIn } from './who-may-call-in.ts'

/** What a member types. */
export interface TypedSignature {
  readonly principle: string
  readonly reason: string
}

/** How far a call-in has come with a signature. */
export interface Signed {
  readonly signatures: number
  readonly isCalledIn: boolean
}

/**
 * A member joins a call-in, under the name that their seat has. The signature that completes it stops the decision, puts it on the scrutiny board's next agenda and is published.
 * Refused outside the window, by the time on the clock: the last minute counts, and a minute after does not. The same press sent twice signs once.
 */
export function signCallIn(context: Context, app: Pick<MeetingsApp, 'now'>, reference: string, typed: TypedSignature): Promise<Outcome<Signed>> {
  return act(context, { verb: 'decisions.call-in', subject: { kind: 'plan-entry', id: reference.slice(0, 100) } }, async (tx): Promise<Outcome<Signed>> => {
    const found = await entryHeld(tx, reference)
    if (found === undefined || context.actor.kind !== 'person') return noEntry
    const { person, name } = context.actor
    const again = await sentBefore(tx, found, (one) => one.person === person && one.received === undefined && isSaid(one, typed))
    if (again !== undefined) return ok(again)
    const now = app.now()
    const window = windowOpen(found.entry, context, now)
    if (!window.ok) return window
    const may = mayCallIn(await seatsToCallIn(tx.reader, person, context.today), found.entry)
    if (!may.ok) return may
    const read = readSignature(typed)
    if (!read.ok) return read
    const member = (await memberOf(tx.reader, person)) ?? name
    return addAndCount(tx, found, { person, member, ...read.value, signedAt: instantOf(context.today, now) }, { today: context.today, now, members: window.value.members })
  })
}

/** How far the call-in has come where the same was sent before: a press that arrives twice is taken where the first was. */
export async function sentBefore(tx: Transaction, { entry }: KeptEntry, isIt: (one: Signature) => boolean): Promise<Signed | undefined> {
  const signed = await signaturesOf(tx.reader, entry.reference)
  return signed.some(isIt) ? { signatures: signed.length, isCalledIn: entry.callIn !== undefined } : undefined
}

export function isSaid(one: Signature, { principle, reason }: TypedSignature): boolean {
  return one.principle === principle && one.reason === reason
}

/** What it takes to count a signature. */
interface Counting {
  readonly today: LocalDate
  readonly now: Date
  /** How many members it takes. */
  readonly members: number
}

/** Adds a signature to an entry that is held, and calls the decision in where it is the last that was needed. A member counts once, however they signed. */
export async function addAndCount(tx: Transaction, found: KeptEntry, signature: Signature, { today, now, members }: Counting): Promise<Outcome<Signed>> {
  const { reference } = found.entry
  const before = await inSeats(tx.reader, await signaturesOf(tx.reader, reference), today)
  if (before.some((one) => one.member === signature.member || (one.person !== undefined && one.person === signature.person))) return hasSigned(signature)
  if (!(await addSignature(tx, reference, signature))) return hasSigned(signature)
  const all = await inSeats(tx.reader, await signaturesOf(tx.reader, reference), today)
  if (all.length < members) return ok({ signatures: all.length, isCalledIn: false })
  const turned = await turnFound(tx, { ...found, press: undefined }, { today, now }, callInWith(all))
  return turned.ok ? ok({ signatures: all.length, isCalledIn: true }) : turned
}

function hasSigned({ member, received }: Signature): Outcome<never> {
  return refuse('not-now', received === undefined ? 'You have signed for this call-in already.' : `${member} has signed for this call-in already, and counts once.`)
}

/** Who has signed by the names that the record of their bodies has, however their accounts are called; earlier builds kept the account's. */
async function inSeats(reader: Reader, signed: readonly Signature[], today: LocalDate): Promise<Signature[]> {
  const names = new Map((await namedMembers(reader, today)).flatMap(({ person, name }) => (person === undefined ? [] : [[person, name] as const])))
  return signed.map((one) => ({ ...one, member: (one.person === undefined ? undefined : names.get(one.person)) ?? one.member }))
}

function windowOpen(entry: PlanEntry, { today }: Context, now: Date): Outcome<Window> {
  const window = windowOf(entry)
  if (!window.ok) return window
  const moment = momentOf(today, now)
  if (moment <= window.value.closes) return window
  return refuse('not-now', `The time for calling this in ended at ${closesWords(window.value.closes)}. It is now ${closesWords(moment)}.`)
}

type Window = NonNullable<NonNullable<PlanEntry['decision']>['window']>

/** The window of a decision that is not called in yet, whether it is open or over; refused where it has none. */
export function windowOf({ decision, callIn, implemented }: PlanEntry): Outcome<Window> {
  if (decision === undefined) return refuse('not-now', 'Nothing is decided yet that could be called in.')
  if (decision.exempt !== undefined) return refuse('not-now', `This decision is exempt from call-in: ${decision.exempt.reason}`)
  if (decision.window === undefined) return refuse('not-now', 'Decisions of this kind cannot be called in.')
  if (callIn !== undefined) return refuse('not-now', 'This decision is called in already.')
  return implemented === undefined ? ok(decision.window) : refuse('not-now', 'This decision is carried out: it can no longer be called in.')
}

/** Reads which principle was not kept, and in what way. */
export function readSignature({ principle, reason }: TypedSignature): Outcome<{ principle: Principle; reason: string }> {
  const known = principles.find((one) => one === principle)
  const faults = [
    ...(known === undefined ? [{ field: 'principle', message: 'Choose the principle of decision-making that was not kept' }] : []),
    ...(reason === '' ? [{ field: 'reason', message: 'Say in what way it was not kept' }] : []),
    ...(reason.length > longestReason ? [{ field: 'reason', message: `Shorten the reason to ${longestReason} characters` }] : []),
  ]
  return known === undefined || faults.length > 0 ? refuse('invalid', '', faults) : ok({ principle: known, reason })
}

const longestReason = 2000

function callInWith(signatures: readonly Signature[]): EntryTurn {
  return async (entry, turning) => {
    const board = await scrutinyBoardOf(turning.tx.reader)
    if (board === undefined) return refuse('unavailable', 'There is no scrutiny board to consider a call-in. Ask the council’s officers.')
    // One that was received in time can be entered later: the call-in is of the moment at which enough had signed.
    const at = londonMoment(new Date(Math.max(...signatures.map(({ signedAt }) => signedAt.getTime()))).toISOString())
    const by = clock('call-in-consideration', dateOf(at), turning.local)
    if (!by.ok) return by
    const callIn: CallIn = {
      at,
      members: signatures.map(({ member }) => member),
      principles: [...new Set(signatures.map(({ principle }) => principle))],
      reasons: [...new Set(signatures.map(({ reason }) => reason))],
      body: board.slug,
      considerBy: by.value.due,
    }
    const called = await placeCallIn({ ...entry, callIn }, turning)
    return ok({ entry: called, what: `Called in by ${callIn.members.join(', ')}: it is not carried out before scrutiny has considered it.` })
  }
}

/** Puts a call-in on the scrutiny board's next open agenda, where it stands on none. */
export async function placeCallIn(entry: PlanEntry, { tx, today }: Turning): Promise<PlanEntry> {
  const { callIn } = entry
  if (callIn === undefined || callIn.considered !== undefined || callIn.meeting !== undefined) return entry
  const coming = { origin: `call-in/${entry.reference}`, title: `Call-in: ${entry.matter}`, note: 'A decision that members have called in.', subjects: entry.subjects }
  const placed = await placeOnNextAgenda(tx, { body: callIn.body, after: today }, coming)
  return placed === undefined ? entry : { ...entry, callIn: { ...callIn, meeting: placed.date } }
}
