import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { details } from '#platform/pages/components/details.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { polarityWords } from '../../../glance/target-words.ts'
import { intervalWords } from '../../../measure-pages/conventions-section.ts'
import { number, type PartOfForm } from './fields.ts'

const beside = { england: 'England', region: 'The region', 'statistical-neighbours': 'Statistical neighbours' } as const
const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** How a figure is judged: which way is better, beside whom, and by which conventions. */
export function judgedPart({ field, typed, last }: PartOfForm): Html {
  const { name, error } = field('comparators')
  return html`<h2 class="govuk-heading-m">How it is judged</h2>
<p class="govuk-body">${last === undefined ? 'Targets, breaks and new limits are recorded on the page of the measure once it is saved.' : 'Targets, breaks and new limits have forms of their own, and stay as they are.'}</p>
${radios({ ...field('polarity'), classes: 'govuk-radios--small', fieldset: legend('Which way is better'), items: items(polarityWords) })}
${checkboxes({ name, error, classes: 'govuk-checkboxes--small', fieldset: legend('Compared with'), values: typed.all(name), items: items(beside) })}
${radios({ ...field('neighbours'), classes: 'govuk-radios--small govuk-radios--inline', fieldset: legend('Statistical neighbours together are'), items: [{ value: 'mean', text: 'Their mean' }, { value: 'median', text: 'Their median' }] })}
${radios({ ...field('interval'), classes: 'govuk-radios--small', fieldset: legend('Interval within which chance alone may move a figure'), items: [...(last === undefined ? [usual] : []), ...items(intervalWords)] })}
${details({ summary: 'How the chart is reckoned', open: field('baseline').error !== undefined, content: chart({ field, typed }) })}`
}

/** Of a measure that is new: nobody need know the methods. */
const usual = {
  value: 'usual',
  text: 'The one that is usual for the unit',
  hint: { text: 'For a percentage Wilson’s, where you say of how many it is; for a rate Byar’s; for anything else none. Without an interval nothing tells a difference from chance.' },
}

/** The rules that the council chose once; few measures need others. */
function chart({ field, typed }: Pick<PartOfForm, 'field' | 'typed'>): Html {
  return html`${number(field('baseline'), 'Limits are reckoned from so many first figures (optional)', 'At least 12. Left empty they are reckoned from all.')}
${checkboxes({ name: 'screen', classes: 'govuk-checkboxes--small', values: typed.all('screen'), items: [{ value: 'yes', text: 'A single jump that is far larger than the others is left out when chance is reckoned' }] })}
${checkboxes({ name: 'beyond-counts', classes: 'govuk-checkboxes--small', values: typed.all('beyond-counts'), items: [{ value: 'yes', text: 'A figure beyond a limit counts in “two of three close to a limit”' }] })}`
}

function items(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, text]) => ({ value, text }))
}
