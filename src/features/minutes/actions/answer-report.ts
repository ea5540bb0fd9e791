import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Action } from './action.ts'
import { follow, standingOf } from './chain.ts'
import { addSteps, holdAction, settleActions, type NewStep } from './keep-actions.ts'
import { placeOutstanding } from './outstanding.ts'
import { actionsInReport } from './read-actions.ts'
import { receiptFields, type TypedReceipt } from './received.ts'
import { reportNumbered } from './reports.ts'
import { behindWhom, changedMeanwhile, isLastStep, isOwner, nameOf, speaks } from './take-step.ts'
import { readStep } from './typed-step.ts'

/** An answer to one recommendation of a report, as it was typed. */
export interface TypedAnswer {
  readonly revision: number
  readonly answer: string
  readonly response: string
  readonly reason: string
}

/** The answer to a report: one for each recommendation, by its reference. */
export interface TypedAnswers {
  readonly receipt: TypedReceipt
  readonly onBehalf: string
  readonly to: (reference: number) => TypedAnswer
}

export const noReport = refuse('not-found', 'No report of this number was served.')

/**
 * Answers a served report: each of its recommendations that still waits, with its reason. An answer after the two months is taken, and the public sees by how much it is late.
 * Refused whole where one recommendation is left without an answer.
 */
export function answerReport(context: Context, app: Pick<MeetingsApp, 'now'>, number: number, typed: TypedAnswers): Promise<Outcome<void>> {
  const deed = { verb: 'actions.answer', subject: { kind: 'served-report', id: String(number) }, detail: { step: 'answered' } }
  return act(context, deed, async (tx): Promise<Outcome<void>> => {
    const report = await reportNumbered(tx.reader, number)
    if (report === undefined) return noReport
    const waiting = waitingIn(await actionsInReport(tx.reader, report.id))
    const wasAnswered = async () => isAnsweredSo(await actionsInReport(tx.reader, report.id), context, typed)
    if (waiting.length === 0) return (await wasAnswered()) ? ok(undefined) : refuse('not-now', 'Every recommendation of this report is answered. To change an answer, open that recommendation.')
    const speakers = waiting.map((action) => speaks(context, action, { what: 'answered', onBehalf: typed.onBehalf }))
    for (const speaker of speakers) if (!speaker.ok) return speaker
    for (const action of waiting) if (!(await holdAction(tx, action.id, typed.to(action.number).revision))) return (await wasAnswered()) ? ok(undefined) : changedMeanwhile
    const onBehalf = speakers.map((speaker) => (speaker.ok ? speaker.value : undefined)).find((behalf) => behalf !== undefined)
    const named = await behindWhom(tx.reader, onBehalf)
    if (!named.ok) return named
    const steps = readAnswers({ today: context.today, isForAnother: speakers.every((speaker) => speaker.ok && speaker.value !== undefined) }, waiting, typed)
    if (!steps.ok) return steps
    const at = instantOf(context.today, app.now())
    await addSteps(tx, steps.value, { by: nameOf(context), onBehalf, at })
    await settleActions(tx, waiting.map(({ id }) => id), at)
    await placeOutstanding(tx, [report.body], context.today)
    return ok(undefined)
  })
}

/** Whether the same person answered so last all that the form answers: the same press came a second time. */
function isAnsweredSo(actions: readonly Action[], context: Context, typed: TypedAnswers): boolean {
  const inForm = actions.filter(({ number }) => typed.to(number).answer !== '')
  const isForAnother = !inForm.every((action) => isOwner(context, action))
  return inForm.length > 0 && inForm.every((action) => {
    const step = readTyped(action, { today: context.today, isForAnother }, typed)
    return step.ok && isLastStep(action, step.value, context)
  })
}

/** The recommendations of a report that are not answered yet. */
export function waitingIn(actions: readonly Action[]): Action[] {
  return actions.filter((action) => standingOf(action, action.chain.map(({ step }) => step)).state === 'served')
}

function readTyped({ number }: Pick<Action, 'number'>, stepping: Parameters<typeof readStep>[1], { receipt, to }: TypedAnswers): ReturnType<typeof readStep> {
  const { answer, response, reason } = to(number)
  return readStep({ what: 'answered', fields: { ...receipt, answer, response, reason } }, stepping)
}

function readAnswers(stepping: Parameters<typeof readStep>[1], waiting: readonly Action[], typed: TypedAnswers): Outcome<NewStep[]> {
  const steps: NewStep[] = []
  const faults: Fault[] = []
  for (const action of waiting) {
    const step = readTyped(action, stepping, typed)
    const led = step.ok ? follow(action, [...action.chain.map((one) => one.step), step.value]) : step
    if (step.ok && led.ok) steps.push({ action: action.id, number: action.chain.length + 1, step: step.value })
    else if (!led.ok) faults.push(...led.refusal.faults.map((fault) => ({ ...fault, ...(receiptFields.includes(fault.field as 'on') ? {} : { field: `${fault.field}-${action.number}`, message: `${fault.message}, to recommendation ${action.number}` }) })))
  }
  const seen = new Set<string>()
  const once = faults.filter(({ field = '', message }) => !seen.has(`${field} ${message}`) && seen.add(`${field} ${message}`))
  return once.length === 0 ? ok(steps) : refuse('invalid', '', once)
}
