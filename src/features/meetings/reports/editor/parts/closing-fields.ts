import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import type { PartDrawing } from './part-drawing.ts'

/** What closes every report, with the statement on background papers that Local Government Act 1972 s100D asks for. */
export function closingFields({ typed, refusal }: PartDrawing): Html {
  const lines = (name: string, label: string, hint: string) =>
    textarea({ name, label: { text: label }, hint: { text: hint }, value: typed.text(name), rows: 3, error: faultFor(refusal, name) })
  return html`${lines('supporting-information', 'Supporting information', 'One on each line, such as the appendices by their titles')}
${lines('contact-points', 'Contact points', 'Offices with telephone or e-mail, one on each line. They are published as they stand: no program finds the name of a person among them.')}
${radios({
  name: 'background',
  fieldset: { legend: { text: 'Background papers', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Documents on which the report rests and that are not published already. The public may inspect them.' },
  value: typed.text('background'),
  items: [
    { value: 'none', text: 'In the opinion of the proper officer there are none' },
    { value: 'listed', text: 'In the opinion of the proper officer they are those listed below' },
  ],
})}
${lines('background-papers', 'List of background papers', 'One title on each line')}
${input({ name: 'proper-officer', label: { text: 'Proper officer' }, hint: { text: 'The role, as it is to be printed: the Strategic Director of Commercial and Change' }, value: typed.text('proper-officer'), error: faultFor(refusal, 'proper-officer') })}`
}
