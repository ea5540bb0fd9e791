import { ok, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { peopleWith, type KnownPerson } from '#access/people.ts'
import { isPrivate, type Question } from '../question.ts'
import { questionKept } from '../read-questions.ts'
import { answerers, isForAnother, mayAnswer, noQuestion } from '../turn-question.ts'

/** The way to the pages below the list of questions. */
export const questionsCrumbs = [{ text: 'Questions', href: '/staff/questions' }]

/** What is not put is between the member and the officers, what was withheld since also with whoever is to answer; the rest is public. */
export function maySee({ actor, may }: Pick<Context, 'actor' | 'may'>, question: Question): boolean {
  if (!isPrivate(question) || may(actor, 'questions.put')) return true
  if (actor.kind !== 'person') return false
  return question.asker === actor.person || (question.isWithheld && question.owner?.person === actor.person)
}

export interface QuestionView {
  readonly question: Question
  readonly isOwn: boolean
  readonly mayPut: boolean
  readonly mayAnswer: boolean
  /** An answer of theirs is what another sent. */
  readonly isForAnother: boolean
  /** Who may be asked to answer; empty for those who do not ask. */
  readonly people: readonly KnownPerson[]
}

/** One question for somebody who may read it; for others it is not there. */
export function lookAtQuestion(context: Context, id: string): Promise<Outcome<QuestionView>> {
  return look(context, { verb: 'questions.see', subject: { kind: 'question', id: id.slice(0, 100) } }, async (reader) => {
    const question = await questionKept(reader, id)
    if (question === undefined || !maySee(context, question)) return noQuestion
    const mayPut = context.may(context.actor, 'questions.put')
    const isOwn = context.actor.kind === 'person' && question.asker === context.actor.person
    return ok({ question, isOwn, mayPut, mayAnswer: mayAnswer(context, question), isForAnother: isForAnother(context, question), people: mayPut ? await peopleWith(reader, context.today, answerers) : [] })
  })
}
