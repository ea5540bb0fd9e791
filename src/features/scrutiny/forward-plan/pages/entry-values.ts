import { slugged } from '../entry/slugged.ts'
import { refuse, ok, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { documentLine, readDocument } from '../entry/plan-document.ts'
import { entryFacts, type EntryFacts, type PlanEntry } from '../entry/plan-entry.ts'
import { typedText } from './deed-page.ts'

/** What stands in the fields of the form, by their names. */
export type EntryValues = Readonly<Record<string, string>>

const names = [
  'matter', 'about', 'maker', 'body', 'maker-name', 'maker-title', 'from', 'to', 'key', 'spend', 'saving', 'divisions', 'key-reason', 'education', 'documents', 'copies-from',
  'other-documents', 'procedure', 'consultees', 'contact', 'lead-member', 'scrutiny', 'subjects', 'private', 'paragraph', 'private-reason', 'change', 'change-reason',
] as const

export function typedEntry(form: PostedForm): EntryValues {
  return Object.fromEntries(names.map((name) => [name, typedText(form, name)]))
}

/** The form of a new entry, with the words that the law asks for in every notice. */
export const usualValues: EntryValues = {
  maker: 'body',
  body: 'cabinet',
  key: 'key',
  private: 'no',
  'other-documents': 'Other documents relevant to this matter may be submitted to the decision-maker.',
  procedure: 'Ask the office named here for details of those documents as they become available.',
}

export function valuesOfEntry(entry: PlanEntry): EntryValues {
  const { decisionMaker: maker, expected, effects = {}, private: held } = entry
  return {
    matter: entry.matter,
    about: entry.about ?? '',
    maker: maker.kind,
    body: maker.body ?? '',
    'maker-name': maker.kind === 'body' ? '' : (maker.name ?? ''),
    'maker-title': maker.title ?? '',
    from: expected.from,
    to: expected.to ?? '',
    key: entry.key,
    spend: String(effects.spend ?? ''),
    saving: String(effects.saving ?? ''),
    divisions: String(effects.divisions ?? ''),
    'key-reason': entry.keyReason ?? '',
    education: entry.isEducation === true ? 'yes' : '',
    documents: entry.documents.map(documentLine).join('\n'),
    'copies-from': entry.copiesFrom ?? '',
    'other-documents': entry.otherDocuments ?? '',
    procedure: entry.procedure ?? '',
    consultees: entry.consultees.join('\n'),
    contact: entry.contact ?? '',
    'lead-member': entry.leadMember ?? '',
    scrutiny: entry.scrutiny ?? '',
    subjects: entry.subjects.join(', '),
    private: held?.part ?? 'no',
    paragraph: String(held?.paragraph ?? ''),
    'private-reason': held?.reason ?? '',
  }
}

/** Where a fault of the schema is put right in the form. */
const fieldOf: Readonly<Record<string, string>> = {
  reference: 'matter',
  'decisionMaker.kind': 'maker',
  'decisionMaker.body': 'body',
  'decisionMaker.name': 'maker-name',
  'decisionMaker.title': 'maker-title',
  'expected.from': 'from',
  'expected.to': 'to',
  'effects.spend': 'spend',
  'effects.saving': 'saving',
  'effects.divisions': 'divisions',
  keyReason: 'key-reason',
  copiesFrom: 'copies-from',
  otherDocuments: 'other-documents',
  leadMember: 'lead-member',
  'private.part': 'private',
  'private.paragraph': 'paragraph',
  'private.reason': 'private-reason',
}

/** Reads the form; each fault lands at its field. */
export function readEntry(values: EntryValues, reference?: string): Outcome<EntryFacts> {
  const typed = (name: (typeof names)[number]) => values[name] ?? ''
  const faults = [...dayFaults(typed('from'), typed('to')), ...numberFaults(values), ...makerFaults(values)]
  const read = entryFacts.safeParse(filled({
    reference: reference ?? slugged(typed('matter')),
    matter: typed('matter'),
    about: typed('about'),
    decisionMaker: filled({ kind: typed('maker'), body: typed('maker') === 'body' ? typed('body') : '', name: typed('maker') === 'body' ? '' : typed('maker-name'), title: typed('maker') === 'body' ? '' : typed('maker-title') }),
    expected: filled({ from: parseTypedDay(typed('from')), to: parseTypedDay(typed('to')) }),
    key: typed('key'),
    effects: effectsOf(values),
    keyReason: typed('key-reason'),
    isEducation: typed('education') === 'yes' ? true : undefined,
    documents: linesOf(typed('documents')).map(readDocument),
    copiesFrom: typed('copies-from'),
    otherDocuments: typed('other-documents'),
    procedure: typed('procedure'),
    consultees: linesOf(typed('consultees')),
    contact: typed('contact'),
    leadMember: typed('lead-member'),
    scrutiny: typed('scrutiny'),
    subjects: typed('subjects').split(/[\s,;]+/).filter((word) => word !== ''),
    private: typed('private') === 'no' ? undefined : { part: typed('private'), reason: typed('private-reason'), ...(typed('paragraph') === '' ? {} : { paragraph: Number(typed('paragraph')) }) },
  }))
  if (read.success && faults.length === 0) return ok(read.data)
  const found = read.success ? [] : read.error.issues.map(({ path, message }): Fault => ({ field: fieldOf[path.join('.')] ?? String(path[0] ?? 'matter'), message: path.join('.') === 'reference' ? 'Give the matter in letters or figures' : message }))
  const all = [...faults, ...found]
  return refuse('invalid', '', all.filter(({ field }, index) => all.findIndex((other) => other.field === field) === index))
}

/** A record without what was left empty. */
function filled(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== ''))
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

const sums = ['spend', 'saving', 'divisions'] as const

function effectsOf(values: EntryValues): Record<string, number> | undefined {
  const given = sums.flatMap((name): [string, number][] => (/^[£\d,\s]+$/.test(values[name] ?? '') && numberOf(values[name]) !== undefined ? [[name, numberOf(values[name]) ?? 0]] : []))
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

/** "£1,250,000" as a number; undefined for anything else, and for more than any council spends. */
function numberOf(typed = ''): number | undefined {
  const digits = typed.replaceAll(/[£,\s]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

function numberFaults(values: EntryValues): Fault[] {
  const numbers = sums.flatMap((name) => ((values[name] ?? '') !== '' && numberOf(values[name]) === undefined ? [{ field: name, message: 'Give a whole number, such as 1,250,000' }] : []))
  const paragraph = values['paragraph'] ?? ''
  return [...numbers, ...(paragraph !== '' && !/^[1-7]$/.test(paragraph) ? [{ field: 'paragraph', message: 'Give a number from 1 to 7' }] : [])]
}

function dayFaults(from: string, to: string): Fault[] {
  return [
    ...(parseTypedDay(from) === undefined ? [{ field: 'from', message: 'Give the day, or the first day of the period, as 14 April 2026' }] : []),
    ...(to !== '' && parseTypedDay(to) === undefined ? [{ field: 'to', message: 'Give the last day of the period as 14 April 2026, or leave it out' }] : []),
  ]
}

function makerFaults(values: EntryValues): Fault[] {
  return values['maker'] === 'body' || (values['maker-title'] ?? '') !== '' ? [] : [{ field: 'maker-title', message: 'Give the post of the member or officer who decides' }]
}
