import { formatDate } from '#core/date-words.ts'
import type { Mail } from '#platform/mail/queue-mail.ts'
import { noMoreLetters } from '../sent-by-member.ts'
import { groundWords, stateWords, type DocumentRequest } from './document-request.ts'

/** Where staff find a request. */
export function requestAddress({ number }: Pick<DocumentRequest, 'number'>): string {
  return `/staff/requests-for-documents/${number}`
}

/** Mail is read by others too: a letter names the request by its number, and never what the member typed. */
function letter(to: string, subject: string, lines: readonly string[]): Mail {
  return { to, subject, text: [...lines, ''].join('\n') }
}

export function askedLetter(to: string, request: DocumentRequest, origin: string, isLastToday: boolean): Mail {
  const { number, askedBy, bodyName, due } = request
  return letter(to, `Request for a document ${number}: answer by ${formatDate(due)}`, [
    `${askedBy} asks for a document of the executive for the ${bodyName}.`,
    '',
    `The answer is due by ${formatDate(due)} (SI 2012/2089, regulation 17). A refusal gives its reasons in writing.`,
    '',
    `The request: ${origin}${requestAddress(request)}`,
    ...(isLastToday ? ['', noMoreLetters, `${origin}/staff/requests-for-documents`] : []),
  ])
}

export function reminderLetter(to: string, request: Pick<DocumentRequest, 'number' | 'bodyName' | 'due'>, kind: 'coming' | 'late', origin: string): Mail {
  const { number, bodyName, due } = request
  const when = kind === 'late' ? `was due by ${formatDate(due)} and is late` : `is due by ${formatDate(due)}`
  return letter(to, `Request for a document ${number} ${kind === 'late' ? 'is late' : `is due by ${formatDate(due)}`}`, [
    `The answer to request ${number}, for the ${bodyName}, ${when}. The public list says so.`,
    '',
    `The request: ${origin}${requestAddress(request)}`,
  ])
}

/** To the member who asked and, of what is refused, to whoever leads the committee: the regulation gives the statement to the committee. */
export function answeredLetter(to: string, request: DocumentRequest, origin: string): Mail {
  const { number, bodyName, standing } = request
  const reasons = 'reasons' in standing ? ['', `Ground: ${groundWords[standing.ground].words} (${groundWords[standing.ground].law}).`, '', standing.reasons] : []
  return letter(to, `Request for a document ${number}: ${stateWords[standing.state].toLowerCase()}`, [
    `Request ${number}, for the ${bodyName}: ${stateWords[standing.state].toLowerCase()}.`,
    ...reasons,
    '',
    `The request: ${origin}${requestAddress(request)}`,
  ])
}
