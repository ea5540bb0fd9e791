import type { BodyKind } from '#features/bodies'
import type { Duty } from './action.ts'

/** On whom a scrutiny report is served, in the order in which they are offered, and what may bind them. */
export const dutiesOf: Readonly<Partial<Record<BodyKind, readonly Duty[]>>> = {
  cabinet: ['executive-response'],
  council: ['executive-response'],
  'partner-body': ['health-scrutiny-response', 'partner-regard'],
}

/** What binds whoever is served, as an officer chooses it. */
export const dutyWords: Readonly<Record<Duty, readonly [text: string, hint: string]>> = {
  'executive-response': ['The council or its executive', 'It answers each recommendation within two months: Local Government Act 2000, section 9FE'],
  'health-scrutiny-response': ['A health body that is asked for a response', 'It answers in writing within 28 days: SI 2013/218, regulation 22'],
  'partner-regard': ['Another partner authority', 'It must have regard to the report, and no day is set: Local Government Act 2000, section 9FF'],
}

/** Reads what binds a body of this kind; where only one duty can, it need not be chosen. Undefined where another, or none, was chosen. */
export function dutyChosen(kind: BodyKind, typed: string): Duty | undefined {
  const duties = dutiesOf[kind] ?? []
  return typed === '' && duties.length === 1 ? duties[0] : duties.find((duty) => duty === typed)
}

/** Whether whoever is of this kind can be bound so. */
export function isDutyOf(kind: BodyKind, duty: Duty): boolean {
  return dutiesOf[kind]?.includes(duty) === true
}

/** Why it cannot, with what can. */
export function dutyFault(kind: BodyKind): string {
  const duties = dutiesOf[kind] ?? []
  if (duties.length === 0) return 'A report is served on the council, its executive or a partner body. Leave the step out, or name the body that was served.'
  return duties.includes('executive-response') ? 'The council and its executive have two months. Leave this out.' : `Only the council and its executive have two months. Give ${duties.join(' or ')}.`
}

/** The heading of the step with which a report is served. */
export const servedTitles: Readonly<Record<Duty, string>> = {
  'executive-response': 'Served on the executive by written notice',
  'health-scrutiny-response': 'Sent to a health body with a request to answer',
  'partner-regard': 'Served on a partner authority by written notice',
}
