import type { z } from 'zod'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { PersonId } from '#access/actor.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { meetingEntry } from '../record/meetings-file.ts'
import type { ItemFacts } from '../work/meeting-in-work.ts'
import { itemFieldNames, type ItemField, type ItemValues } from './item-values.ts'

/** What the form of an item says, checked. */
export interface ItemInput {
  readonly facts: ItemFacts
  readonly author?: PersonId
  readonly needsReport: boolean
}

const itemFacts = meetingEntry.shape.items.unwrap().element.omit({ number: true, report: true, publicVersion: true, appendices: true })

/** The fields as they were typed. */
export function typedValues(form: PostedForm): ItemValues {
  return Object.fromEntries(Object.keys(itemFieldNames).map((field) => [field, form.text(field)])) as { [Field in ItemField]: string }
}

/**
 * Reads an item from its form. What the form does not show of the item (that it is a standing one, that it was withdrawn) stays as it was. Refused with
 * a sentence at each field that cannot be used.
 */
export function readItemForm(typed: ItemValues, before: ItemFacts | undefined, authors: readonly PersonId[]): Outcome<ItemInput> {
  const author = authors.find((person) => person === typed.author)
  const parsed = itemFacts.safeParse({ ...hiddenFacts(before), ...typedFacts(typed) })
  const faults = [...(parsed.success ? [] : parsed.error.issues.map(faultOfIssue)), ...crossFaults(typed, author)]
  if (!parsed.success || faults.length > 0) return refuse('invalid', 'The item was not saved.', inFieldOrder(faults))
  return ok({ facts: parsed.data, ...given('author', author), needsReport: typed.report === 'yes' })
}

type Hidden = Omit<ItemFacts, 'title' | 'kind' | 'presenter' | 'sponsor' | 'timing' | 'note' | 'toFollow' | 'exempt' | 'confidential' | 'lateReason' | 'minutes' | 'draftBy' | 'withheld' | 'subjects'>

function hiddenFacts(before: ItemFacts | undefined): Partial<Hidden> {
  if (before === undefined) return {}
  const {
    title: _title,
    kind: _kind,
    presenter: _presenter,
    sponsor: _sponsor,
    timing: _timing,
    note: _note,
    toFollow: _toFollow,
    exempt: _exempt,
    confidential: _confidential,
    lateReason: _lateReason,
    minutes: _minutes,
    draftBy: _draftBy,
    withheld: _withheld,
    subjects: _subjects,
    ...hidden
  } = before
  return hidden
}

function typedFacts(typed: ItemValues): Record<string, unknown> {
  const isExempt = typed.openness === 'exempt'
  return {
    title: typed.title.replaceAll(/\s+/g, ' '),
    ...filled('kind', typed.kind),
    ...filled('presenter', typed.presenter),
    ...filled('sponsor', typed.sponsor),
    ...filled('note', typed.note),
    ...given('subjects', subjectsOf(typed.subjects)),
    ...(typed.minutes === '' ? {} : { minutes: Number(typed.minutes) }),
    ...(typed.minutes !== '' || (typed.from === '' && typed.to === '') ? {} : { timing: { from: typed.from, to: typed.to } }),
    ...(typed.report === 'yes' ? given('draftBy', parseTypedDay(typed['draft-by'])) : {}),
    toFollow: typed['to-follow'] === 'yes',
    confidential: typed.openness === 'confidential',
    ...(isExempt ? { exempt: { paragraph: Number(typed.paragraph), reason: typed['public-interest'] } } : {}),
    ...(typed.openness === 'open' ? {} : withheldFacts(typed)),
    ...filled('lateReason', typed['late-reason']),
  }
}

function withheldFacts(typed: ItemValues): Record<string, unknown> {
  const withheld = {
    ...filled('publicTitle', typed['public-title']),
    ...filled('decidedBy', typed['decided-by']),
    ...given('decidedOn', parseTypedDay(typed['decided-on'])),
    ...given('reviewOn', parseTypedDay(typed['review-on'])),
  }
  return Object.keys(withheld).length === 0 ? {} : { withheld }
}

/** Each in the form in which records know it: “School transport” is `school-transport`. */
function subjectsOf(typed: string): string[] | undefined {
  const words = typed.split(/[,;\n]/).map((one) => one.normalize('NFKD').toLowerCase().replaceAll(/[’'\p{M}]/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, ''))
  const subjects = [...new Set(words.filter((word) => word !== ''))]
  return subjects.length === 0 ? undefined : subjects
}

function filled(key: string, value: string): Record<string, string> {
  return value === '' ? {} : { [key]: value }
}

const fieldOfPath: Readonly<Record<string, ItemField>> = {
  'timing.from': 'from',
  'timing.to': 'to',
  lateReason: 'late-reason',
  'exempt.paragraph': 'paragraph',
  'exempt.reason': 'public-interest',
  'withheld.publicTitle': 'public-title',
  'withheld.decidedBy': 'decided-by',
}

/** Words for the reader where the schema's own are for whoever writes a file. */
const ownWords: Partial<Readonly<Record<ItemField, string>>> = {
  title: 'Give the item a title',
  minutes: 'Give whole minutes, from 1 to 600',
  paragraph: 'Choose the paragraph of Schedule 12A that is relied on',
  'public-interest': 'Say why the public interest in keeping it exempt outweighs the public interest in disclosing it',
}

function faultOfIssue(issue: z.core.$ZodIssue): Fault {
  const path = issue.path.join('.')
  const field = fieldOfPath[path] ?? path
  const isTooLong = issue.code === 'too_big' && issue.origin === 'string'
  return { field, message: (isTooLong ? undefined : ownWords[field as ItemField]) ?? issue.message }
}

function crossFaults(typed: ItemValues, author: PersonId | undefined): Fault[] {
  const faults: Fault[] = []
  if (typed.author !== '' && author === undefined) faults.push({ field: 'author', message: 'Choose an author from the list: this account can no longer write reports' })
  if (typed.minutes !== '' && (typed.from !== '' || typed.to !== '')) faults.push({ field: 'minutes', message: 'Give minutes or fixed times, not both' })
  if (typed.minutes === '' && typed.from !== '' && typed.to !== '' && typed.to <= typed.from) faults.push({ field: 'to', message: 'Give a time after the one at which it begins' })
  if (typed['draft-by'] !== '' && parseTypedDay(typed['draft-by']) === undefined) faults.push({ field: 'draft-by', found: typed['draft-by'], message: 'Give the day as 14 April 2026, or leave it empty' })
  if (typed.openness !== 'open') faults.push(...dayFaults(typed))
  return faults
}

function dayFaults(typed: ItemValues): Fault[] {
  const faults: Fault[] = []
  for (const field of ['decided-on', 'review-on'] as const) {
    if (typed[field] !== '' && parseTypedDay(typed[field]) === undefined) faults.push({ field, found: typed[field], message: 'Give the day as 14 April 2026, or leave it empty' })
  }
  const [decided, review] = [parseTypedDay(typed['decided-on']), parseTypedDay(typed['review-on'])]
  if (decided !== undefined && review !== undefined && review <= decided) faults.push({ field: 'review-on', message: 'Give a day after the one on which it was decided' })
  return faults
}

/** As they stand in the form, one to a field. */
function inFieldOrder(faults: readonly Fault[]): Fault[] {
  return Object.keys(itemFieldNames).flatMap((field) => faults.find((fault) => fault.field === field) ?? [])
}
