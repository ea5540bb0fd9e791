import { parseTypedDay } from '#core/typed-day.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { peopleWith, type KnownPerson } from '#access/people.ts'
import type { Reader } from '#platform/database/database.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Action } from './action.ts'
import { standingOf } from './chain.ts'
import { isFinished } from './clock.ts'
import { holdAction, saveAssignment, settleActions } from './keep-actions.ts'
import { actionNumbered } from './read-actions.ts'
import { changedMeanwhile, noAction, type ActionSeen } from './take-step.ts'

/** Who is to answer, and by when, as an officer typed it. */
export interface TypedAssignment {
  /** A person's id; empty for nobody. */
  readonly owner: string
  readonly due: string
}

/** Everybody who may be asked to answer: those whose role may. */
export function possibleOwners(reader: Reader, context: Context): Promise<readonly KnownPerson[]> {
  return peopleWith(reader, context.today, context.rolesThatMay?.('actions.answer'))
}

/** Says whose it is to answer an action, and by which day. Refused for somebody who may not answer, and once the action is closed or withdrawn. */
export function assignAction(context: Context, app: Pick<MeetingsApp, 'now'>, seen: ActionSeen, typed: TypedAssignment): Promise<Outcome<void>> {
  return act(context, { verb: 'actions.keep', subject: { kind: 'action', id: String(seen.number) }, detail: { step: 'assigned' } }, async (tx): Promise<Outcome<void>> => {
    const action = await actionNumbered(tx.reader, seen.number)
    if (action === undefined) return noAction
    if (!(await holdAction(tx, action.id, seen.revision))) return isAssigned(await actionNumbered(tx.reader, seen.number), typed) ? ok(undefined) : changedMeanwhile
    if (isFinished(standingOf(action, action.chain.map(({ step }) => step)).state)) return refuse('not-now', 'This is closed or withdrawn: nobody has to answer it any more.')
    const owner = typed.owner === '' ? undefined : (await possibleOwners(tx.reader, context)).find(({ person }) => person === typed.owner)
    if (typed.owner !== '' && owner === undefined) return refuse('invalid', '', [{ field: 'owner', message: 'Choose somebody from the list: only they can answer' }])
    const due = typed.due === '' ? undefined : parseTypedDay(typed.due)
    if (typed.due !== '' && (due === undefined || due < action.on)) {
      return refuse('invalid', '', [{ field: 'due', found: typed.due, message: due === undefined ? 'Give the day as 2023-09-20 or 20 September 2023' : 'Give a day after it was asked' }])
    }
    await saveAssignment(tx, action.id, { owner: owner?.person ?? null, due: due ?? null })
    await settleActions(tx, [action.id], instantOf(context.today, app.now()))
    return ok(undefined)
  })
}

/** Whether it stands so already: the same press came a second time. */
function isAssigned(action: Action | undefined, { owner, due }: TypedAssignment): boolean {
  return action !== undefined && (action.owner?.person ?? '') === owner && action.due === (due === '' ? undefined : parseTypedDay(due))
}
