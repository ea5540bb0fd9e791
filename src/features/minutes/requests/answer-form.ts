import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { readReceipt, type Receiving, type TypedReceipt } from '../actions/received.ts'
import { grounds, type DocumentRequest, type RequestAnswer } from './document-request.ts'

/** What the executive's answer was typed as. */
export interface TypedAnswer {
  readonly answer: string
  readonly ground: string
  readonly reasons: string
  readonly where: string
  readonly title: string
  /** Left out where it is answered here and today. */
  readonly receipt?: TypedReceipt
}

export const answerFields = ['answer', 'ground', 'reasons', 'where', 'title'] as const satisfies readonly (keyof TypedAnswer)[]

export interface ReadAnswer {
  readonly answer: RequestAnswer
  readonly where?: string
  readonly title: string
}

const states = ['supplied', 'supplied-in-part', 'refused'] as const
const longestReasons = 4000
const longestLine = 300

/**
 * Reads an answer. Whatever is not given in full needs one of the grounds of the regulation and written reasons; what is given needs a word on where it is;
 * every answer needs the words by which the public knows the document. A withdrawn request is not answered, and an answer is not given twice, nor before it was asked for.
 */
export function readAnswer(typed: TypedAnswer, { standing, askedOn }: Pick<DocumentRequest, 'standing' | 'askedOn'>, receiving: Omit<Receiving, 'notBefore'>): Outcome<ReadAnswer> {
  if (standing.state === 'withdrawn') return refuse('not-now', 'The member has withdrawn this request, so there is nothing to answer.')
  const state = states.find((one) => one === typed.answer)
  const ground = grounds.find((one) => one === typed.ground)
  const [reasons, where, title] = [cleanText(typed.reasons).trim(), cleanText(typed.where).trim(), oneLine(typed.title)]
  const isWithheld = state === 'refused' || state === 'supplied-in-part'
  const receipt = readReceipt(typed.receipt, { ...receiving, notBefore: standing.state === 'waiting' ? askedOn : standing.on })
  const faults: Fault[] = [
    ...(state === undefined ? [{ field: 'answer', message: 'Choose what the answer is' }] : []),
    ...(isWithheld && ground === undefined ? [{ field: 'ground', message: 'Choose the ground on which it is not given' }] : []),
    ...(isWithheld && reasons === '' ? [{ field: 'reasons', message: 'Write the reasons: the law asks for a written statement to the committee' }] : []),
    ...(reasons.length > longestReasons ? [{ field: 'reasons', message: 'Shorten the reasons to 4,000 characters' }] : []),
    ...((state === 'supplied' || state === 'supplied-in-part') && where === '' ? [{ field: 'where', message: 'Say how the member is given it' }] : []),
    ...(where.length > longestLine ? [{ field: 'where', message: `Shorten this to ${longestLine} characters` }] : []),
    ...titleFaults(title),
    ...(receipt.ok ? [] : receipt.refusal.faults),
  ]
  if (state === undefined || !receipt.ok || faults.length > 0) return refuse('invalid', '', faults)
  if (standing.state === state && state === 'supplied') return refuse('not-now', 'This document was supplied already.')
  const answer: RequestAnswer = state === 'supplied' || ground === undefined ? { state: 'supplied', ...receipt.value } : { state, ...receipt.value, ground, reasons }
  return ok({ answer, title, ...(where === '' ? {} : { where }) })
}

/** The words by which the public knows the document, as one line. */
export function readTitle(typed: string): Outcome<string> {
  const title = oneLine(typed)
  const faults = titleFaults(title, 'public-title')
  return faults.length > 0 ? refuse('invalid', '', faults) : ok(title)
}

function titleFaults(title: string, field = 'title'): Fault[] {
  if (title === '') return [{ field, message: 'Name the document in words that the public may read' }]
  return title.length > longestLine ? [{ field, message: `Shorten this to ${longestLine} characters` }] : []
}

function oneLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim()
}
