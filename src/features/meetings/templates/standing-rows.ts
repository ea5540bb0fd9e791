import type { Refusal } from '#core/outcome.ts'
import { details } from '#platform/pages/components/details.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { rowField, rowFieldNames, rowsOf, type RowField, type TemplateValues } from './template-values.ts'

interface RowsOptions {
  readonly values: TemplateValues
  readonly refusal: Refusal | undefined
}

const spareRows = 3

const choices: Readonly<Record<'place' | 'standing' | 'kind', readonly { readonly value: string; readonly text: string }[]>> = {
  place: [
    { value: 'opening', text: 'Opens the agenda' },
    { value: 'closing', text: 'Closes the agenda' },
  ],
  standing: [
    { value: '', text: 'Another' },
    { value: 'apologies', text: 'Apologies' },
    { value: 'interests', text: 'Declarations of interest' },
    { value: 'public-participation', text: 'Public participation' },
    { value: 'minutes', text: 'Confirmation of minutes' },
    { value: 'work-programme', text: 'Work programme' },
    { value: 'meeting-dates', text: 'Meeting dates' },
  ],
  kind: [
    { value: '', text: 'Not said' },
    { value: 'decision', text: 'Decision' },
    { value: 'consideration', text: 'Consideration' },
    { value: 'information', text: 'Information' },
  ],
}

/** The standing items, a group of fields each; a few groups to spare stand behind a line until something is in them. */
export function standingRows(options: RowsOptions): Html {
  const filled = rowsOf(options.values)
  const isUntitled = (row: number) => (options.values[rowField(row, 'title')] ?? '') === ''
  const upTo = (last: number) => Array.from({ length: last }, (_each, index) => index + 1)
  const rows = upTo(Math.min(60, filled + Math.max(0, spareRows - upTo(filled).filter(isUntitled).length)))
  const spare = rows.filter((row) => isUntouched(options, row))
  const used = rows.filter((row) => !spare.includes(row))
  return html`<p class="govuk-body">Every agenda of this body has these. Clear a title to take an item out.</p>
${used.map((row) => standingRow(options, row))}
${spare.length > 0 && details({ summary: 'Add standing items', open: used.length === 0, content: html`<p class="govuk-body">There is room for more each time you save.</p>${spare.map((row) => standingRow(options, row))}` })}`
}

const mayBeEmpty = ['title', 'standing', 'kind', 'minutes', 'presenter', 'note'] as const satisfies readonly RowField[]

/** Nothing was typed into the row, and nothing is wrong with it. */
function isUntouched({ values, refusal }: RowsOptions, row: number): boolean {
  return mayBeEmpty.every((field) => (values[rowField(row, field)] ?? '') === '' && faultFor(refusal, rowField(row, field)) === undefined)
}

function standingRow(options: RowsOptions, row: number): Html {
  const title = options.values[rowField(row, 'title')] ?? ''
  const legend = title === '' ? `Standing item ${row}, to be added` : `Standing item ${row}: ${title}`
  const text = (field: RowField, label: string, classes?: string) => {
    const name = rowField(row, field)
    return input({ name, label: { text: label }, value: options.values[name] ?? (field === 'order' ? String(row) : ''), error: faultFor(options.refusal, name), classes, ...(classes === undefined ? {} : { inputmode: 'numeric' }) })
  }
  const choice = (field: 'place' | 'standing' | 'kind') => {
    const name = rowField(row, field)
    const value = options.values[name]
    return select({ name, label: { text: choiceLabels[field] }, items: choices[field], value, error: faultFor(options.refusal, name) })
  }
  return fieldset({
    legend: { text: legend, classes: 'govuk-fieldset__legend--s' },
    classes: 'gt-standing',
    content: html`<div class="gt-beside gt-standing__title">${text('title', 'Title')}${text('minutes', 'Minutes', 'govuk-input--width-3')}${text('order', 'Order', 'govuk-input--width-3')}</div>
<div class="gt-beside">${choice('place')}${choice('standing')}${choice('kind')}${more(options, row, html`${text('presenter', 'Presenter')}${text('note', 'Note under the title')}`)}</div>`,
  })
}

/** Seldom needed, so behind a line until there is something to see. */
function more({ values, refusal }: RowsOptions, row: number, content: Html): Html {
  const open = (['presenter', 'note'] as const).some((field) => (values[rowField(row, field)] ?? '') !== '' || faultFor(refusal, rowField(row, field)) !== undefined)
  return details({ summary: html`Presenter and note<span class="govuk-visually-hidden"> of standing item ${row}</span>`, content, open })
}

const choiceLabels = { place: 'Place', standing: 'Kind of standing item', kind: 'What it is for' } as const

/** "Standing item 3, title": how a comparison names a field of a row; undefined for any other field. */
export function rowFieldWords(name: string): string | undefined {
  const [, row, field] = /^item-(\d+)-([a-z]+)$/.exec(name) ?? []
  return row === undefined || field === undefined || !(field in rowFieldNames) ? undefined : `Standing item ${row}, ${rowFieldNames[field as RowField]}`
}
