import type { Refusal } from '#core/outcome.ts'
import { details } from '#platform/pages/components/details.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { ItemValues } from './item-values.ts'
import { paragraphs } from './openness.ts'

interface Options {
  readonly values: ItemValues
  readonly refusal: Refusal | undefined
  /** Of an item that is published as withheld: where it is released. */
  readonly releaseAddress?: string
}

/** Whether the public may read the item and, where it may not, on what ground and by whose decision. */
export function opennessFields(options: Options): Html {
  const { values, refusal, releaseAddress } = options
  const released = releaseAddress && html`<p class="govuk-body">This item is published as withheld. To open it, ${link(releaseAddress, 'release it to the public')}: that records who decided.</p>`
  return html`${released}${radios({
    name: 'openness',
    fieldset: { legend: { text: 'May the public read it?', classes: 'govuk-fieldset__legend--m' } },
    value: values.openness === '' ? 'open' : values.openness,
    error: faultFor(refusal, 'openness'),
    items: [
      { value: 'open', text: 'Yes, it is open', hint: { text: 'Everything is open unless the law allows or requires otherwise.' } },
      {
        value: 'exempt',
        text: 'No, it is exempt',
        hint: { text: 'The meeting may exclude the public by resolution, where a paragraph of Schedule 12A applies and the public interest asks for it. Members have the papers; the public reads the title, the paragraph and the reason.' },
      },
      {
        value: 'confidential',
        text: 'No, it is confidential',
        hint: { text: 'A Government department gave the information on terms that forbid disclosure, or an Act or a court forbids it (Local Government Act 1972 s100A(2) and (3)). The public must then be excluded.' },
      },
    ],
  })}${details({ summary: 'Where only a part of its papers must be kept from the public', content: onlyAPart })}${grounds(options)}`
}

/** Openness is of an item as a whole, so that nothing of it can reach the public by itself. */
const onlyAPart = html`<p class="govuk-body">All papers of an item are open, or none is. Where it is one appendix, or a passage, that must not be public, there are two ways:</p>
<ul class="govuk-list govuk-list--bullet">
<li>Keep this item open with its report, and add a second item, exempt, with the appendix at its report. The public then reads the whole of the first.</li>
<li>Make this item exempt, open its report and choose “Begin a version that the public may read”: what you write there is all that the public reads.</li>
</ul>`

/** Only of an exempt item. */
function exemptFields({ values, refusal }: Options): Html {
  return html`${radios({
    name: 'paragraph',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Which paragraph of Schedule 12A, Part 1?', classes: 'govuk-fieldset__legend--s' } },
    value: values.paragraph,
    error: faultFor(refusal, 'paragraph'),
    items: paragraphs.map(({ number, words, meaning }) => ({ value: String(number), text: `${number}: ${words}`, hint: { text: meaning } })),
  })}
${textarea({
  name: 'public-interest',
  label: { text: 'The public interest test' },
  hint: { text: 'Why the public interest in keeping it exempt outweighs the public interest in disclosing it. The public reads this.' },
  value: values['public-interest'],
  rows: 4,
  error: faultFor(refusal, 'public-interest'),
})}`
}

const fieldsOfGrounds = ['paragraph', 'public-interest', 'public-title', 'decided-by', 'decided-on', 'review-on'] as const

/** Of an item that is not open; behind a line where it is, since it is seldom needed. */
function grounds(options: Options): Html {
  const { values, refusal } = options
  const decision = html`${input({
    name: 'public-title',
    label: { text: 'Another title for the public' },
    hint: { text: 'Where the title itself would disclose. Left empty, the public reads the title above.' },
    value: values['public-title'],
    error: faultFor(refusal, 'public-title'),
  })}
${input({ name: 'decided-by', label: { text: 'Decided by' }, hint: { text: 'A role: “Monitoring Officer”. It should be said of every item that is not open.' }, value: values['decided-by'], error: faultFor(refusal, 'decided-by') })}
${dayInput({ name: 'decided-on', label: 'Decided on', value: values['decided-on'], error: faultFor(refusal, 'decided-on') })}
${dayInput({ name: 'review-on', label: 'Review on', hint: 'When to ask again whether the reason still holds. It should be said too.', value: values['review-on'], error: faultFor(refusal, 'review-on') })}`
  const hasFault = fieldsOfGrounds.some((name) => faultFor(refusal, name) !== undefined)
  return details({
    summary: 'Ground and decision, where it is exempt or confidential',
    open: (values.openness !== 'open' && values.openness !== '') || hasFault,
    attributes: { 'data-grounds': true },
    content: html`${fieldset({ legend: { text: 'Only where it is exempt', classes: 'govuk-fieldset__legend--m' }, content: exemptFields(options) })}
${fieldset({ legend: { text: 'Where it is exempt or confidential', classes: 'govuk-fieldset__legend--m' }, content: decision })}`,
  })
}
