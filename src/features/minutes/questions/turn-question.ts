import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { act, type Context } from '#access/act.ts'
import type { PersonId, Role } from '#access/actor.ts'
import { emailsOf, peopleWith } from '#access/people.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Transaction } from '#platform/database/database.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { queueMails, type Mail } from '#platform/mail/queue-mail.ts'
import { notAPersonsName } from '../not-a-persons-name.ts'
import { isAboutWithheld } from './about-withheld.ts'
import { answerText, readAnswer, readOwner, readReason, type TypedAnswer, type TypedOwner } from './answering-form.ts'
import { saveQuestion } from './keep-question.ts'
import { putLetter, turnedLetter } from './letters.ts'
import { placeForNextAgenda } from './place-questions.ts'
import type { Question } from './question.ts'
import { questionKept } from './read-questions.ts'

type App = Pick<MeetingsApp, 'now' | 'origin'>

/** Which question, as it was seen. */
export interface QuestionSeen {
  readonly id: string
  readonly revision: number
}

/** Who may be asked to answer. */
export const answerers: readonly Role[] = ['officer', 'director', 'analyst', 'finance', 'partnership', 'manager']

export const noQuestion = refuse('not-found', 'There is no such question.')
const withheldSince = refuse(
  'not-now',
  'What this question is about is not open to the public now: its item is exempt or confidential, its meeting is private, or its agenda is not published. A question that is put is public and would tell of it. Say why it is not put: only the member reads that.',
)
const changedMeanwhile = refuse('conflict', 'Somebody else changed this question while you had it open, so nothing was saved. It stands below as it is now. What you typed is still here.')

/** Takes a question as put, or gives a put one to somebody else or another day. It is public from then on; whoever answers and the member are told. */
export function putQuestion(context: Context, app: App, seen: QuestionSeen, typed: TypedOwner): Promise<Outcome<void>> {
  const stands: Stands = ({ standing, owner }) => standing.state === 'put' && owner?.role === typed.role.trim() && (owner.person ?? '') === typed.person && owner.due === parseTypedDay(typed.due)
  return turn(context, app, seen, { verb: 'questions.put', did: 'put', stands }, async (question, tx) => {
    const { state } = question.standing
    if (state !== 'asked' && state !== 'put') return refuse('not-now', 'This question was answered, declined or withdrawn, so nothing more is set for it.')
    if (state === 'asked' && (await isAboutWithheld(tx.reader, question))) return withheldSince
    const people = await peopleWith(tx.reader, context.today, answerers)
    const owner = readOwner(typed, new Set(people.map(({ person }) => person)), context.today)
    if (!owner.ok) return owner
    const person = await notAPersonsName(tx.reader, owner.value.role)
    if (person !== undefined) return refuse('invalid', '', [{ field: 'role', found: owner.value.role, message: person }])
    return ok({ question: { ...question, owner: owner.value, standing: { state: 'put' } }, tells: { owner: true, asker: state === 'asked' } })
  })
}

/** Says why a question is not put; only the member reads it. */
export function declineQuestion(context: Context, app: App, seen: QuestionSeen, typed: string): Promise<Outcome<void>> {
  const stands: Stands = ({ standing }) => standing.state === 'not-put' && standing.reason === cleanText(typed).trim()
  return turn(context, app, seen, { verb: 'questions.put', did: 'not-put', stands }, async (question) => {
    if (question.standing.state !== 'asked') return refuse('not-now', 'This question is put, declined or withdrawn already.')
    const reason = readReason(typed)
    return reason.ok ? ok({ question: { ...question, standing: { state: 'not-put', reason: reason.value, on: context.today } }, tells: { asker: true } }) : reason
  })
}

/** Publishes the answer, or a correction of it. Whoever was asked may, and every officer; it does not come back after that. */
export function answerQuestion(context: Context, app: App, seen: QuestionSeen, typed: TypedAnswer): Promise<Outcome<void>> {
  const stands: Stands = (question) => question.standing.state === 'answered' && question.standing.text === answerText(typed.answer) && mayAnswer(context, question)
  return turn(context, app, seen, { verb: 'questions.answer', did: 'answered', stands }, async (question) => {
    if (!mayAnswer(context, question)) return refuse('not-allowed', 'Only whoever was asked to answer this question may, and the officers.')
    const read = readAnswer(typed, question, { today: context.today, isForAnother: isForAnother(context, question) })
    if (!read.ok) return read
    const { text, corrected, receipt } = read.value
    return ok({ question: { ...question, standing: { state: 'answered', text, ...receipt, by: question.owner?.role ?? '', ...firstAnswer(question), ...given('corrected', corrected) } }, tells: { asker: true } })
  })
}

