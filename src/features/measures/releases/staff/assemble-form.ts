import { countOf } from '#core/count-in-words.ts'
import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { Definition } from '../../definitions/definition.ts'
import type { KeptRelease } from '../model/release-draft.ts'
import type { TypedDraft, TypedMeasure, TypedRanking } from '../model/typed-draft.ts'
import { staffReleaseAddress } from './addresses.ts'

/** Rankings that the form has room for. */
export const rankingRows = 4
export const rankingFields = ['measure', 'by', 'top', 'title'] as const

interface AssembleForm {
  readonly kept: KeptRelease
  readonly typed: TypedDraft
  readonly definitions: readonly Definition[]
  readonly refusal: Refusal | undefined
  readonly token: CsrfToken
}

/** Each measure with the part of the dashboard in which it stands and its place; those that are chosen first, in their order. */
export function assembleForm(page: AssembleForm): Html {
  const { kept, typed, definitions, refusal, token } = page
  const measures = new Map(typed.measures.map((measure) => [measure.slug, measure]))
  const isChosen = ({ slug }: Definition) => (measures.get(slug)?.part ?? '') !== ''
  const place = ({ slug }: Definition) => Number(measures.get(slug)?.place) || Number.MAX_SAFE_INTEGER
  const chosen = definitions.filter(isChosen).toSorted((one, other) => place(one) - place(other))
  const others = definitions.filter((one) => !isChosen(one)).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  return html`<form method="post" action="${staffReleaseAddress(kept, 'assemble')}" novalidate>${csrfInput(token)}<input type="hidden" name="revision" value="${kept.revision}">
${input({ name: 'title', label: { text: 'Title' }, value: typed.title, error: faultFor(refusal, 'title') })}
<h2 class="govuk-heading-m" id="measures">Measures</h2>
<p class="govuk-body">A measure stands in the part of the dashboard that you name beside it, and is left out where you name none. Parts come in the order of their first measure.</p>
${definitions.length === 0 && html`<p class="govuk-body">No definition of a measure names this body.</p>`}
${partsList(typed)}
${chosen.map((definition) => measureFields(definition, measures.get(definition.slug), refusal))}
${others.length > 0 && details({ summary: `${countOf(others.length, 'measures')} that ${others.length === 1 ? 'is' : 'are'} not in it`, open: chosen.length === 0 || refusal !== undefined, content: html`${others.map((definition) => measureFields(definition, measures.get(definition.slug), refusal))}` })}
<h2 class="govuk-heading-m">Rankings</h2><p class="govuk-body">The largest parts of a measure, period beside period: the commonest risk factors. Leave a row empty where none is wanted.</p>
${Array.from({ length: Math.max(rankingRows, typed.rankings.length) }, (_, row) => rankingRow(row + 1, typed.rankings[row], { definitions, refusal }))}
<div class="govuk-button-group">${button({ text: 'Save', preventDoubleClick: true })}${link(staffReleaseAddress(kept), 'Cancel')}</div></form>`
}

/** Names that are in use, so that the same part is called the same. */
function partsList({ measures }: TypedDraft): Html {
  const parts = [...new Set(measures.flatMap(({ part }) => (part.trim() === '' ? [] : [part.trim()])))]
  return html`<datalist id="parts">${parts.map((part) => html`<option value="${part}"></option>`)}</datalist>`
}

function measureFields({ slug, name, polarity }: Definition, typed: TypedMeasure | undefined, refusal: Refusal | undefined): Html {
  const content = html`<div class="gt-beside gt-standing__title">${input({ name: `part-${slug}`, label: { text: 'Part of the dashboard' }, value: typed?.part ?? '', error: faultFor(refusal, `part-${slug}`), attributes: { list: 'parts' } })}
${input({ name: `place-${slug}`, label: { text: 'Place' }, value: typed?.place ?? '', inputmode: 'numeric', error: faultFor(refusal, `place-${slug}`), classes: 'govuk-input--width-4' })}</div>`
  return fieldset({ legend: { text: html`${userText(name)}${polarity === 'neither' && ' (for context)'}`, classes: 'govuk-fieldset__legend--s' }, content })
}

function rankingRow(row: number, typed: TypedRanking | undefined, { definitions, refusal }: Pick<AssembleForm, 'definitions' | 'refusal'>): Html {
  const field = (name: (typeof rankingFields)[number]) => ({ name: `ranking-${row}-${name}`, value: typed?.[name] ?? '', error: faultFor(refusal, `ranking-${row}-${name}`) })
  const broken = definitions.filter(({ breakdowns }) => breakdowns.length > 0)
  const names = [...new Set(broken.flatMap(({ breakdowns }) => breakdowns.map(({ name }) => name)))].toSorted()
  const content = html`${select({ ...field('measure'), label: { text: 'Measure' }, items: [{ value: '', text: 'None' }, ...broken.map(({ slug, name }) => ({ value: slug, text: name }))] })}
<div class="gt-beside">${select({ ...field('by'), label: { text: 'Ranked by' }, items: [{ value: '', text: 'Choose a breakdown' }, ...names.map((name) => ({ value: name, text: name }))] })}
${input({ ...field('top'), label: { text: 'How many' }, inputmode: 'numeric', classes: 'govuk-input--width-3' })}</div>
${input({ ...field('title'), label: { text: 'Title' } })}`
  return fieldset({ legend: { text: `Ranking ${row}`, classes: 'govuk-fieldset__legend--s' }, content })
}
