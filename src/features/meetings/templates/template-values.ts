import type { PostedForm } from '#access/staff/posted-form.ts'
import { clearanceKinds, type BodyTemplate, type StandingItem } from './body-template.ts'

/** What stands in each field of the form of a template, by the field's name. */
export type TemplateValues = Readonly<Record<string, string>>

/** The plain fields, with the words by which a comparison names them. */
export const templateFieldNames: Readonly<Record<string, string>> = {
  frame: 'Frame of reports',
  time: 'Usual time',
  minutes: 'Usual length',
  venue: 'Usual place',
  attendance: 'How people attend',
  webcast: 'Webcast',
  'webcast-address': 'Address of the webcast',
  'contact-office': 'Office to contact',
  'contact-phone': 'Telephone',
  'contact-email': 'E-mail',
  'also-invited': 'Also invited',
  'days-draft': 'Days before publication for the draft',
  'days-clearance': 'Days before publication for clearance',
  'days-despatch': 'Days before publication for despatch',
  clearances: 'Clearances',
  rooms: 'Rooms',
  'planning-months': 'Months planned ahead',
}

/** The fields of one standing item; the whole name has its row in it: `item-3-title`. */
export const rowFieldNames = { title: 'title', place: 'place', order: 'order', standing: 'kind of standing item', kind: 'what it is for', minutes: 'minutes', presenter: 'presenter', note: 'note' } as const
export type RowField = keyof typeof rowFieldNames

export function rowField(row: number, field: RowField): string {
  return `item-${row}-${field}`
}

/** A template as its form shows it; the standing items are rows from 1. */
export function valuesOfTemplate(template: BodyTemplate): TemplateValues {
  const { usual, days } = template
  const rows = template.standingItems.flatMap((item, index) => rowValues(item, index + 1))
  return {
    frame: template.frame,
    time: usual.time ?? '',
    minutes: String(usual.minutes),
    venue: usual.venue ?? '',
    attendance: usual.attendance,
    webcast: usual.webcast === false ? 'no' : 'yes',
    'webcast-address': typeof usual.webcast === 'string' ? usual.webcast : '',
    'contact-office': usual.contact?.office ?? '',
    'contact-phone': usual.contact?.phone ?? '',
    'contact-email': usual.contact?.email ?? '',
    'also-invited': usual.alsoInvited.join('\n'),
    'days-draft': String(days.draft),
    'days-clearance': String(days.clearance),
    'days-despatch': String(days.despatch),
    clearances: template.clearances.join(' '),
    rooms: template.rooms.join('\n'),
    'planning-months': String(template.planningMonths),
    ...Object.fromEntries(rows),
  }
}

function rowValues(item: StandingItem, row: number): [string, string][] {
  const values = {
    title: item.title,
    place: item.place,
    order: String(row),
    standing: item.standing ?? '',
    kind: item.kind ?? '',
    minutes: item.minutes?.toString() ?? '',
    presenter: item.presenter ?? '',
    note: item.note ?? '',
  }
  return Object.entries(values).map(([field, value]) => [rowField(row, field as RowField), value])
}

/** The fields as they were typed, the ticked clearances in one. */
export function typedTemplate(form: PostedForm): TemplateValues {
  const rows = form.names().filter((name) => /^item-\d{1,2}-[a-z]+$/.test(name))
  const names = [...Object.keys(templateFieldNames), ...rows]
  const typed = Object.fromEntries(names.map((name) => [name, form.text(name)]))
  return { ...typed, clearances: clearanceKinds.filter((kind) => form.all('clearances').includes(kind)).join(' ') }
}

/** How many rows of standing items the fields hold. */
export function rowsOf(values: TemplateValues): number {
  return Math.max(0, ...Object.keys(values).map((name) => Number(/^item-(\d+)-title$/.exec(name)?.[1] ?? 0)))
}