/** Takes a question back; only whoever asked it may, until it is answered. */
export function withdrawQuestion(context: Context, app: App, seen: QuestionSeen): Promise<Outcome<void>> {
  const isOwn = ({ asker }: Question) => context.actor.kind === 'person' && asker === context.actor.person
  const stands: Stands = (question) => question.standing.state === 'withdrawn' && isOwn(question)
  return turn(context, app, seen, { verb: 'questions.ask', did: 'withdrawn', stands }, async (question) => {
    if (!isOwn(question)) return refuse('not-allowed', 'Only the member who asked can withdraw a question.')
    const { state } = question.standing
    if (state !== 'asked' && state !== 'put') return refuse('not-now', 'This question is answered, declined or withdrawn already.')
    return ok({ question: { ...question, standing: { state: 'withdrawn', on: context.today } } })
  })
}

/** When a question was answered first, for the record of its correction. */
function firstAnswer({ standing }: Question) {
  if (standing.state !== 'answered') return {}
  return standing.firstOn === undefined ? { firstOn: standing.on, ...given('firstEntered', standing.entered) } : { firstOn: standing.firstOn, ...given('firstEntered', standing.firstEntered) }
}

/** Whether somebody who answers enters what another sent: an officer does, for whoever was asked. */
export function isForAnother({ actor, may }: Pick<Context, 'actor' | 'may'>, { owner }: Pick<Question, 'owner'>): boolean {
  return may(actor, 'questions.put') && !(actor.kind === 'person' && owner?.person === actor.person)
}

/** Whoever was asked, and every officer. */
export function mayAnswer({ actor, may }: Pick<Context, 'actor' | 'may'>, { owner }: Pick<Question, 'owner'>): boolean {
  if (!may(actor, 'questions.answer')) return false
  return may(actor, 'questions.put') || (actor.kind === 'person' && owner?.person === actor.person)
}

interface Turned {
  readonly question: Question
  readonly tells?: { readonly owner?: boolean; readonly asker?: boolean }
}

/** Whether a question stands already as the form would have it: the same press came a second time. */
type Stands = (question: Question) => boolean

interface What {
  readonly verb: string
  readonly did: string
  readonly stands: Stands
}

function turn(context: Context, app: App, seen: QuestionSeen, { verb, did, stands }: What, work: (question: Question, tx: Transaction) => Promise<Outcome<Turned>>): Promise<Outcome<void>> {
  return act(context, { verb, subject: { kind: 'question', id: seen.id.slice(0, 100) }, detail: { did } }, async (tx): Promise<Outcome<void>> => {
    const question = await questionKept(tx.reader, seen.id)
    if (question === undefined) return noQuestion
    if (question.revision !== seen.revision) return stands(question) ? ok(undefined) : changedMeanwhile
    const turned = await work(question, tx)
    if (!turned.ok) return turned
    const at = instantOf(context.today, app.now())
    if (!(await saveQuestion(tx, turned.value.question, at))) {
      const now = await questionKept(tx.reader, seen.id)
      return now !== undefined && stands(now) ? ok(undefined) : changedMeanwhile
    }
    if (turned.value.question.standing.state === 'put') await placeForNextAgenda(tx, turned.value.question, context.today)
    return tell(tx, app, seen.id, turned.value.tells ?? {})
  })
}

async function tell(tx: Transaction, app: App, id: string, tells: NonNullable<Turned['tells']>): Promise<Outcome<void>> {
  const question = await questionKept(tx.reader, id)
  if (question === undefined) return ok(undefined)
  const { asker, owner } = question
  const whom = [...(tells.asker === true && asker !== undefined ? [asker] : []), ...(tells.owner === true && owner?.person !== undefined ? [owner.person] : [])]
  const emails = await emailsOf(tx.reader, whom)
  const letterTo = (person: PersonId | undefined, write: (to: string) => Mail) => {
    const email = person === undefined ? undefined : emails.get(person)
    return email === undefined ? [] : [write(email)]
  }
  return queueMails(tx, [
    ...(tells.asker === true ? letterTo(asker, (to) => turnedLetter(to, question, app.origin)) : []),
    ...(tells.owner === true ? letterTo(owner?.person, (to) => putLetter(to, question, app.origin)) : []),
  ])
}
