import { parseTypedDay } from '#core/typed-day.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { Step, StepKind } from './action.ts'
import { chainStep } from './chain-step.ts'

/** A step as somebody typed it, by the names of its form's fields; days as people type them. */
export interface TypedStep {
  readonly what: StepKind
  readonly fields: Readonly<Record<string, string>>
}

/** The fields of each step that are days, and those that may stay empty. */
const days = ['on', 'meeting'] as const

/** Reads a step from a form: every field that is missing or cannot be read is a fault of its own. A day to come is refused. */
export function readStep({ what, fields }: TypedStep, today: LocalDate): Outcome<Step> {
  const filled = Object.entries(fields).flatMap(([name, typed]) => {
    const text = cleanText(typed).trim()
    return text === '' && name !== 'on' ? [] : [[name, text] as const]
  })
  const values = Object.fromEntries(filled)
  const faults: Fault[] = []
  for (const name of days) {
    const typed = values[name]
    if (typed === undefined) continue
    const read = typed === '' && name === 'on' ? today : parseTypedDay(typed)
    if (read === undefined) faults.push({ field: name, found: typed, message: 'Give the day as 2023-07-03 or 3 July 2023' })
    else if (read > today) faults.push({ field: name, found: typed, message: 'Give a day that is not to come: this records what has happened' })
    values[name] = read ?? today
  }
  const step = chainStep.safeParse({ ...values, what })
  if (!step.success) for (const { path, message } of step.error.issues) faults.push({ field: String(path[0] ?? 'on'), message: sayAnswer(message) })
  return step.success && faults.length === 0 ? ok(step.data) : refuse('invalid', '', faults)
}

function sayAnswer(message: string): string {
  return message.startsWith('Give the answer as') ? 'Choose whether it is accepted, accepted in part or rejected' : message
}
