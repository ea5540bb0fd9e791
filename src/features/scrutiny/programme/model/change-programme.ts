import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { scoreInWords, type Scores } from './criteria.ts'
import type { Changed } from './changed.ts'
import { frequencyInWords, whenInWords } from './when-words.ts'
import type { Entry, EntrySlug, TimedEntry, When, WorkProgramme } from './work-programme.ts'

export const noEntry = refuse('not-found', 'The programme has no such entry. It may be in the programme of another year.')

/** The entry of this address word. */
export function entryOf(programme: WorkProgramme, slug: EntrySlug | string | undefined): Entry | undefined {
  return programme.entries.find((entry) => entry.slug === slug)
}

/** Adds an entry behind those that are there. */
export function addEntry(programme: WorkProgramme, entry: Entry, why?: string): Changed {
  return { programme: { ...programme, entries: [...programme.entries, entry] }, changes: [{ entry: entry.slug, what: addedInWords(entry), record: entry, ...(why === undefined ? {} : { why }) }] }
}

/** Puts an entry in place of what it was, for a reason where one is given. */
export function replaceEntry(programme: WorkProgramme, entry: Entry, what: string, why?: string): Changed {
  const entries = programme.entries.map((one) => (one.slug === entry.slug ? entry : one))
  return { programme: { ...programme, entries }, changes: [{ entry: entry.slug, what, record: entry, ...(why === undefined || why === '' ? {} : { why }) }] }
}

/** Gives an entry its place in the year; a possible future item becomes a dated one. */
export function placeEntry(programme: WorkProgramme, entry: TimedEntry, when: When): Changed {
  const kind = when === 'to-be-confirmed' ? entry.kind : 'dated'
  const placed: Entry = { ...entry, kind, when }
  const came = typeof entry.when !== 'string' && 'returnedFrom' in entry.when ? `; it was to come on ${formatDate(entry.when.returnedFrom)}` : ''
  return replaceEntry(programme, placed, `Placed: ${whenInWords(when)}${came}`)
}

export function scoreEntry(programme: WorkProgramme, entry: Entry, scores: Scores): Changed {
  return replaceEntry(programme, { ...entry, scores }, `Held against the criteria: ${scoreInWords(scores)}`)
}

/** An entry that is taken out stays in sight with the reason. */
export function takeOutEntry(programme: WorkProgramme, entry: Entry, out: { readonly on: LocalDate; readonly who: string; readonly reason: string }): Changed {
  return replaceEntry(programme, { ...entry, takenOut: out }, 'Taken out', out.reason)
}

export function putBackEntry(programme: WorkProgramme, entry: Entry): Changed {
  const { takenOut: _out, ...back } = entry
  return replaceEntry(programme, back, 'Put back')
}

/** Where an entry stands among all, from 0. */
export function placeOf({ entries }: Pick<WorkProgramme, 'entries'>, { slug }: Pick<Entry, 'slug'>): number {
  return entries.findIndex((one) => one.slug === slug)
}

/** Moves an entry before or behind the next of its kind; refused where it is the first or the last already. */
export function moveEntry(programme: WorkProgramme, entry: Entry, direction: 'up' | 'down'): Outcome<Changed> {
  const { entries } = programme
  const at = placeOf(programme, entry)
  const isNext = (one: Entry) => one.kind === entry.kind && one.takenOut === undefined
  const other = direction === 'up' ? entries.findLastIndex((one, index) => index < at && isNext(one)) : entries.findIndex((one, index) => index > at && isNext(one))
  const neighbour = entries[other]
  if (neighbour === undefined) return refuse('not-now', direction === 'up' ? 'It is the first of its kind already.' : 'It is the last of its kind already.')
  const moved = entries.map((one, index) => (index === at ? neighbour : index === other ? entry : one))
  return ok({ programme: { ...programme, entries: moved }, changes: [{ entry: entry.slug, what: direction === 'up' ? `Moved before “${neighbour.issue}”` : `Moved behind “${neighbour.issue}”`, record: entry }] })
}

/** "Added: standing item, each meeting" */
export function addedInWords(entry: Entry): string {
  if (entry.kind === 'standing') return `Added: standing item, ${frequencyInWords(entry.frequency).toLowerCase()}`
  return `Added: ${entry.kind === 'possible' ? `possible future item, ${whenInWords(entry.when).toLowerCase()}` : whenInWords(entry.when)}`
}

const fieldWords: Readonly<Partial<Record<string, string>>> = {
  issue: 'issue',
  subject: 'subject',
  kind: 'kind',
  when: 'when it comes',
  frequency: 'how often it comes',
  origin: 'origin',
  chosen: 'who chose it and why',
  followUp: 'follow-up',
  lead: 'lead',
  officer: 'officer',
  scores: 'how it stands against the criteria',
  statedReports: 'days stated as reported',
  takenOut: 'whether it is taken out',
}

const headWords: Readonly<Record<string, string>> = {
  from: 'first day',
  to: 'last day',
  focus: 'focus',
  remit: 'remit',
  leads: 'who leads',
  recommended: 'by whom it was recommended',
  agreed: 'by whom it was agreed',
  agreementNote: 'the note on its agreement',
  source: 'source',
}

/** "Changed: issue, follow-up"; undefined where nothing is different. */
export function differenceInWords(before: Entry, after: Entry): string | undefined {
  return changedFields(fieldWords, before, after)
}

/** The same of what stands above the entries. */
export function headDifference(before: WorkProgramme, after: WorkProgramme): string | undefined {
  return changedFields(headWords, before, after)
}

function changedFields(names: Readonly<Partial<Record<string, string>>>, before: object, after: object): string | undefined {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const changed = Object.entries(names).filter(([field]) => JSON.stringify(was.get(field)) !== JSON.stringify(is.get(field)))
  return changed.length === 0 ? undefined : `Changed: ${changed.map(([, words]) => words).join(', ')}`
}
