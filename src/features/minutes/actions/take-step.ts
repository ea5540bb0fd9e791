import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { notAPersonsName } from '../not-a-persons-name.ts'
import type { Action, Step, StepKind } from './action.ts'
import { follow, isSameStep } from './chain.ts'
import { saidByTheBody } from './closing.ts'
import { addSteps, holdAction, settleActions } from './keep-actions.ts'
import { placeOutstanding } from './outstanding.ts'
import { hiddenLink } from './public-evidence.ts'
import { unreadableAddress } from './published-address.ts'
import { actionNumbered } from './read-actions.ts'
import { answering, readStep, type TypedStep } from './typed-step.ts'

type App = Pick<MeetingsApp, 'now' | 'origin'>

/** Which action, as whoever acts saw it. */
export interface ActionSeen {
  readonly number: number
  readonly revision: number
}

/** The verb that a step needs: an answer is given by whoever was asked, everything else is done by the body or the officer for it. */
export function verbOf(what: StepKind): 'actions.keep' | 'actions.answer' {
  return answering.includes(what) ? 'actions.answer' : 'actions.keep'
}

export const noAction = refuse('not-found', 'No recommendation or action has this reference.')

export const changedMeanwhile = refuse('conflict', 'Somebody else changed this while you had it open, so nothing was saved. It stands below as it is now. What you typed is still here.')

/** Takes the next step of an action: an answer, progress, that it is done, its closing. Refused where it cannot follow, for somebody else's action, and as a conflict where it changed meanwhile. */
export function takeStep(context: Context, app: App, seen: ActionSeen, typed: TypedStep & { readonly onBehalf: string }): Promise<Outcome<void>> {
  const deed = { verb: verbOf(typed.what), subject: { kind: 'action', id: String(seen.number) }, detail: { step: typed.what } }
  return act(context, deed, async (tx): Promise<Outcome<void>> => {
    const action = await actionNumbered(tx.reader, seen.number)
    if (action === undefined) return noAction
    const speaker = speaks(context, action, typed)
    if (!speaker.ok) return speaker
    const named = await behindWhom(tx.reader, speaker.value)
    if (!named.ok) return named
    const step = readStep(typed, { today: context.today, isForAnother: speaker.value !== undefined })
    if (!(await holdAction(tx, action.id, seen.revision))) return step.ok && isLastStep(await actionNumbered(tx.reader, seen.number), step.value, context) ? ok(undefined) : changedMeanwhile
    const led = step.ok ? follow(action, [...action.chain.map((one) => one.step), step.value]) : step
    if (!step.ok) return step
    if (!led.ok) return 'meeting' in step.value && step.value.meeting === step.value.on ? atItsMeeting(led.refusal) : led
    const shown = await showsToAll(tx.reader, step.value, action, app.origin)
    if (!shown.ok) return shown
    const met = await saidByTheBody(tx.reader, action, step.value)
    if (!met.ok) return met
    const at = instantOf(context.today, app.now())
    await addSteps(tx, [{ action: action.id, number: action.chain.length + 1, step: step.value }], { by: nameOf(context), onBehalf: speaker.value, at })
    await settleActions(tx, [action.id], at)
    await placeOutstanding(tx, [action.body], context.today)
    return ok(undefined)
  })
}

/** Whether the same person recorded this step last: the same press came a second time. */
export function isLastStep(action: Pick<Action, 'chain'> | undefined, step: Step, context: Pick<Context, 'actor'>): boolean {
  const last = action?.chain.at(-1)
  return last !== undefined && last.by === nameOf(context) && isSameStep(last.step, step)
}

/** For whom somebody speaks: only the owner answers, or an officer on behalf of whoever was asked. */
export function speaks(context: Context, action: Pick<Action, 'owner'>, typed: { readonly what: StepKind; readonly onBehalf: string }): Outcome<string | undefined> {
  if (verbOf(typed.what) === 'actions.keep' || isOwner(context, action)) return ok(undefined)
  if (!context.may(context.actor, 'actions.keep')) {
    return refuse('not-allowed', action.owner === undefined ? 'Nobody is named yet to answer this. Ask the officers of the body to name you.' : 'This is for somebody else to answer. Ask the officers of the body if it should be yours.')
  }
  const onBehalf = cleanText(typed.onBehalf).trim().slice(0, 200)
  return onBehalf === '' ? refuse('invalid', '', [{ field: 'on-behalf', message: 'Say on whose behalf you enter this, by their role' }]) : ok(onBehalf)
}

/** Whoever is spoken for is named by role: no officer is named for an answer. */
export async function behindWhom(reader: Reader, onBehalf: string | undefined): Promise<Outcome<void>> {
  const person = onBehalf === undefined ? undefined : await notAPersonsName(reader, onBehalf)
  return person === undefined ? ok(undefined) : refuse('invalid', '', [{ field: 'on-behalf', found: onBehalf ?? '', message: person }])
}

export function isOwner({ actor }: Pick<Context, 'actor'>, { owner }: Pick<Action, 'owner'>): boolean {
  return actor.kind === 'person' && owner?.person === actor.person
}

/** By whom a step is recorded. */
export function nameOf({ actor }: Pick<Context, 'actor'>): string {
  return actor.kind === 'public' ? 'The public' : actor.name
}

/** Evidence stands where the public can follow it, and somewhere else than on its own page, which says no more than its words do. */
async function showsToAll(reader: Reader, step: Step, { number, isPublic }: Pick<Action, 'number' | 'isPublic'>, origin: string): Promise<Outcome<void>> {
  if (!('link' in step) || step.link === undefined) return ok(undefined)
  const hidden = isPublic ? await unreadableAddress(reader, step.link, origin) : hiddenLink(step, { origin, isPrivate: true })
  if (hidden !== undefined) return refuse('invalid', '', [{ field: 'link', found: step.link, message: hidden }])
  const url = new URL(step.link, origin)
  const isItself = url.origin === new URL(origin).origin && new RegExp(`^/(recommendations|staff/actions)/${number}(/|$)`).test(url.pathname)
  return isItself ? refuse('invalid', '', [{ field: 'link', found: step.link, message: 'This leads back to this page. Give the address of what shows it, or leave it empty' }]) : ok(undefined)
}

/** Said on the day of its meeting: what is wrong with the day is wrong with the meeting. */
function atItsMeeting(refusal: Refusal): Outcome<never> {
  return refuse(refusal.kind, refusal.message, refusal.faults.map((fault) => (fault.field === 'on' ? { ...fault, field: 'meeting' } : fault)))
}
