import type { z } from 'zod'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { bodyTemplate, type BodyTemplate } from './body-template.ts'
import { rowField, rowsOf, type RowField, type TemplateValues } from './template-values.ts'

/** Reads a template from its form: rows without a title fall away, the others stand in the order of their figures. Refused with a sentence at each field. */
export function readTemplateForm(body: string, typed: TemplateValues, source: string | undefined): Outcome<BodyTemplate> {
  const rows = filledRows(typed)
  const parsed = bodyTemplate.safeParse({ ...plainFields(typed), ...(source === undefined ? {} : { source }), body, standingItems: rows.map((row) => standingItem(typed, row)) })
  if (parsed.success) return ok(parsed.data)
  return refuse('invalid', 'The template was not saved.', parsed.error.issues.map((issue) => faultOfIssue(issue, rows)))
}

function filledRows(typed: TemplateValues): number[] {
  const rows = Array.from({ length: rowsOf(typed) }, (_each, index) => index + 1).filter((row) => cell(typed, row, 'title') !== '')
  const order = (row: number) => (cell(typed, row, 'order') === '' ? Number.POSITIVE_INFINITY : Number(cell(typed, row, 'order')))
  // Sorting keeps rows of the same figure as they stood, and text that is no figure where it was.
  return rows.toSorted((one, other) => order(one) - order(other) || 0)
}

function cell(typed: TemplateValues, row: number, field: RowField): string {
  return typed[rowField(row, field)] ?? ''
}

function standingItem(typed: TemplateValues, row: number): Record<string, unknown> {
  return {
    title: cell(typed, row, 'title'),
    place: cell(typed, row, 'place') === 'closing' ? 'closing' : 'opening',
    ...filled('standing', cell(typed, row, 'standing')),
    ...filled('kind', cell(typed, row, 'kind')),
    ...filled('minutes', cell(typed, row, 'minutes'), Number),
    ...filled('presenter', cell(typed, row, 'presenter')),
    ...filled('note', cell(typed, row, 'note')),
  }
}

function plainFields(typed: TemplateValues): Record<string, unknown> {
  const value = (name: string) => typed[name] ?? ''
  const contact = { ...filled('office', value('contact-office')), ...filled('phone', value('contact-phone')), ...filled('email', value('contact-email')) }
  return {
    frame: value('frame'),
    usual: {
      ...filled('time', value('time')),
      ...filled('minutes', value('minutes'), Number),
      ...filled('venue', value('venue')),
      attendance: value('attendance'),
      webcast: value('webcast') === 'yes' && (value('webcast-address') === '' || value('webcast-address')),
      ...(Object.keys(contact).length === 0 ? {} : { contact }),
      alsoInvited: lines(value('also-invited')),
    },
    days: { draft: figure(value('days-draft')), clearance: figure(value('days-clearance')), despatch: figure(value('days-despatch')) },
    clearances: value('clearances').split(' ').filter((kind) => kind !== ''),
    rooms: lines(value('rooms')),
    ...filled('planningMonths', value('planning-months'), Number),
  }
}

function filled(key: string, value: string, as: (text: string) => unknown = String): Record<string, unknown> {
  return value === '' ? {} : { [key]: as(value) }
}

/** An empty field is not nought. */
function figure(value: string): number {
  return value === '' ? Number.NaN : Number(value)
}

function lines(value: string): string[] {
  return value.split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

const fieldOfPath: Readonly<Record<string, string>> = {
  'usual.time': 'time',
  'usual.minutes': 'minutes',
  'usual.venue': 'venue',
  'usual.attendance': 'attendance',
  'usual.webcast': 'webcast-address',
  'usual.contact.office': 'contact-office',
  'usual.contact.phone': 'contact-phone',
  'usual.contact.email': 'contact-email',
  days: 'days-draft',
  'days.draft': 'days-draft',
  'days.clearance': 'days-clearance',
  'days.despatch': 'days-despatch',
  planningMonths: 'planning-months',
}

const ownWords: Readonly<Record<string, string>> = {
  attendance: 'Choose how people attend',
  frame: 'Choose a frame',
  'contact-email': 'Give an e-mail address, as name@example.org',
  'contact-office': 'Give the office as well',
  'webcast-address': 'Give the whole address of the webcast, beginning with https://',
}

function faultOfIssue(issue: z.core.$ZodIssue, rows: readonly number[]): Fault {
  const [first, second, third] = issue.path
  if (first === 'standingItems' && typeof second === 'number') return { field: rowField(rows[second] ?? 1, String(third) as RowField), message: issue.message }
  const name = String(first)
  const field = fieldOfPath[issue.path.join('.')] ?? (name === 'usual' && second === 'alsoInvited' ? 'also-invited' : name)
  return { field, message: (issue.code === 'custom' ? undefined : ownWords[field]) ?? issue.message }
}
