import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { About } from './question.ts'

/** What a member typed. */
export interface TypedQuestion {
  /** `panel/2023-07-07/6`, or empty where it is about a figure or another record. */
  readonly item: string
  readonly body: string
  readonly record: string
  readonly address: string
  readonly question: string
}

export const questionFields = ['item', 'body', 'record', 'address', 'question'] as const satisfies readonly (keyof TypedQuestion)[]

/** An item to which questions may be put. */
export interface OpenItem {
  readonly body: string
  readonly date: LocalDate
  readonly item: number
  readonly title: string
}

export interface ReadQuestion {
  readonly body: string
  readonly about: About
  readonly text: string
}

const longestQuestion = 1500
const longestLine = 300

/** By which the form names an item. */
export function itemKey({ body, date, item }: Omit<OpenItem, 'title'>): string {
  return `${body}/${date}/${item}`
}

/** Reads the form against the open items and the bodies of this member; each fault stands at its field. */
export function readQuestion(typed: TypedQuestion, items: readonly OpenItem[], bodies: ReadonlySet<string>): Outcome<ReadQuestion> {
  const text = cleanText(typed.question).trim()
  const target = typed.item === '' ? readRecord(typed, bodies) : readItem(typed, items)
  const faults: Fault[] = [
    ...(target.ok ? [] : target.refusal.faults),
    ...(text === '' ? [{ field: 'question', message: 'Write the question' }] : []),
    ...(text.length > longestQuestion ? [{ field: 'question', message: 'Shorten the question to 1,500 characters' }] : []),
  ]
  return !target.ok || faults.length > 0 ? refuse('invalid', '', faults) : ok({ ...target.value, text })
}

function readItem(typed: TypedQuestion, items: readonly OpenItem[]): Outcome<Omit<ReadQuestion, 'text'>> {
  const found = items.find((one) => itemKey(one) === typed.item)
  if (found === undefined) return refuse('invalid', '', [{ field: 'item', message: 'Choose an open item of a meeting of your bodies that is not over. What a meeting that is over dealt with is asked of the record: choose no item here, and name it below with its address' }])
  if (typed.record.trim() !== '') return refuse('invalid', '', [{ field: 'record', message: 'Leave this empty, or choose no item: a question is about one thing' }])
  const { body, date, item, title } = found
  return ok({ body, about: { kind: 'item', date, item, title } })
}

function readRecord(typed: TypedQuestion, bodies: ReadonlySet<string>): Outcome<Omit<ReadQuestion, 'text'>> {
  const words = cleanText(typed.record).replaceAll(/\s+/g, ' ').trim()
  const address = typed.address.trim()
  const faults: Fault[] = [
    ...(bodies.has(typed.body) ? [] : [{ field: 'body', message: 'Choose the body for which you ask' }]),
    ...(words === '' ? [{ field: 'record', message: 'Choose an item, or say which figure or record you ask about' }] : []),
    ...(words.length > longestLine ? [{ field: 'record', message: `Shorten this to ${longestLine} characters` }] : []),
    ...(isAddress(address) ? [] : [{ field: 'address', message: 'Give an address of this site that begins with one slash, such as /meetings, or leave this empty' }]),
  ]
  if (faults.length > 0) return refuse('invalid', '', faults)
  return ok({ body: typed.body, about: { kind: 'record', words, ...(address === '' ? {} : { address }) } })
}

/** An address of the public site; nothing else is ever made a link. */
export function isAddress(text: string): boolean {
  return text === '' || (text.length <= longestLine && /^\/(?!\/|staff(\/|$|\?))[\w\-./?=&#%+~]*$/.test(text))
}
