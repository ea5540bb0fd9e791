import { formatDate } from '#core/date-words.ts'
import type { Mail } from '#platform/mail/queue-mail.ts'
import { noMoreLetters } from '../sent-by-member.ts'
import type { Question } from './question.ts'

/** Where members, officers and whoever answers find a question. */
export function questionAddress({ id }: Pick<Question, 'id'>): string {
  return `/staff/questions/${id}`
}

/** Mail is read by others too: what is not public yet is not repeated in it. */
function letter(to: string, subject: string, lines: readonly string[]): Mail {
  return { to, subject, text: [...lines, ''].join('\n') }
}

function textOf({ isWithheld, text }: Question): string[] {
  return isWithheld ? [] : [text, '']
}

export function askedLetter(to: string, question: Question, origin: string, isLastToday: boolean): Mail {
  return letter(to, `A question from a member of the ${question.bodyName}`.slice(0, 200), [
    `${question.askedBy} asks a question. Take it as put, with who answers it and by when, or say why it is not put.`,
    '',
    `The question: ${origin}${questionAddress(question)}`,
    ...(isLastToday ? ['', noMoreLetters, `${origin}/staff/questions`] : []),
  ])
}

export function putLetter(to: string, question: Question, origin: string): Mail {
  return letter(to, `Question ${question.number ?? ''} of the ${question.bodyName} is for you to answer`.slice(0, 200), [
    `You are asked to answer a question that ${question.askedBy} put${question.owner === undefined ? '' : `, by ${formatDate(question.owner.due)}`}. ${question.isWithheld ? 'Its item is withheld from the public.' : 'It is public, and comes back on each agenda until it is answered.'}`,
    '',
    ...textOf(question),
    `Answer it here: ${origin}${questionAddress(question)}`,
  ])
}

/** To the member who asked: what became of their question. */
export function turnedLetter(to: string, question: Question, origin: string): Mail {
  const { standing, owner, bodyName } = question
  const words =
    standing.state === 'put'
      ? [`Your question is put. It is answered by the ${owner?.role ?? 'council'}, by ${owner === undefined ? 'a day to be set' : formatDate(owner.due)}.`]
      : standing.state === 'not-put'
        ? ['Your question was not put.', '', `Reason: ${standing.reason}`]
        : ['Your question is answered.']
  return letter(to, `Your question to the ${bodyName}`.slice(0, 200), [...words, '', `The question: ${origin}${questionAddress(question)}`])
}

export function reminderLetter(to: string, question: Question, kind: 'coming' | 'late', origin: string): Mail {
  const due = question.owner === undefined ? '' : formatDate(question.owner.due)
  return letter(to, `Question ${question.number ?? ''} ${kind === 'late' ? 'is late' : `is due by ${due}`}`, [
    `The answer to question ${question.number ?? ''} of the ${question.bodyName} ${kind === 'late' ? `was due by ${due} and is late` : `is due by ${due}`}.`,
    '',
    ...textOf(question),
    `Answer it here: ${origin}${questionAddress(question)}`,
  ])
}
