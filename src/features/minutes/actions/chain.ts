import { isDeepStrictEqual } from 'node:util'
import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { ActionKind, ActionState, AskedAction, Duty, Standing, Step, StepKind } from './action.ts'

/** What may come next. A plain action may be worked on before anybody answers; a recommendation is answered first, and whoever accepted it may take that back while it is worked on. */
const mayFollow: Readonly<Record<ActionState, readonly StepKind[]>> = {
  asked: ['served', 'answered', 'progress', 'done', 'withdrawn'],
  served: ['answered', 'withdrawn'],
  accepted: ['answered', 'progress', 'done', 'withdrawn'],
  'in-part': ['answered', 'progress', 'done', 'withdrawn'],
  rejected: ['answered', 'kept-open', 'closed', 'withdrawn'],
  'in-progress': ['answered', 'progress', 'done', 'withdrawn'],
  done: ['kept-open', 'closed', 'withdrawn'],
  closed: [],
  withdrawn: [],
}

const onlyOf: Partial<Record<StepKind, ActionKind>> = { served: 'recommendation' }

/** Which steps may be taken now. */
export function stepsFrom(kind: ActionKind, state: ActionState): readonly StepKind[] {
  const isUnanswered = kind === 'recommendation' && state === 'asked'
  const isBegun = kind === 'action' && state === 'in-progress'
  return mayFollow[state].filter((what) => (onlyOf[what] ?? kind) === kind && !(isUnanswered && (what === 'progress' || what === 'done')) && !(isBegun && what === 'answered'))
}

const whyNot: Readonly<Record<ActionState, string>> = {
  asked: 'It is not answered yet.',
  served: 'It is served and not answered yet: it is answered first, each recommendation with its reason.',
  accepted: 'It is accepted. What comes next is progress, or that it is done.',
  'in-part': 'It is accepted in part. What comes next is progress, or that it is done.',
  rejected: 'It was rejected. The body that asked takes note of that and closes it, or asks again with its reason.',
  'in-progress': 'It is being worked on. What comes next is progress, that it is done, or another answer to what was recommended.',
  done: 'It is reported as done. The body that asked closes it, or keeps it open with its reason.',
  closed: 'It is closed: its record stays as it is.',
  withdrawn: 'It is withdrawn: its record stays as it is.',
}

/** Takes one step; refused in words where it cannot follow, and where its day lies before what went before. */
function take(kind: ActionKind, before: { readonly standing: Standing; readonly on: LocalDate }, step: Exclude<Step, { what: 'corrected' }>): Outcome<Standing> {
  const { standing } = before
  if (!stepsFrom(kind, standing.state).includes(step.what)) {
    return refuse('not-now', kind === 'action' && step.what === 'served' ? 'Only a recommendation is served by notice. This is an action.' : whyNot[standing.state])
  }
  if (step.on < before.on) {
    return refuse('invalid', '', [{ field: 'on', found: step.on, message: `Give a day that is not before ${formatDate(before.on)}, when the step before it was taken` }])
  }
  return ok(after(standing, step))
}

function after(standing: Standing, step: Exclude<Step, { what: 'corrected' }>): Standing {
  switch (step.what) {
    case 'served':
      return { state: 'served', receivedOn: step.on, report: step.report, duty: dutyOf(step) }
    case 'answered':
      return step.answer === 'accepted' ? { state: 'accepted', on: step.on } : { state: step.answer, on: step.on, reason: step.reason }
    case 'progress':
      return { state: 'in-progress', on: step.on }
    case 'done':
      return { state: 'done', on: step.on, evidence: step.evidence }
    case 'kept-open':
      return standing.state === 'rejected' ? { state: 'asked', keptOpen: step.reason } : { state: 'in-progress', on: step.on, keptOpen: step.reason }
    case 'closed':
      return { state: 'closed', on: step.on, evidence: step.evidence }
    case 'withdrawn':
      return { state: 'withdrawn', on: step.on, reason: step.reason }
  }
}

/** What binds whoever was served: what says nothing of it was served on the executive. */
export function dutyOf({ duty }: { readonly duty?: Duty | undefined }): Duty {
  return duty ?? 'executive-response'
}

/** Where a chain of steps leads; refused at the first that cannot be, `place` counting from 0. */
export function follow(asked: Pick<AskedAction, 'kind' | 'on'>, steps: readonly Step[]): Outcome<Standing> & { readonly place?: number } {
  let standing: Standing = { state: 'asked' }
  let { on } = asked
  for (const [place, step] of steps.entries()) {
    // A corrected minute changes nothing of where it stands, and what happened before may still be recorded after it.
    if (step.what === 'corrected') continue
    const taken = take(asked.kind, { standing, on }, step)
    if (!taken.ok) return { ...taken, place }
    standing = taken.value
    ;({ on } = step)
  }
  return ok(standing)
}

/** Where an action of the record stands; its steps were checked as they were taken. */
export function standingOf(asked: Pick<AskedAction, 'kind' | 'on'>, steps: readonly Step[]): Standing {
  const led = follow(asked, steps)
  if (!led.ok) throw new Error(`A recorded chain cannot be: ${led.refusal.message}`)
  return led.value
}

/** Whether two steps say the same. */
export function isSameStep(one: Step, other: Step): boolean {
  return isDeepStrictEqual(plain(one), plain(other))
}

function plain(step: Step): unknown {
  return JSON.parse(JSON.stringify(step))
}
