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

/** The standing items, a group of fields each, and a few groups to spare. */
export function standingRows(options: RowsOptions): Html {
  const filled = rowsOf(options.values)
  const isSpare = (row: number) => (options.values[rowField(row, 'title')] ?? '') === ''
  const spare = Array.from({ length: filled }, (_each, index) => index + 1).filter(isSpare).length
  const rows = Math.min(60, filled + Math.max(0, spareRows - spare))
  return html`<p class="govuk-body">Every agenda of this body begins with these. Clear a title to take an item out; three more can be added each time you save.</p>
${Array.from({ length: rows }, (_each, index) => standingRow(options, index + 1))}`
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
    content: html`${text('title', 'Title')}<div class="gt-standing__choices">${choice('place')}${choice('standing')}${choice('kind')}
${text('minutes', 'Minutes', 'govuk-input--width-3')}${text('order', 'Order', 'govuk-input--width-3')}</div>${more(options, row, html`${text('presenter', 'Presenter')}${text('note', 'Note under the title')}`)}`,
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
