import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { KnownPerson } from '#access/people.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import type { LocalDate } from '#core/dates.ts'
import type { Action, Standing, StepKind } from '../action.ts'
import { possibleOwners } from '../assign-action.ts'
import { standingOf, stepsFrom } from '../chain.ts'
import { meetingsToClose } from '../closing.ts'
import { daysMet } from '../public/chain-section.ts'
import { linkTitles, type LinkTitles } from '../public/evidence-links.ts'
import { actionNumbered } from '../read-actions.ts'
import { isOwner, noAction, verbOf } from '../take-step.ts'
import { actionSight, isSeen } from './sight.ts'

/** An action with everything that its pages behind the sign-in show. */
export interface ActionView {
  readonly action: Action
  readonly standing: Standing
  readonly bodyName: string
  /** The days on which the body met, as far as the steps name them. */
  readonly met: Awaited<ReturnType<typeof daysMet>>
  /** What the links of its steps lead to. */
  readonly titles: LinkTitles
  /** Which steps this person may take now. */
  readonly steps: readonly StepKind[]
  /** The held meetings at which the body may have closed it; empty for those who may not close it now. */
  readonly toClose: readonly LocalDate[]
  readonly mayKeep: boolean
  readonly isOwner: boolean
  readonly owners: readonly KnownPerson[]
}

/** Reads the action that an address names, for somebody who may see it. */
export function lookAtAction(request: StaffRequest): Promise<Outcome<ActionView>> {
  const { context } = request
  const number = actionNumber(request.params['action'])
  return look(context, { verb: 'actions.see', subject: { kind: 'action', id: String(number) } }, async (reader) => {
    const action = number === 0 ? undefined : await actionNumbered(reader, number)
    if (action === undefined || !isSeen(await actionSight(reader, context), action)) return noAction
    const chain = action.chain.map(({ step }) => step)
    const standing = standingOf(action, chain)
    const mayKeep = context.may(context.actor, 'actions.keep')
    const steps = stepsFrom(action.kind, standing.state).filter((what) => what !== 'served' && (verbOf(what) === 'actions.keep' ? mayKeep : mayKeep || isOwner(context, action)))
    return ok({
      action,
      standing,
      bodyName: (await bodyNames(reader)).get(action.body) ?? action.body,
      met: await daysMet(reader, { body: action.body, chain }),
      titles: await linkTitles(reader, chain),
      steps,
      toClose: steps.includes('closed') ? await meetingsToClose(reader, action) : [],
      mayKeep,
      isOwner: isOwner(context, action),
      owners: mayKeep ? await possibleOwners(reader, context) : [],
    })
  })
}

/** The reference in an address; 0 for what is none. */
export function actionNumber(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}

/** Its own page behind the sign-in. */
export function staffAddress({ number }: Pick<Action, 'number'>): string {
  return `/staff/actions/${number}`
}

export const actionsCrumb = { text: 'Recommendations and actions', href: '/staff/actions' }
