import { parseTypedDay } from '#core/typed-day.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { Step, StepKind } from './action.ts'
import { chainStep } from './chain-step.ts'
import { readReceipt, receiptFields } from './received.ts'

/** A step as somebody typed it, by the names of its form's fields; days as people type them. */
export interface TypedStep {
  readonly what: StepKind
  readonly fields: Readonly<Record<string, string>>
}

/** What whoever was asked says; everything else is the body's. */
export const answering: readonly StepKind[] = ['answered', 'progress', 'done']

interface Stepping {
  readonly today: LocalDate
  /** An officer enters what whoever was asked said elsewhere: only then may it have an earlier day. */
  readonly isForAnother: boolean
}

/**
 * Reads a step from a form: every field that is missing or cannot be read is a fault of its own. A day to come is refused, and an answer dated back by whoever gives it. What
 * its body says at a meeting has the day of that meeting: it closes at one, and may keep open at one.
 */
export function readStep({ what, fields }: TypedStep, { today, isForAnother }: Stepping): Outcome<Step> {
  const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cleanText(value).trim()]))
  const faults: Fault[] = []
  const values: Record<string, unknown> = Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== '' && !(receiptFields as readonly string[]).includes(name)))
  if (answering.includes(what)) {
    const receipt = readReceipt({ on: typed['on'] ?? '', how: typed['how'] ?? '', why: typed['why'] ?? '' }, { today, isForAnother })
    if (!receipt.ok) faults.push(...receipt.refusal.faults)
    Object.assign(values, receipt.ok ? receipt.value : { on: today })
  } else {
    if (typed['meeting'] !== undefined && typed['meeting'] !== '') values['meeting'] = readDay('meeting', typed['meeting'], today, faults)
    const said = typed['on'] ?? ''
    values['on'] = what === 'closed' || said === '' ? (values['meeting'] ?? today) : readDay('on', said, today, faults)
    if (faults.length === 0 && values['meeting'] !== undefined && values['on'] !== values['meeting']) faults.push({ field: 'on', found: said, message: 'What the body said at a meeting it said on that day. Leave this empty' })
    if (what === 'closed' && values['meeting'] === undefined) faults.push({ field: 'meeting', message: 'Choose the meeting at which the body closed it' })
  }
  const step = chainStep.safeParse({ ...values, what })
  if (!step.success) for (const { path, message } of step.error.issues) faults.push({ field: String(path[0] ?? 'on'), message: sayAnswer(message) })
  return step.success && faults.length === 0 ? ok(step.data) : refuse('invalid', '', faults)
}

/** A day that has come, today where it is left empty; a day in its place where it is at fault. */
function readDay(field: string, typed: string, today: LocalDate, faults: Fault[]): LocalDate {
  const read = typed === '' ? today : parseTypedDay(typed)
  if (read === undefined) faults.push({ field, found: typed, message: 'Give the day as 2023-07-03 or 3 July 2023' })
  else if (read > today) faults.push({ field, found: typed, message: 'Give a day that is not to come: this records what has happened' })
  return read ?? today
}

function sayAnswer(message: string): string {
  return message.startsWith('Give the answer as') ? 'Choose whether it is accepted, accepted in part or rejected' : message
}
