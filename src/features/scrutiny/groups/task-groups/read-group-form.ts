import { parseTypedDay } from '#core/typed-day.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { taskGroup, type Seat, type TaskGroup } from './task-group.ts'

/** What was typed of a group's facts, word for word. */
export const factFields = ['title', 'body', 'commissioned-by', 'commissioned-date', 'commissioned-item', 'terms', 'lead', 'members', 'starts', 'ends'] as const
export type TypedFacts = Readonly<Record<(typeof factFields)[number], string>>

export function typedFacts(form: PostedForm): TypedFacts {
  return Object.fromEntries(factFields.map((field) => [field, form.text(field)])) as TypedFacts
}

/** A group's facts as its form shows them. */
export function valuesOfGroup(group: TaskGroup): TypedFacts {
  const { commissioned } = group
  return {
    title: group.title,
    body: group.body ?? '',
    'commissioned-by': group.commissionedBy,
    'commissioned-date': commissioned?.date ?? '',
    'commissioned-item': commissioned?.item === undefined ? '' : String(commissioned.item),
    terms: group.terms.join('\n'),
    lead: group.lead === undefined ? '' : seatLine(group.lead),
    members: group.members.map(seatLine).join('\n'),
    starts: group.starts ?? '',
    ends: group.ends ?? '',
  }
}

export const noFacts = Object.fromEntries(factFields.map((field) => [field, ''])) as TypedFacts

/** A group from its form, over what is kept of it; every fault at its field. The bodies that it names must be known. */
export function readGroupForm(typed: TypedFacts, kept: Pick<TaskGroup, 'slug' | 'standing'> & Partial<TaskGroup>, bodies: ReadonlyMap<string, string>): Outcome<TaskGroup> {
  const { lead: _lead, commissioned: _commissioned, starts: _starts, ends: _ends, body: _body, ...rest } = kept
  const commissioned = typed['commissioned-date'] === '' && typed['commissioned-item'] === '' ? {} : { commissioned: { date: dayOf(typed['commissioned-date']), ...filled('item', typed['commissioned-item'], Number) } }
  const parsed = taskGroup.safeParse({
    ...rest,
    title: line(typed.title),
    ...filled('body', typed.body),
    commissionedBy: typed['commissioned-by'],
    ...commissioned,
    terms: linesOf(typed.terms),
    ...filled('lead', typed.lead, seatOf),
    members: linesOf(typed.members).map(seatOf),
    ...filled('starts', typed.starts, dayOf),
    ...filled('ends', typed.ends, dayOf),
  })
  const faults: Fault[] = (parsed.error?.issues ?? []).map(({ path, message }) => ({ field: fieldOf(path), message: ownWords[fieldOf(path)] ?? message }))
  if (!bodies.has(typed['commissioned-by'])) faults.unshift({ field: 'commissioned-by', message: 'Choose the body that commissions the group' })
  if (typed.body !== '' && !bodies.has(typed.body)) faults.push({ field: 'body', message: 'Choose a body of the list, or none' })
  return parsed.success && faults.length === 0 ? ok(parsed.data) : refuse('invalid', 'The group was not saved.', onePerField(faults))
}

const ownWords: Readonly<Record<string, string>> = { title: 'Give the group a title', 'commissioned-item': 'Give the number of the item, or leave this empty' }

/** The field of the form for a field of the record: `members[2].name` is typed in `members`. */
export function formFieldOf(recordField: string): string {
  return fieldOf(recordField.split(/[.[]/))
}

function fieldOf([first, second]: readonly PropertyKey[]): string {
  if (first === 'commissioned') return second === 'item' ? 'commissioned-item' : 'commissioned-date'
  return first === 'commissionedBy' ? 'commissioned-by' : first === 'slug' ? 'title' : String(first)
}

/** The first fault of each field. */
export function onePerField(faults: readonly Fault[]): Fault[] {
  return faults.filter(({ field }, index) => faults.findIndex((other) => other.field === field) === index)
}

/** `Cllr Anwar Siddique, vice-chairman of the board`: the name, and behind the first comma what they sit for. */
function seatOf(typed: string): Seat {
  const [name = '', ...rest] = line(typed).split(',')
  const seat = rest.join(',').trim()
  return seat === '' ? { name: name.trim() } : { name: name.trim(), seat }
}

export function seatLine({ name, seat }: Seat): string {
  return seat === undefined ? name : `${name}, ${seat}`
}

/** The day that was meant, or else what was typed, for the schema to refuse. */
export function dayOf(typed: string): string {
  return parseTypedDay(typed) ?? typed
}

function line(typed: string): string {
  return cleanText(typed).replaceAll(/\s+/g, ' ').trim()
}

function linesOf(typed: string): string[] {
  return cleanText(typed).split('\n').map(line).filter((one) => one !== '')
}

function filled(key: string, value: string, as?: (typed: string) => unknown): Record<string, unknown> {
  return value === '' ? {} : { [key]: as === undefined ? value : as(value) }
}

/** The part of an address that a title makes; empty where it holds neither letter nor figure. */
export function slugOfTitle(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.replaceAll(/[’']/g, '').replaceAll(/[^a-z0-9]+/g, '-').slice(0, 80).replaceAll(/^-+|-+$/g, '')
}
