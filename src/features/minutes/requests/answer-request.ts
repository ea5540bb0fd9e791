import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { emailsOf } from '#access/people.ts'
import { membersWithAccounts } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Transaction } from '#platform/database/database.ts'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { readAnswer, readTitle, type TypedAnswer } from './answer-form.ts'
import type { DocumentRequest, RequestAnswer } from './document-request.ts'
import { saveRequest } from './keep-request.ts'
import { answeredLetter } from './letters.ts'
import { requestKept } from './read-requests.ts'

type App = Pick<MeetingsApp, 'now' | 'origin'>

/** Which request, as it was seen. */
export interface RequestSeen {
  readonly number: number
  readonly revision: number
}

export const noRequest = refuse('not-found', 'There is no such request for a document.')
const changedMeanwhile = refuse('conflict', 'Somebody else changed this request while you had it open, so nothing was saved. It stands below as it is now. What you typed is still here.')

/**
 * Gives the executive's answer: supplied, supplied in part, or refused with its ground and reasons. It is published at once; the member is told, and of what is not given
 * in full also whoever chairs the body. An answer may be followed by another: what was refused can be supplied after all.
 */
export function answerRequest(context: Context, app: App, seen: RequestSeen, typed: TypedAnswer): Promise<Outcome<void>> {
  return change(context, app, seen, { verb: 'requests.answer', did: 'answered' }, async (request, tx) => {
    const read = readAnswer(typed, request, context.today)
    if (!read.ok) return read
    const { where: _before, ...kept } = request
    const { standing } = request
    const earlier: readonly RequestAnswer[] = standing.state === 'waiting' || standing.state === 'withdrawn' ? request.earlier : [...request.earlier, standing]
    const answered: DocumentRequest = { ...kept, title: read.value.title, standing: read.value.answer, earlier, ...(read.value.where === undefined ? {} : { where: read.value.where }) }
    const told = await tell(tx, context, app, answered)
    return told.ok ? ok(answered) : told
  })
}

/** Says by which words the public knows the document, before there is an answer. */
export function nameDocument(context: Context, app: App, seen: RequestSeen, typed: string): Promise<Outcome<void>> {
  return change(context, app, seen, { verb: 'requests.answer', did: 'named' }, async (request) => {
    const title = readTitle(typed)
    return title.ok ? ok({ ...request, title: title.value }) : title
  })
}

/** Takes a request back; only whoever made it may, and only while it waits. */
export function withdrawRequest(context: Context, app: App, seen: RequestSeen): Promise<Outcome<void>> {
  return change(context, app, seen, { verb: 'requests.make', did: 'withdrawn' }, async (request) => {
    if (context.actor.kind !== 'person' || request.asker !== context.actor.person) return refuse('not-allowed', 'Only the member who asked can withdraw a request.')
    if (request.standing.state !== 'waiting') return refuse('not-now', 'This request is answered already, so it cannot be withdrawn.')
    return ok({ ...request, standing: { state: 'withdrawn', on: context.today } })
  })
}

interface What {
  readonly verb: string
  readonly did: string
}

function change(context: Context, app: App, seen: RequestSeen, { verb, did }: What, turn: (request: DocumentRequest, tx: Transaction) => Promise<Outcome<DocumentRequest>>): Promise<Outcome<void>> {
  return act(context, { verb, subject: { kind: 'document-request', id: String(seen.number) }, detail: { did } }, async (tx): Promise<Outcome<void>> => {
    const request = await requestKept(tx.reader, seen.number)
    if (request === undefined) return noRequest
    if (request.revision !== seen.revision) return changedMeanwhile
    const turned = await turn(request, tx)
    if (!turned.ok) return turned
    return (await saveRequest(tx, turned.value, instantOf(context.today, app.now()))) ? ok(undefined) : changedMeanwhile
  })
}

async function tell(tx: Transaction, { today }: Context, app: App, request: DocumentRequest): Promise<Outcome<void>> {
  const isWithheld = 'reasons' in request.standing
  const chairs = isWithheld ? (await membersWithAccounts(tx.reader, request.body, today)).filter(({ capacity }) => capacity === 'chair') : []
  const whom = new Set([...(request.asker === undefined ? [] : [request.asker]), ...chairs.map(({ person }) => person)])
  const emails = await emailsOf(tx.reader, [...whom])
  return queueMails(tx, [...emails.values()].map((email) => answeredLetter(email, request, app.origin)))
}
