import { radios } from '#platform/pages/components/radios.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { bodiesField } from './bodies-field.ts'
import { line, words, type PartOfForm } from './fields.ts'

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** Who answers for it, where it is read, and what hides small numbers in it. */
export function keptPart(part: PartOfForm): Html {
  const { field, choices } = part
  return html`<h2 class="govuk-heading-m">Where it comes from, and who answers for it</h2>
${line(field('source-name'), 'Where the figures come from', 'The return, the system or the publication.')}
${line(field('source-address'), 'Its address (optional)', 'Begins with https://')}
${line(field('steward'), 'Steward: the role or team that keeps definition and figures', 'Such as Business Intelligence.')}
${line(field('owner'), 'Owner: the role that answers for what it shows', 'A role, not a name. Such as Head of Inclusion.')}
<h2 class="govuk-heading-m">Small numbers</h2>
${radios({
  ...field('policy'),
  classes: 'govuk-radios--small',
  fieldset: legend('Whether small numbers are hidden'),
  items: [
    { value: 'one-to-five', text: 'Hidden', hint: { text: 'Numbers of children from 1 to 5 are hidden before anything is published, and whatever would tell them.' } },
    { value: 'one-to-five-v2', text: 'Hidden on both sides', hint: { text: 'The same, and a share is hidden too where it leaves 1 to 5: 30 of 33 leaves 3.' } },
    { value: 'none', text: 'Not hidden', hint: { text: 'Only where the figures are not about children: schools, pounds.' } },
  ],
})}
${words(field('exempt'), 'Where they are not hidden: why they need not be', 'A sentence that says what the figures are about. The public reads it.')}
<h2 class="govuk-heading-m">Where it is read</h2>
${bodiesField(part)}
${words(field('themes'), 'Themes (optional)', `One a line. ${inUse(choices.themes.map((theme) => theme.replaceAll('-', ' ')), ', ')}`)}
${words(field('strategies'), 'Plans that it belongs to (optional)', `One a line; the part of the plan after an upright stroke. Such as: Children’s Plan | Priority 2. ${inUse(choices.strategies, '; ')}`, 3)}`
}

function inUse(names: readonly string[], between: string): string {
  return names.length === 0 ? '' : `In use: ${names.join(between)}.`
}
