import { radios } from '#platform/pages/components/radios.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { select } from '#platform/pages/components/select.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { frequencies, exampleOf } from '../../../definitions/frequencies.ts'
import { units, type Unit } from '../../../definitions/units.ts'
import { capital, countingWords, frequencyWords } from '../../../measure-pages/measure-words.ts'
import { line, number, word, words, type PartOfForm } from './fields.ts'

const unitNames: Readonly<Record<Unit, string>> = {
  count: 'A number: of children, of plans',
  percent: 'A percentage',
  rate: 'A rate: so many in 1,000 or 10,000',
  ratio: 'A ratio',
  pounds: 'Pounds',
  days: 'Days',
  weeks: 'Weeks',
  months: 'Months',
  years: 'Years',
  score: 'A score',
}

/** How it is counted: what of how many, how often, and in which parts. */
export function countedPart({ field, choices }: PartOfForm): Html {
  return html`<h2 class="govuk-heading-m">How it is counted</h2>
${choices.isCounted && insetText({ text: 'Figures of this measure stand. In what they are given, of how many a rate is, how often there is one and what each covers cannot be changed: what is counted in another way is a measure of its own.' })}
${select({ ...field('unit'), label: { text: 'In what the figures are given' }, items: [{ value: '', text: 'Choose' }, ...units.map((value) => ({ value, text: unitNames[value] }))] })}
${number(field('per'), 'Of a rate: in how many (optional)', 'Such as 10000.')}
${line(field('counted'), 'Of a number: of what (optional)', 'Such as pupils. It stands at the head of columns.')}
${line(field('numerator'), 'What is counted (the numerator, optional)', 'Such as: plans completed within 20 weeks.')}
${line(field('denominator'), 'Of how many (the denominator, optional)', 'Such as: all plans completed.')}
${number(field('decimals'), 'Decimals', '0 to 4.')}
<div class="gt-beside">${number(field('lowest'), 'Lowest figure there can be (optional)', 'Left empty it follows from the unit.')}
${number(field('highest'), 'Highest figure there can be (optional)', 'Percentages end at 100.')}</div>
${select({ ...field('frequency'), label: { text: 'How often there is a figure' }, items: [{ value: '', text: 'Choose' }, ...frequencies.map((value) => ({ value, text: `${frequencyWords[value]}, such as ${exampleOf(value)}` }))] })}
${radios({ ...field('counting'), classes: 'govuk-radios--small', fieldset: { legend: { text: 'What each figure covers', classes: 'govuk-fieldset__legend--s' } }, items: (Object.keys(countingWords) as (keyof typeof countingWords)[]).map((value) => ({ value, text: capital(countingWords[value]) })) })}
${word(field('first-period'), 'First period (optional)', 'Before it there is no figure. Such as 2019-20-q1.')}
${number(field('lag'), 'How many days after the end of a period its figure is known', 'From then on a figure that is missing is late. 0 where it is known at once.')}
${words(field('breakdowns'), 'Parts in which it is counted too (optional)', 'One way of dividing a line, its name before a colon. Such as: Phase: Primary, Secondary, Special', 3)}
${words(field('sum-of'), 'Measures that make it up together (optional)', 'One a line, by name or address word. With them it is known what would tell a small number that is hidden.', 2)}`
}
