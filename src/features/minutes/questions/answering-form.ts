import type { LocalDate } from '#core/dates.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { ok, refuse, type Fault, type Outcome, type Refusal } from '#core/outcome.ts'
import type { PersonId } from '#access/actor.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import { readReceipt, type Receipt, type Receiving, type TypedReceipt } from '../actions/received.ts'
import type { Owner, Question } from './question.ts'

/** How an officer takes a question as put. */
export interface TypedOwner {
  readonly person: string
  readonly role: string
  readonly due: string
}

/** Reads who answers and by when, against those who may. */
export function readOwner(typed: TypedOwner, people: ReadonlySet<string>, today: LocalDate): Outcome<Owner> {
  const role = oneLine(typed.role)
  const due = parseTypedDay(typed.due)
  const isKnown = typed.person === '' || people.has(typed.person)
  const faults: Fault[] = [
    ...(isKnown ? [] : [{ field: 'person', message: 'Choose somebody from the list, or nobody' }]),
    ...(role === '' ? [{ field: 'role', message: 'Say who answers, by their role: the public reads it' }] : []),
    ...(role.length > 200 ? [{ field: 'role', message: 'Shorten the role to 200 characters' }] : []),
    ...(due === undefined ? [{ field: 'due', message: 'Give the day by which it is answered, as 14 April 2026 or 2026-04-14' }] : due < today ? [{ field: 'due', message: 'Give a day that is not over' }] : []),
  ]
  if (due === undefined || faults.length > 0) return refuse('invalid', '', faults)
  return ok({ role, due, ...(typed.person === '' ? {} : { person: typed.person as PersonId }) })
}

/** Reads why a question is not put; the member reads it. */
export function readReason(typed: string): Outcome<string> {
  const reason = cleanText(typed).trim()
  if (reason === '') return refuse('invalid', '', [{ field: 'reason', message: 'Give the reason: the member reads it' }])
  return reason.length > 1000 ? refuse('invalid', '', [{ field: 'reason', message: 'Shorten the reason to 1,000 characters' }]) : ok(reason)
}

export interface TypedAnswer {
  readonly answer: string
  /** What this corrects, where an answer is published already. */
  readonly correction: string
  /** Left out where it is answered here and today. */
  readonly receipt?: TypedReceipt
}

export interface ReadAnswer {
  readonly text: string
  readonly corrected?: string
  readonly receipt: Receipt
}

const longestAnswer = 20_000

/** Reads an answer; a second one says what it corrects. Only a question that is put can be answered, and not before it was asked. */
export function readAnswer(typed: TypedAnswer, { standing, askedOn }: Pick<Question, 'standing' | 'askedOn'>, receiving: Omit<Receiving, 'notBefore'>): Outcome<ReadAnswer> {
  if (standing.state !== 'put' && standing.state !== 'answered') return refuse('not-now', 'This question is not put, so it cannot be answered.')
  const isCorrection = standing.state === 'answered'
  const corrected = oneLine(typed.correction)
  const receipt = readReceipt(typed.receipt, { ...receiving, notBefore: standing.state === 'answered' ? standing.on : askedOn })
  const faults: Fault[] = [
    ...answerFaults(typed.answer),
    ...(isCorrection && corrected === '' ? [{ field: 'correction', message: 'Say what this corrects: the public reads it' }] : []),
    ...(corrected.length > 300 ? [{ field: 'correction', message: 'Shorten this to 300 characters' }] : []),
    ...(receipt.ok ? [] : receipt.refusal.faults),
  ]
  if (!receipt.ok || faults.length > 0) return refuse('invalid', '', faults)
  return ok({ text: answerText(typed.answer), ...(isCorrection ? { corrected } : {}), receipt: receipt.value })
}

/** What is wrong with the text of an answer. */
export function answerFaults(text: string): Fault[] {
  const blocks = readMarkdown(text, { file: 'The answer', numbered: false })
  return [
    ...(text.trim() === '' ? [{ field: 'answer', message: 'Write the answer' }] : []),
    ...(text.length > longestAnswer ? [{ field: 'answer', message: 'Shorten the answer to 20,000 characters' }] : []),
    ...(blocks.ok ? [] : markdownFaults(blocks.refusal)),
  ]
}

/** The text of an answer as it is kept. */
export function answerText(typed: string): string {
  return cleanText(typed).trim()
}

/** Each fault once, in words about an answer: the same reader reads reports. */
function markdownFaults({ faults }: Refusal): Fault[] {
  const messages = faults.map(({ row, message }) => `Line ${row ?? 1}: ${message.replaceAll('report', 'answer')}`)
  return [...new Set(messages)].map((message) => ({ field: 'answer', message }))
}

/** An answer that was read before, as it is shown. */
export function answerBlocks(text: string): readonly Block[] {
  const read = readMarkdown(text, { file: 'The answer', numbered: false })
  if (!read.ok) throw new Error('an answer that is kept can be read')
  return read.value
}

function oneLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim()
}
