import type { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { consideredAt, turned, type Turn } from './stages.ts'
import { taskGroup, type Recommendation, type TaskGroup } from './task-group.ts'
import { dayOf } from './read-group-form.ts'

/** What one of the forms of a group's page makes of the group. */
export type GroupChange = (group: TaskGroup) => Outcome<TaskGroup>

/** Adds a meeting or a visit, in the order of days. */
export function sessionAdded(form: PostedForm): GroupChange {
  return (group) => {
    const session = { date: dayOf(form.text('session-date')), kind: form.text('session-kind'), about: typed(form, 'session-about') }
    return checked({ ...group, sessions: byDay([...group.sessions, session]) }, 'session-', session)
  }
}

/** Adds a piece of evidence, in the order of days. */
export function evidenceAdded(form: PostedForm): GroupChange {
  return (group) => {
    const link = form.text('evidence-link')
    const piece = { date: dayOf(form.text('evidence-date')), from: typed(form, 'evidence-from'), what: typed(form, 'evidence-what'), ...(link === '' ? {} : { link }) }
    return checked({ ...group, evidence: byDay([...group.evidence, piece]) }, 'evidence-', piece)
  }
}

/** Takes a meeting or a piece of evidence out again; the editions that had it keep it. */
export function takenOut(list: 'sessions' | 'evidence', index: number): GroupChange {
  return (group) => (index < group[list].length ? ok({ ...group, [list]: group[list].filter((_one, at) => at !== index) }) : refuse('not-found', 'This is taken out already.'))
}

/** Adds what somebody says to the draft. */
export function commentAdded(form: PostedForm, on: LocalDate): GroupChange {
  return (group) => {
    const { standing } = group
    if (standing.stage !== 'draft') return refuse('not-now', 'This group has no draft report that could be commented on.')
    const comment = { on, by: typed(form, 'comment-by'), says: typed(form, 'comment-says') }
    return checked({ ...group, standing: { ...standing, draft: { ...standing.draft, comments: [...standing.draft.comments, comment] } } }, 'comment-', comment)
  }
}

/** How many recommendations one form takes. */
export const mostRecommendations = 12

/** Against what the words of a form are read. */
export interface Known {
  readonly bodies: ReadonlyMap<string, string>
  readonly today: LocalDate
  /** The meetings of the body that set the group up that were held since its report. */
  readonly met: readonly LocalDate[]
  /** The item at which its report stands on the agenda of the meeting that was chosen. */
  readonly item?: number | undefined
}

/** The step that a form asks for; its faults stand at its fields. A body named in full is the one that answers. */
export function stepTaken(form: PostedForm, known: Known): GroupChange {
  return (group) => {
    const read = readTurn(form, known)
    return read.ok ? turned(group, read.value, known.today) : read
  }
}

/** What the body made of the report at a meeting that is recorded as held; a recommendation that is not ticked it did not agree. Where no item is typed it is that of the report. */
export function considerationIn(form: PostedForm, { met, item: reported, today }: Known): GroupChange {
  return (group) => {
    const date = met.find((day) => day === form.text('considered-on'))
    const item = itemIn(form, 'considered-at')
    const faults = item === undefined ? [wrongItem('considered-at')] : []
    if (date === undefined) faults.unshift({ field: 'considered-on', message: 'Choose the meeting that considered the report' })
    if (date === undefined || item === undefined) return refuse('invalid', '', faults)
    const agreed = new Set(form.all('agreed'))
    const recommendations = group.standing.stage === 'final' ? group.standing.recommendations : []
    const notAgreed = recommendations.flatMap((_one, index) => (agreed.has(String(index + 1)) ? [] : [index + 1]))
    return consideredAt(group, { date, ...given('item', item === '' ? reported : item), notAgreed }, today)
  }
}

/** The number of an item: empty where none is typed, undefined where it is none. */
function itemIn(form: PostedForm, field: string): number | '' | undefined {
  const typed = form.text(field)
  return typed === '' ? '' : /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : undefined
}

function wrongItem(field: string): Fault {
  return { field, message: 'Give the number of the item, or leave this empty' }
}

function readTurn(form: PostedForm, known: Known): Outcome<Turn> {
  const to = form.text('to')
  if (to === 'gathering' || to === 'resumed') return ok({ to })
  const on = parseTypedDay(form.text(`${to}-on`))
  const faults: Fault[] = on === undefined ? [{ field: `${to}-on`, message: 'Give the day, as 2023-07-07 or 7 July 2023' }] : []
  if (to === 'commissioned') return commissioned(form, on, faults)
  const says = typed(form, `${to}-says`)
  const wanted = saysWanted.get(to)
  if (wanted === undefined) return refuse('invalid', 'Choose what happens with the group.')
  if (says === '') faults.push({ field: `${to}-says`, message: wanted })
  if (says.length > 4000) faults.push({ field: `${to}-says`, message: 'Shorten this to 4000 characters' })
  const recommendations = to === 'final' ? readRecommendations(form, known, faults) : []
  if (on === undefined || faults.length > 0) return refuse('invalid', '', faults)
  if (to === 'draft') return ok({ to, on, says })
  return ok(to === 'final' ? { to, on, says, recommendations } : { to: to === 'paused' ? 'paused' : 'ended', on, reason: says })
}

const saysWanted: ReadonlyMap<string, string> = new Map([
  ['draft', 'Say in short what the draft finds'],
  ['final', 'Say in short what the report finds'],
  ['paused', 'Say why it is paused'],
  ['ended', 'Say why it ends without a report'],
])

function commissioned(form: PostedForm, date: LocalDate | undefined, faults: readonly Fault[]): Outcome<Turn> {
  const item = itemIn(form, 'commissioned-at')
  const all = [...faults, ...(item === undefined ? [wrongItem('commissioned-at')] : [])]
  return date === undefined || item === undefined || all.length > 0 ? refuse('invalid', '', all) : ok({ to: 'commissioned', date, ...(item === '' ? {} : { item }) })
}

/** The field of a form of the group's page at which a fault of the record stands: what is added, or the step that is taken. */
export function stepFieldOf(form: PostedForm): (recordField: string) => string {
  return (recordField) => {
    const last = recordField.split('.').at(-1) ?? ''
    const [, recommendation] = /^standing\.recommendations\[(\d+)\]/.exec(recordField) ?? []
    if (recommendation !== undefined) return `to-${filledRows(form)[Number(recommendation) - 1] ?? 1}`
    if (recordField.startsWith('standing.considered.')) return last === 'item' ? 'considered-at' : 'considered-on'
    if (recordField.startsWith('commissioned.')) return last === 'item' ? 'commissioned-at' : 'commissioned-on'
    return recordField.startsWith('evidence') ? `evidence-${last}` : recordField.startsWith('standing.draft.comments') ? `comment-${last}` : `${form.text('to')}-on`
  }
}

/** The rows of recommendations in which something is typed. */
function filledRows(form: PostedForm): number[] {
  return Array.from({ length: mostRecommendations }, (_each, index) => index + 1).filter((row) => typed(form, `says-${row}`) !== '' || typed(form, `to-${row}`) !== '')
}

function readRecommendations(form: PostedForm, { bodies }: Known, faults: Fault[]): Recommendation[] {
  const slugs = new Map([...bodies].map(([slug, name]) => [name.toLowerCase(), slug]))
  return filledRows(form).map((row) => {
    const [says, to] = [typed(form, `says-${row}`), typed(form, `to-${row}`)]
    if (says === '' || says.length > 4000) faults.push({ field: `says-${row}`, message: says === '' ? `Say what recommendation ${row} asks for` : 'Shorten this to 4000 characters' })
    if (to === '' || to.length > 300) faults.push({ field: `to-${row}`, message: to === '' ? `Say who is to answer recommendation ${row}` : 'Shorten this to 300 characters' })
    const body = slugs.get(to.toLowerCase())
    return { says, to, ...(body === undefined ? {} : { body }) }
  })
}

function typed(form: PostedForm, field: string): string {
  return cleanText(form.text(field)).trim()
}

function byDay<Dated extends { readonly date: string }>(list: readonly Dated[]): Dated[] {
  return list.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

/** The group with what was added, checked by its own schema: each fault of what was added stands at the field of its form. */
function checked(group: unknown, prefix: string, added: object): Outcome<TaskGroup> {
  const parsed = taskGroup.safeParse(group)
  if (parsed.success) return ok(parsed.data)
  const faults = parsed.error.issues.map((issue) => faultOf(issue, prefix, added))
  return refuse('invalid', '', faults.filter(({ field }, index) => faults.findIndex((other) => other.field === field) === index))
}

function faultOf({ path, message }: z.core.$ZodIssue, prefix: string, added: object): Fault {
  const last = String(path.at(-1))
  return last in added ? { field: `${prefix}${last}`, message: last === 'kind' ? 'Say whether it is a meeting or a visit' : message } : { message }
}
