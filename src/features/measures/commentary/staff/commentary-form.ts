import { formatDate } from '#core/date-words.ts'
import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { input } from '#platform/pages/components/input.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { claimsPart } from './claims-part.ts'
import type { CommentaryView } from './look-at-commentary.ts'
import { namedPart } from './named-part.ts'
import { mostLines } from './read-commentary-form.ts'
import { toldPart } from './told-part.ts'

/** The form of a commentary: its words, what the check finds in them, and who signs. `seen` is the edition that it rests on. */
export function commentaryForm(request: StaffRequest, view: CommentaryView, seen: number, refusal: Refusal | undefined): Html {
  const { content, definition, maySign, isOver, sheets } = view
  const { isException } = sheets.own.judgement
  const needed = isException ? '' : ' (optional)'
  const area = (name: string, label: string, hint: string, value: string, rows = 4) => textarea({ name, label: { text: label, classes: 'govuk-label--s' }, hint: { text: hint }, rows, value, error: faultFor(refusal, name) })
  return html`<h2 class="govuk-heading-m">What you say of it</h2>
<p class="govuk-body">${isException ? 'This measure is an exception, so its owner says all of this before it is signed.' : 'Nothing stands out in this measure: it may be confirmed without a word.'} The public reads it when the figures are published. Name no child and no family.</p>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${seen}">
${area('happened', `What happened${needed}`, 'What the figure says, in a sentence or two.', content.happened)}
${area('why', `Why${needed}`, 'What lies behind it, as far as is known.', content.why)}
${linesPart(content.doing, needed, refusal)}
${area('back-on-track', `Back on track${needed}`, 'When it will be, and by what that will be seen.', content.backOnTrack, 2)}
${claimsPart(view, refusal)}${namedPart(view)}${toldPart(view)}
<div class="govuk-button-group">${button({ text: 'Check', name: 'press', value: 'check', classes: 'govuk-button--secondary', attributes: { formaction: `${request.path}#claims` } })}${button({ text: 'Save as a draft', name: 'press', value: 'save', classes: 'govuk-button--secondary', preventDoubleClick: true })}</div>
${maySign && signPart(request, { owner: definition.owner, isOver, to: formatDate(view.period.to) }, refusal)}</form>`
}

function signPart(request: StaffRequest, { owner, isOver, to }: { readonly owner: string; readonly isOver: boolean; readonly to: string }, refusal: Refusal | undefined): Html {
  if (!isOver) return html`<p class="govuk-body">The period is not over: it can be signed from ${to}.</p>`
  return html`<h2 class="govuk-heading-m">Sign</h2>${input({ name: 'as', label: { text: 'Signed as' }, hint: { text: 'A post, never a name. With its signature the period is confirmed; where nothing is said above, without comment.' }, value: request.form.has('as') ? request.form.text('as') : owner, error: faultFor(refusal, 'as') })}
${button({ text: 'Sign and confirm the period', name: 'press', value: 'sign', preventDoubleClick: true })}`
}

/** So many empty lines stand ready; more follow when these are saved or checked. */
const spareLines = 2

function linesPart(doing: CommentaryView['content']['doing'], needed: string, refusal: Refusal | undefined): Html {
  const count = Math.min(mostLines, Math.max(doing.length + spareLines - (doing.length > 0 ? 1 : 0), spareLines))
  const lines = Array.from({ length: count }, (_, place) => lineFields(place + 1, doing[place] ?? { what: '', byWhom: '', byWhen: '' }, refusal))
  return fieldset({ legend: { text: `What is being done${needed}`, classes: 'govuk-fieldset__legend--s' }, content: html`<p class="govuk-hint">One thing to a line, with the role or team and the day. “Check” and “Save” keep a further line ready.</p>${lines}` })
}

function lineFields(number: number, { what, byWhom, byWhen }: CommentaryView['content']['doing'][number], refusal: Refusal | undefined): Html {
  const hidden = html`<span class="govuk-visually-hidden">, line ${number}</span>`
  const field = (part: string) => ({ name: `doing-${number}-${part}`, error: faultFor(refusal, `doing-${number}-${part}`) })
  return html`<div class="gt-doing">${textarea({ ...field('what'), label: { text: html`What${hidden}` }, rows: 2, value: what })}
<div class="gt-beside">${input({ ...field('by-whom'), label: { text: html`By whom${hidden}` }, value: byWhom })}${input({ ...field('by-when'), label: { text: html`By when${hidden}` }, value: byWhen })}</div></div>`
}
