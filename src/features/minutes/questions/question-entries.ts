import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Fault } from '#core/outcome.ts'
import { wrongReceipt } from '../actions/received.ts'
import { answerFaults } from './answering-form.ts'
import { isAddress } from './asking-form.ts'
import type { About, Question, Standing } from './question.ts'
import type { QuestionEntry } from './question-file.ts'

/** What a file says of a question, without where the facts are to be found. */
export type SaidQuestion = Omit<QuestionEntry, 'source'>

/** What is wrong with one entry of a file; the fields are those of the file. */
export function entryFaults(entry: SaidQuestion, bodies: ReadonlySet<string>, today: LocalDate): Fault[] {
  const { body, askedOn, item, record, answer, withdrawnOn } = entry
  const fault = (field: string, message: string): Fault => ({ field, message })
  const isPast = (day: LocalDate | undefined) => day === undefined || (day >= askedOn && day <= today)
  return [
    ...(bodies.has(body) ? [] : [fault('body', 'No body has this address word. Load that body first, or correct the word.')]),
    ...(askedOn > today ? [fault('asked-on', 'This day is still to come. Give the day on which it was asked.')] : []),
    ...((item === undefined) === (record === undefined) ? [fault('item', 'A question is about one thing: give an item or a record.')] : []),
    ...(isAddress(record?.address ?? '') ? [] : [fault('record.address', 'Give an address of this site that begins with one slash, or leave it out.')]),
    ...(isPast(answer?.on) ? [] : [fault('answer.on', 'Give a day between the question and today.')]),
    ...(answer?.firstOn === undefined || (answer.firstOn >= askedOn && answer.firstOn <= answer.on) ? [] : [fault('answer.first-on', 'Give a day between the question and the answer that stands.')]),
    ...((answer?.corrected === undefined) === (answer?.firstOn === undefined) ? [] : [fault('answer.corrected', 'An answer that was corrected says what that corrected, and the day of the first answer.')]),
    ...(answer === undefined ? [] : answerFaults(answer.text).map(({ message }) => fault('answer.text', message))),
    ...(answer === undefined ? [] : wrongReceipt(answer, today).map(({ field, message }) => fault(`answer.${field}`, message))),
    ...(answer?.firstEntered === undefined ? [] : answer.firstOn === undefined ? [fault('answer.first-entered', 'This is of the first of two answers. Give its day in first-on, or leave this out.')] : wrongReceipt({ on: answer.firstOn, entered: answer.firstEntered }, today).map(({ field, message }) => fault(`answer.first-${field}`, message))),
    ...(isPast(withdrawnOn) ? [] : [fault('withdrawn-on', 'Give a day between the question and today.')]),
    ...(answer !== undefined && withdrawnOn !== undefined ? [fault('withdrawn-on', 'A question is answered or withdrawn, not both.')] : []),
  ]
}

/** How a question stands that a file tells of: it was put. */
export function standingOf({ answer, answeredBy: by, withdrawnOn }: SaidQuestion): Standing {
  if (withdrawnOn !== undefined) return { state: 'withdrawn', on: withdrawnOn }
  if (answer === undefined) return { state: 'put' }
  return { state: 'answered', by, ...answerKept(answer) }
}

export function aboutOf({ item, record }: SaidQuestion): About {
  if (item !== undefined) return { kind: 'item', date: item.date, item: item.number, title: item.title }
  return { kind: 'record', words: record?.words ?? '', ...(record?.address === undefined || record.address === '' ? {} : { address: record.address }) }
}

/** By which files name a question that was entered here. */
export function referenceOf({ number }: Pick<Question, 'number'>): string {
  return `question-${number ?? 0}`
}

/** A question that was put, as a file has it; undefined of one that was not. */
export function entryOf({ number, body, askedBy, askedOn, about, text, owner, standing }: Question, reference: string | undefined): SaidQuestion | undefined {
  if (owner === undefined || number === undefined) return undefined
  const target = about.kind === 'item' ? { item: { date: about.date, number: about.item, title: about.title } } : { record: { words: about.words, ...given('address', about.address) } }
  return { reference: reference ?? referenceOf({ number }), body, askedBy, askedOn, ...target, question: text, answeredBy: owner.role, due: owner.due, ...answerOf(standing) }
}

function answerOf(standing: Standing): Pick<SaidQuestion, 'answer' | 'withdrawnOn'> {
  if (standing.state === 'withdrawn') return { withdrawnOn: standing.on }
  if (standing.state !== 'answered') return {}
  return { answer: answerKept(standing) }
}

/** What both a file and the record say of an answer. */
function answerKept({ on, text, corrected, firstOn, entered, firstEntered }: NonNullable<SaidQuestion['answer']>) {
  return { on, text, ...given('corrected', corrected), ...given('firstOn', firstOn), ...given('entered', entered), ...given('firstEntered', firstEntered) }
}
