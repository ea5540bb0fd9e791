import { createHash } from 'node:crypto'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { monthInWords } from '../model/when-words.ts'
import { entryShape, type Entry, type Frequency, type When } from '../model/work-programme.ts'

/** The fields of the form of an entry, with the words by which a comparison names them. */
export const entryFieldNames = {
  issue: 'Issue',
  subject: 'Subject',
  kind: 'What kind of entry it is',
  meeting: 'Meeting',
  month: 'Month',
  'to-month': 'Last month',
  'in-words': 'Said as',
  frequency: 'How often it comes',
  months: 'Months',
  'origin-who': 'Who asked for it',
  'origin-when': 'When they asked',
  'origin-words': 'What they said',
  'chosen-who': 'Who chose it',
  'chosen-why': 'Why it was chosen',
  'follow-up': 'Follow-up',
  lead: 'Lead',
  officer: 'Officer',
  reported: 'Reported before this record',
} as const

export type EntryField = keyof typeof entryFieldNames
export type EntryValues = { readonly [Field in EntryField]: string }

/** The fields as they were typed; ticked months by spaces. */
export function typedEntry(form: PostedForm): EntryValues {
  const values = Object.fromEntries(Object.keys(entryFieldNames).map((field) => [field, form.text(field)])) as { [Field in EntryField]: string }
  return { ...values, months: form.all('months').join(' ') }
}

/** A new entry as its form begins. */
export function newEntryValues(begun: Partial<EntryValues> = {}): EntryValues {
  const empty = Object.fromEntries(Object.keys(entryFieldNames).map((field) => [field, ''])) as { [Field in EntryField]: string }
  return { ...empty, kind: 'dated', frequency: 'every-meeting', ...begun }
}

/** An entry as its form shows it. */
export function valuesOfEntry(entry: Entry): EntryValues {
  const { origin, chosen } = entry
  return {
    ...newEntryValues(),
    issue: entry.issue,
    subject: entry.subject ?? '',
    kind: entry.kind,
    ...(entry.kind === 'standing' ? frequencyValues(entry.frequency) : whenValues(entry.when)),
    'origin-who': origin?.who ?? '',
    'origin-when': origin?.when ?? '',
    'origin-words': origin?.words ?? '',
    'chosen-who': chosen?.who ?? '',
    'chosen-why': chosen?.why ?? '',
    'follow-up': entry.followUp ?? '',
    lead: entry.lead ?? '',
    officer: entry.officer ?? '',
    reported: (entry.statedReports ?? []).map(({ on, body }) => (body === undefined ? on : `${on} ${body}`)).join('\n'),
  }
}

function whenValues(when: When): Partial<EntryValues> {
  if (typeof when === 'string' || 'returnedFrom' in when) return {}
  if ('meeting' in when) return { meeting: when.meeting }
  if ('month' in when) return { month: monthInWords(when.month) }
  return { month: monthInWords(when.from), 'to-month': monthInWords(when.to), 'in-words': when.inWords ?? '' }
}

function frequencyValues(frequency: Frequency): Partial<EntryValues> {
  if (typeof frequency === 'string') return { frequency }
  return 'inMonths' in frequency ? { frequency: 'in-months', months: frequency.inMonths.join(' ') } : { frequency: 'once-a-year-in', months: frequency.onceAYearIn.join(' ') }
}

/** Stands for what an entry says, so that a form can tell whether somebody else changed it meanwhile. */
export function entryMark(entry: Entry): string {
  return markOf(entryShape.parse(entry))
}

/** A short mark of what something says. */
export function markOf(said: object): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)
}
