import { z } from 'zod'
import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { day, words } from '#platform/files/fields.ts'

/** Of what was received on an earlier day than it was entered: the day on which it was entered, how it came, and why it was not entered then. */
export const entered = z.strictObject({ on: day, how: words('how it was received'), why: words('why it is entered only now') })

type Entered = z.output<typeof entered>

/** The day of an answer: the one on which it was received, at which every clock stops. */
export interface Receipt {
  readonly on: LocalDate
  readonly entered?: Entered | undefined
}

/** The fields of a form that say when something was received; the day empty where it is today. */
export const receiptFields = ['on', 'how', 'why'] as const
export type TypedReceipt = Readonly<Record<(typeof receiptFields)[number], string>>

const receivedNow: TypedReceipt = { on: '', how: '', why: '' }

export interface Receiving {
  readonly today: LocalDate
  /** An officer enters it for whoever answered; whoever answers here does so today. */
  readonly isForAnother: boolean
  /** The day on which it was asked, or answered before: nothing is received earlier. */
  readonly notBefore?: LocalDate
}

/**
 * Reads when an answer was received. What is answered here has the day on which it is, so that nobody who is late dates it back; only an officer who enters what another sent
 * gives an earlier day, with how it came and why it was not entered then.
 */
export function readReceipt(given: TypedReceipt | undefined, { today, isForAnother, notBefore }: Receiving): Outcome<Receipt> {
  const typed = given ?? receivedNow
  const text = cleanText(typed.on).trim()
  const on = text === '' ? today : parseTypedDay(text)
  const atDay = (message: string): Fault[] => [{ field: 'on', found: text, message }]
  if (on === undefined) return refuse('invalid', '', atDay('Give the day as 2023-07-03 or 3 July 2023'))
  if (on > today) return refuse('invalid', '', atDay('Give a day that is not to come: this records what has happened'))
  if (notBefore !== undefined && on < notBefore) return refuse('invalid', '', atDay(`Give a day that is not before ${formatDate(notBefore)}, when it was asked or answered before`))
  if (on === today) return ok({ on })
  if (!isForAnother) return refuse('invalid', '', atDay('What you answer here has the day of today. Where you answered earlier in another way, ask an officer to enter it with the day on which it was received'))
  const said = entered.safeParse({ on: today, how: cleanText(typed.how).trim(), why: cleanText(typed.why).trim() })
  if (said.success) return ok({ on, entered: said.data })
  return refuse('invalid', '', said.error.issues.map(({ path, message }) => ({ field: String(path[0]), message: `${message}: the day is before today` })))
}

/** The day from which on it could be read: that of its receipt, or the later one on which it was entered. */
export function knownOn({ on, entered: late }: Receipt): LocalDate {
  return late !== undefined && late.on > on ? late.on : on
}

/** What is wrong with a receipt in a file, by its field. */
export function wrongReceipt({ on, entered: late }: Receipt, today: LocalDate): { readonly field: string; readonly found: string; readonly message: string }[] {
  if (late === undefined || (late.on > on && late.on <= today)) return []
  return [{ field: 'entered.on', found: late.on, message: 'Give the day on which it was entered: after the one on which it was received, and not to come' }]
}
