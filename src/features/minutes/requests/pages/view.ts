import { ok, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { seatsOf } from '#features/bodies'
import { localSettings, type LocalSettings } from '#features/rules'
import type { Reader } from '#platform/database/database.ts'
import { isForAnother, noRequest } from '../answer-request.ts'
import type { DocumentRequest } from '../document-request.ts'
import { requestKept } from '../read-requests.ts'

/** The number in an address; 0 for anything else, which is no request's. */
export function numberOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}

/** Whether somebody reads every request: those who answer and the auditor. Members read those of the bodies they sit on. */
export function readsAll({ actor, may }: Pick<Context, 'actor' | 'may'>): boolean {
  return may(actor, 'requests.answer') || may(actor, 'requests.export')
}

export interface RequestView {
  readonly request: DocumentRequest
  readonly local: LocalSettings
  readonly isOwn: boolean
  readonly mayAnswer: boolean
  /** An answer of theirs is what another sent. */
  readonly isForAnother: boolean
}

/** One request for somebody who may read it; for others it is not there. */
export function lookAtRequest(context: Context, number: number): Promise<Outcome<RequestView>> {
  return look(context, { verb: 'requests.see', subject: { kind: 'document-request', id: String(number) } }, async (reader) => {
    const request = await requestKept(reader, number)
    if (request === undefined || !(await maySee(reader, context, request))) return noRequest
    const isOwn = context.actor.kind === 'person' && request.asker === context.actor.person
    return ok({ request, local: await localSettings(reader), isOwn, mayAnswer: context.may(context.actor, 'requests.answer'), isForAnother: isForAnother(context) })
  })
}

async function maySee(reader: Reader, context: Context, request: DocumentRequest): Promise<boolean> {
  const { actor, today } = context
  if (readsAll(context)) return true
  if (actor.kind !== 'person') return false
  return request.asker === actor.person || (await seatsOf(reader, actor.person, today)).some(({ body }) => body === request.body)
}
