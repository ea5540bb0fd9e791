import { z } from 'zod'
import { given } from '#core/given.ts'
import { day } from '#platform/files/fields.ts'
import { actionKinds, inventions, type Action, type Duty } from './action.ts'
import { chainStep } from './chain-step.ts'
import { standingOf } from './chain.ts'

/** The states as the tracker names them. */
export const states = ['asked', 'served', 'accepted', 'in-part', 'rejected', 'in-progress', 'done', 'closed', 'withdrawn'] as const

/** The whole of what the public may read of a recommendation or action: no name of an account is in it. */
export const publicAction = z
  .object({
    reference: z.int().describe('Runs on through the council’s record.'),
    kind: z.enum(actionKinds),
    body: z.string().describe('Who asked, by its address word'),
    bodyName: z.string(),
    meeting: day.optional().describe('The meeting at which it was asked'),
    item: z.int().optional(),
    minute: z.int().optional(),
    askedOn: day,
    words: z.string(),
    askedOf: z.object({ name: z.string(), body: z.string().optional() }).describe('Who must answer'),
    due: day.optional().describe('The day that was asked for, or agreed since'),
    report: z.object({ number: z.int(), title: z.string() }).optional().describe('The report in which it was served'),
    subjects: z.array(z.string()),
    state: z.enum(states),
    chain: z.array(chainStep).describe('What happened after it was asked, in order'),
    source: z.string().optional().describe('Where its facts are to be found'),
    invented: z.enum(inventions).optional().describe('What of it is made up, so that an example has every state to show: everything, or only what followed after it was asked. Left out of what is of record'),
  })
  .meta({ id: 'Recommendation' })

export type PublicAction = z.output<typeof publicAction>

/** A report that was served; its recommendations are records of their own. */
export interface PublicReport {
  readonly number: number
  readonly body: string
  readonly bodyName: string
  readonly title: string
  readonly link?: string | undefined
  readonly of: { readonly name: string; readonly body?: string | undefined }
  readonly receivedOn: PublicAction['askedOn']
  /** Left out of what was served on the executive. */
  readonly duty?: Duty | undefined
  /** The references of its recommendations, in its order. */
  readonly recommendations: readonly number[]
}

/** What may be published of an action. */
export function publicActionOf(action: Action, bodyName: string): PublicAction {
  const { report } = action
  const chain = action.chain.map(({ step }) => step)
  return {
    reference: action.number,
    kind: action.kind,
    body: action.body,
    bodyName,
    ...(action.date === undefined ? {} : { meeting: action.date }),
    ...(action.item === undefined ? {} : { item: action.item }),
    ...(action.minute === undefined ? {} : { minute: action.minute }),
    askedOn: action.on,
    words: action.words,
    askedOf: action.of,
    ...(action.due === undefined ? {} : { due: action.due }),
    ...(report === undefined ? {} : { report: { number: report.number, title: report.title } }),
    subjects: [...action.subjects],
    state: standingOf(action, chain).state,
    chain,
    ...given('source', action.source),
    ...given('invented', action.invented),
  }
}
