import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { Definition } from '../definitions/definition.ts'
import { exampleOf } from '../definitions/frequencies.ts'
import { capital, slugInWords } from '../measure-pages/measure-words.ts'
import { statuses, type Status } from '../observations/observation.ts'
import type { KeptFigure } from '../observations/read-figures-kept.ts'
import { unitInWords } from '../sheets/shown.ts'
import { figureAddress, staffMeasureAddress } from './addresses.ts'
import { dimensionField, type KeyGiven } from './figure-typed.ts'
import { statusWords } from './status-words.ts'

/** Which figure: of whom, of which part and of when. */
export function chooseForm({ definition, areas, query, refusal }: { readonly definition: Definition; readonly areas: readonly { readonly value: string; readonly text: string }[]; readonly query: URLSearchParams; readonly refusal: Refusal | undefined }): Html {
  const error = (name: string) => faultFor(refusal, name)
  return html`<form method="get" action="${figureAddress(definition.slug)}" novalidate>
<input type="hidden" name="choose" value="yes">
${select({ name: 'area', label: { text: 'Whose figure' }, items: areas, value: query.get('area') ?? '', error: error('area') })}
${definition.breakdowns.map(({ name, values }, place) =>
  select({
    name: dimensionField(name),
    ...(place === 0 ? { id: 'breakdown' } : {}),
    label: { text: `By ${name.replaceAll('-', ' ')}` },
    items: [{ value: '', text: 'All together' }, ...values.map((value) => ({ value, text: slugInWords(value) }))],
    value: query.get(dimensionField(name)) ?? '',
    error: place === 0 ? error('breakdown') : undefined,
  }),
)}
${input({ name: 'period', label: { text: 'Period' }, hint: { text: `Such as ${exampleOf(definition.frequency)}` }, value: query.get('period') ?? '', classes: 'govuk-input--width-10', error: error('period'), spellcheck: false })}
${button({ text: 'Go on' })}</form>`
}

interface EntryForm {
  readonly definition: Definition
  readonly key: KeyGiven
  /** The revision that stands; undefined where none does. */
  readonly last: KeptFigure | undefined
  readonly isOver: boolean
  readonly refusal: Refusal | undefined
}

/** The figure itself. What was typed stays; before anything is typed, what stands is there to be corrected. */
export function entryForm({ form, session }: StaffRequest, { definition, key, last, isOver, refusal }: EntryForm): Html {
  const isTyped = form.has('seen')
  const at = (name: 'numerator' | 'denominator' | 'value' | 'note') => (isTyped ? form.text(name) : name === 'note' ? (last?.note ?? '') : standing(last, name))
  const field = (name: 'numerator' | 'denominator' | 'value', text: string, hint: string) =>
    input({ name, label: { text }, hint: { text: hint }, value: at(name), classes: 'govuk-input--width-10', inputmode: 'decimal', spellcheck: false, error: faultFor(refusal, name) })
  const isCounted = definition.unit !== 'count' && (definition.denominator !== undefined || definition.unit === 'percent' || definition.unit === 'rate')
  return html`<h2 class="govuk-heading-m">${last === undefined ? 'Enter the figure' : 'Correct the figure'}</h2>
<form method="post" action="${figureAddress(definition.slug)}" novalidate>${csrfInput(session.formToken)}
<input type="hidden" name="area" value="${key.area}"><input type="hidden" name="period" value="${key.period}"><input type="hidden" name="breakdown" value="${key.breakdown}"><input type="hidden" name="seen" value="${last?.revision ?? 0}">
${isCounted && html`${field('numerator', capital(definition.numerator ?? 'What was counted'), 'The numerator. Leave it empty where it is not known.')}${field('denominator', `Of ${definition.denominator ?? 'how many'}`, 'The denominator. Leave it empty where it is not known.')}`}
${field('value', `Figure (${unitInWords(definition)})`, isCounted ? 'Left empty it follows from the two above.' : 'A number such as 12 or 3.5. Leave it empty where there is none.')}
${radios({
  name: 'status',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'How sure it is', classes: 'govuk-fieldset__legend--s' } },
  value: isTyped ? form.text('status') : usualStatus(last, isOver),
  items: statuses.map((value) => ({ value, text: statusWords[value], hint: { text: statusHints[value] } })),
  error: faultFor(refusal, 'status'),
})}
${textarea({ name: 'note', label: { text: 'Note (optional)' }, hint: { text: 'Whoever reads the figure reads it too. Say here why a figure that looks strange is right.' }, value: at('note'), rows: 2, error: faultFor(refusal, 'note') })}
${last !== undefined && textarea({ name: 'reason', label: { text: 'Why it is corrected or taken back' }, hint: { text: 'It stays with the figure for good. A provisional figure that becomes final needs no reason.' }, value: form.text('reason'), rows: 2, error: faultFor(refusal, 'reason') })}
<div class="govuk-button-group">${button({ text: 'Save the figure', preventDoubleClick: true })}<a class="govuk-link" href="${staffMeasureAddress(definition.slug)}">Cancel</a></div></form>`
}

/** What stands in the field; nothing where it follows from the two above, so that whoever corrects one of those need not reckon too. */
function standing(last: KeptFigure | undefined, name: 'numerator' | 'denominator' | 'value'): string {
  const follows = name === 'value' && last?.numerator !== undefined && last.denominator !== undefined
  return follows ? '' : String(last?.[name] ?? '')
}

const statusHints: Readonly<Record<Status, string>> = {
  provisional: 'It may still change.',
  final: 'It will not change, unless it turns out to be wrong.',
  revised: 'It takes the place of a final figure that was wrong.',
  'not-available': 'There should be a figure, and there is none.',
  'not-applicable': 'There is nothing to count.',
}

function usualStatus(last: KeptFigure | undefined, isOver: boolean): Status {
  if (!isOver) return 'provisional'
  return last === undefined || last.status === 'provisional' || last.value === undefined ? 'final' : 'revised'
}
