import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { AgendaItem } from '../../record/meeting.ts'
import type { Asking } from '../speaking-request.ts'

/** What was typed in the public form, word for word. */
export interface TypedAsking {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly behalf: string
  readonly item: string
  readonly statement: string
  readonly needs: string
  /** `yes`, `no`, or empty where neither was chosen. */
  readonly named: string
}

export const askingFields = ['name', 'email', 'phone', 'behalf', 'item', 'statement', 'needs', 'named'] as const satisfies readonly (keyof TypedAsking)[]

/** Three minutes hold about four hundred spoken words; what is asked for here is the short of it. */
export const wordLimit = 300
const longestStatement = 3000

/** A request that can be taken: who asks, and on which item. */
export interface ReadAsking {
  readonly asking: Asking
  readonly item: Pick<AgendaItem, 'number' | 'title'>
}

/** Reads the public form against the items that may be spoken on; every fault is named at its field. */
export function readAsking(typed: TypedAsking, items: readonly AgendaItem[]): Outcome<ReadAsking> {
  const line = (field: 'name' | 'email' | 'phone' | 'behalf') => cleanText(typed[field]).replaceAll(/\s+/g, ' ').trim()
  const [name, email, phone, behalf] = [line('name'), line('email'), line('phone'), line('behalf')]
  const [statement, needs] = [cleanText(typed.statement).trim(), cleanText(typed.needs).trim()]
  const item = items.find(({ number }) => String(number) === typed.item)
  const faults: Fault[] = [
    ...wrong('item', item === undefined && 'Choose the item of the agenda that you wish to speak on'),
    ...wrong('statement', statement === '' && 'Say in short what you wish to say', tooManyWords(statement)),
    ...wrong('name', name === '' && 'Give your name', tooLong(name, 200, 'your name')),
    ...wrong('email', !isEmail(email) && 'Give an e-mail address such as name@example.org, so that we can answer you'),
    ...wrong('phone', phone !== '' && !isPhone(phone) && 'Give a telephone number such as 01632 960001, or leave this empty'),
    ...wrong('behalf', tooLong(behalf, 200, 'the name of the group')),
    ...wrong('needs', tooLong(needs, 1000, 'what you need')),
    ...wrong('named', typed.named !== 'yes' && typed.named !== 'no' && 'Say whether your name may be published'),
  ]
  if (item === undefined || faults.length > 0) return refuse('invalid', '', faults)
  const optional = { ...given('phone', phone || undefined), ...given('onBehalf', behalf || undefined), ...given('needs', needs || undefined) }
  return ok({ item, asking: { name, email, statement, mayBeNamed: typed.named === 'yes', ...optional } })
}

/** Words as the page's own counter counts them: whatever stands between spaces. */
function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

function wrong(field: keyof TypedAsking, ...messages: readonly (string | false)[]): Fault[] {
  const message = messages.find((each) => each !== false)
  return message === undefined ? [] : [{ field, message }]
}

function tooLong(text: string, limit: number, what: string): string | false {
  return text.length > limit && `Shorten ${what} to ${limit} characters`
}

function tooManyWords(text: string): string | false {
  if (text.length > longestStatement && countWords(text) <= wordLimit) return `Shorten what you wish to say to ${longestStatement} characters`
  return countWords(text) > wordLimit && `Shorten what you wish to say to ${wordLimit} words. You have ${countWords(text).toLocaleString('en-GB')}`
}

/** Whether mail can be written to this address; no more than the outbox takes. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && !text.includes('\uFFFD') && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/.test(text)
}

function isPhone(text: string): boolean {
  return text.length <= 50 && (text.match(/\d/g)?.length ?? 0) >= 6 && /^[+\d][\d ()+.\-/a-z]*$/i.test(text)
}
