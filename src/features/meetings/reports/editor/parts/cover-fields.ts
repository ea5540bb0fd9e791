import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import type { PartDrawing } from './part-drawing.ts'

/** The cover sheet of a board's report. A panel's report prints none: what was loaded of it is kept, unseen. */
export function coverFields(drawing: PartDrawing): Html {
  const { record, typed, refusal } = drawing
  const people = html`${input({ name: 'sponsor', label: { text: 'Sponsor' }, hint: { text: 'The role of whoever answers for the report, never a name: Director of Public Health' }, value: typed.text('sponsor'), error: faultFor(refusal, 'sponsor') })}
${input({ name: 'author', label: { text: 'Author' }, hint: { text: 'A role, never a name' }, value: typed.text('author'), error: faultFor(refusal, 'author') })}`
  if (record.paper.frame !== 'board-cover-sheet') return html`<p class="govuk-body">Kept with the report; the report of a panel does not print them.</p>${people}${unseen(drawing)}`
  return html`${people}
${touched(drawing, 'priority', { legend: 'Priorities that the report touches', add: 'Another priority', usual: record.usual.priorities })}
${touched(drawing, 'group', { legend: 'Groups of particular interest', add: 'Another group', usual: record.usual.groups })}
${impact(drawing, 'children')}
${impact(drawing, 'adults')}
${radios({
  name: 'item-for',
  classes: 'govuk-radios--inline govuk-radios--small',
  fieldset: { legend: { text: 'Item for', classes: 'govuk-fieldset__legend--s' } },
  value: typed.text('item-for'),
  items: [
    { value: 'decision', text: 'Decision' },
    { value: 'consideration', text: 'Consideration' },
    { value: 'information', text: 'Information' },
  ],
  error: faultFor(refusal, 'item-for'),
})}`
}

interface Touched {
  readonly legend: string
  readonly add: string
  readonly usual: readonly string[]
}

function touched({ typed, refusal }: PartDrawing, kind: 'priority' | 'group', { legend, add, usual }: Touched): Html {
  const names = [...new Set([...typed.all(`known-${kind}`), ...usual])]
  const known = names.map((name) => html`<input type="hidden" name="known-${kind}" value="${name}">`)
  const boxes =
    names.length > 0 &&
    checkboxes({
      name: kind,
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
      items: names.map((name) => ({ value: name, text: name })),
      values: typed.all(kind),
    })
  return html`${known}${boxes}${input({ name: `new-${kind}`, label: { text: names.length === 0 ? legend : add }, hint: { text: 'Added when you save' }, value: typed.text(`new-${kind}`), error: faultFor(refusal, `new-${kind}`) })}`
}

function impact({ typed, refusal }: PartDrawing, whom: 'children' | 'adults'): Html {
  return html`${radios({
    name: `${whom}-applies`,
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: `Is there an impact on safeguarding ${whom}?`, classes: 'govuk-fieldset__legend--s' } },
    value: typed.text(`${whom}-applies`),
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  })}
${input({ name: `${whom}-detail`, label: { text: `What the impact on ${whom} is` }, value: typed.text(`${whom}-detail`), error: faultFor(refusal, `${whom}-detail`) })}`
}

const keptFields = ['known-priority', 'priority', 'known-group', 'group', 'children-applies', 'children-detail', 'adults-applies', 'adults-detail', 'item-for']

function unseen({ typed }: PartDrawing): Html {
  return html`${keptFields.flatMap((name) => typed.all(name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`))}`
}
