import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { emailsOf } from '#access/people.ts'
import { membersWithAccounts } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Transaction } from '#platform/database/database.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
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
  const stands: Stands = ({ standing, title }) => standing.state === typed.answer && title === typed.title.trim() && (standing.state === 'supplied' || ('reasons' in standing && standing.reasons === cleanText(typed.reasons).trim()))
  return change(context, app, seen, { verb: 'requests.answer', did: 'answered', stands }, async (request, tx) => {
    const read = readAnswer(typed, request, { today: context.today, isForAnother: isForAnother(context) })
    if (!read.ok) return read
    const { where: _before, ...kept } = request
    const { standing } = request
    const earlier: readonly RequestAnswer[] = standing.state === 'waiting' || standing.state === 'withdrawn' ? request.earlier : [...request.earlier, standing]
    const answered: DocumentRequest = { ...kept, title: read.value.title, standing: read.value.answer, earlier, ...(read.value.where === undefined ? {} : { where: read.value.where }) }
    const told = await tell(tx, context, app, answered)
    return told.ok ? ok(answered) : told
  })
}

/** Whether somebody enters what the executive sent: its officers do, and a director answers for it. */
export function isForAnother({ actor, may }: Pick<Context, 'actor' | 'may'>): boolean {
  return may(actor, 'requests.receive')
}

/** Says by which words the public knows the document, before there is an answer. */
export function nameDocument(context: Context, app: App, seen: RequestSeen, typed: string): Promise<Outcome<void>> {
  return change(context, app, seen, { verb: 'requests.answer', did: 'named', stands: ({ title }) => title === typed.trim() }, async (request) => {
    const title = readTitle(typed)
    return title.ok ? ok({ ...request, title: title.value }) : title
  })
}

/** Takes a request back; only whoever made it may, and only while it waits. */
export function withdrawRequest(context: Context, app: App, seen: RequestSeen): Promise<Outcome<void>> {
  const isOwn = ({ asker }: DocumentRequest) => context.actor.kind === 'person' && asker === context.actor.person
  const stands: Stands = (request) => request.standing.state === 'withdrawn' && isOwn(request)
  return change(context, app, seen, { verb: 'requests.make', did: 'withdrawn', stands }, async (request) => {
    if (!isOwn(request)) return refuse('not-allowed', 'Only the member who asked can withdraw a request.')
    if (request.standing.state !== 'waiting') return refuse('not-now', 'This request is answered already, so it cannot be withdrawn.')
    return ok({ ...request, standing: { state: 'withdrawn', on: context.today } })
  })
}

/** Whether a request stands already as the form would have it: the same press came a second time. */
type Stands = (request: DocumentRequest) => boolean

interface What {
  readonly verb: string
  readonly did: string
  readonly stands: Stands
}

function change(context: Context, app: App, seen: RequestSeen, { verb, did, stands }: What, turn: (request: DocumentRequest, tx: Transaction) => Promise<Outcome<DocumentRequest>>): Promise<Outcome<void>> {
  return act(context, { verb, subject: { kind: 'document-request', id: String(seen.number) }, detail: { did } }, async (tx): Promise<Outcome<void>> => {
    const request = await requestKept(tx.reader, seen.number)
    if (request === undefined) return noRequest
    if (request.revision !== seen.revision) return stands(request) ? ok(undefined) : changedMeanwhile
    const turned = await turn(request, tx)
    if (!turned.ok) return turned
    if (await saveRequest(tx, turned.value, instantOf(context.today, app.now()))) return ok(undefined)
    const now = await requestKept(tx.reader, seen.number)
    return now !== undefined && stands(now) ? ok(undefined) : changedMeanwhile
  })
}

async function tell(tx: Transaction, { today }: Context, app: App, request: DocumentRequest): Promise<Outcome<void>> {
  const isWithheld = 'reasons' in request.standing
  const chairs = isWithheld ? (await membersWithAccounts(tx.reader, request.body, today)).filter(({ capacity }) => capacity === 'chair') : []
  const whom = new Set([...(request.asker === undefined ? [] : [request.asker]), ...chairs.map(({ person }) => person)])
  const emails = await emailsOf(tx.reader, [...whom])
  return queueMails(tx, [...emails.values()].map((email) => answeredLetter(email, request, app.origin)))
}
