import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import type { Action } from '../action.ts'
import { noReport, waitingIn } from '../answer-report.ts'
import { actionsInReport } from '../read-actions.ts'
import { reportNumbered, type ServedReport } from '../reports.ts'
import { isOwner } from '../take-step.ts'
import { actionNumber } from './action-view.ts'
import { actionSight, isSeen } from './sight.ts'

/** A served report with its recommendations, as its page behind the sign-in shows it. */
export interface ReportView {
  readonly report: ServedReport
  readonly bodyName: string
  readonly actions: readonly Action[]
  /** Those that are not answered yet. */
  readonly waiting: readonly Action[]
  /** This person may answer all that wait. */
  readonly mayAnswer: boolean
  /** They enter the answer for somebody else. */
  readonly isForAnother: boolean
}

/** Reads the report that an address names, for somebody who may see all of its recommendations. */
export function lookAtReport({ context, params }: StaffRequest): Promise<Outcome<ReportView>> {
  const number = actionNumber(params['number'])
  return look(context, { verb: 'actions.see', subject: { kind: 'served-report', id: String(number) } }, async (reader) => {
    const report = number === 0 ? undefined : await reportNumbered(reader, number)
    const actions = report === undefined ? [] : await actionsInReport(reader, report.id)
    const sight = await actionSight(reader, context)
    if (report === undefined || !actions.every((action) => isSeen(sight, action))) return noReport
    const waiting = waitingIn(actions)
    const isForAnother = !waiting.every((action) => isOwner(context, action))
    return ok({
      report,
      bodyName: (await bodyNames(reader)).get(report.body) ?? report.body,
      actions,
      waiting,
      mayAnswer: waiting.length > 0 && (!isForAnother || context.may(context.actor, 'actions.keep')),
      isForAnother,
    })
  })
}
