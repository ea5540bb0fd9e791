import type { Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { button } from '#platform/pages/components/button.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { ExceptionOutcome } from '../exception.ts'
import type { Line } from '../report-exception.ts'
import { evidenceRows } from '../read-exception-form.ts'

interface FormGiven {
  readonly action: string
  readonly token: CsrfToken
  readonly form: PostedForm
  readonly refusal: Refusal | undefined
}

/** The form by which a panel flags something to the board above it. */
export function exceptionForm({ action, token, form, refusal }: FormGiven, lines: readonly Line[]): Html {
  const error = (field: string) => faultFor(refusal, field)
  const boards = new Map(lines.flatMap(({ boards: above }) => above.map(({ slug, name }) => [slug, name] as const)))
  const [only] = lines.length === 1 ? lines : []
  return html`<form method="post" action="${action}" novalidate>${csrfInput(token)}
${select({ name: 'panel', label: { text: 'Panel that flags it' }, items: [{ value: '', text: 'Choose a panel' }, ...lines.map(({ panel }) => ({ value: panel.slug, text: panel.name }))], value: form.has('panel') ? form.text('panel') : only?.panel.slug, error: error('panel') })}
${select({ name: 'board', label: { text: 'Flagged to' }, items: [{ value: '', text: 'Choose the body above it' }, ...[...boards].map(([value, text]) => ({ value, text }))], value: form.has('board') ? form.text('board') : only?.boards[0]?.slug, error: error('board') })}
${input({ name: 'period', label: { text: 'Period' }, hint: { text: 'For example 2022-23-q4, 2022-23-outturn or 2022-23.' }, classes: 'govuk-input--width-10', value: form.text('period'), error: error('period'), spellcheck: false })}
${radios({ name: 'about', classes: 'govuk-radios--inline', fieldset: { legend: { text: 'What it is about' } }, items: [{ value: 'measure', text: 'Performance' }, { value: 'budget', text: 'Budget' }], value: form.text('about'), error: error('about') })}
${input({ name: 'what', label: { text: 'Measure, or line of the budget' }, value: form.text('what'), error: error('what') })}
${textarea({ name: 'seen', label: { text: 'What was seen' }, hint: { text: 'The figure, what it was before or should be, and why the board should know.' }, rows: 5, value: form.text('seen'), error: error('seen') })}
${Array.from({ length: evidenceRows }, (_each, at) => evidenceRow(form, refusal, at + 1))}
<p class="govuk-body">It joins the board’s next agenda, and is public once that is published.</p>
${button({ text: 'Flag it', preventDoubleClick: true })}</form>`
}

function evidenceRow(form: PostedForm, refusal: Refusal | undefined, row: number): Html {
  const [text, address] = [`text-${row}`, `link-${row}`]
  const hidden = html`<span class="govuk-visually-hidden"> of evidence ${row}</span>`
  return fieldset({
    legend: { text: `Evidence ${row} (optional)`, classes: 'govuk-fieldset__legend--s' },
    content: html`${input({ name: text, label: { text: html`What it is${hidden}` }, value: form.text(text), error: faultFor(refusal, text) })}
${input({ name: address, label: { text: html`Its address${hidden}` }, hint: row === 1 ? { text: 'A page of this site, such as /bodies/cabinet/2023-07-07/items/5, or one that begins with https://' } : undefined, value: form.text(address), error: faultFor(refusal, address), spellcheck: false })}`,
  })
}

interface OutcomeGiven {
  readonly revision: number
  readonly day: string
  readonly panelName: string
  /** As it is recorded, to be corrected. */
  readonly outcome: ExceptionOutcome | undefined
}

interface OutcomeValues {
  readonly did: string
  readonly on: string
  readonly asks?: string
  readonly to?: string
  readonly due?: string | undefined
}

function valuesOf(outcome: ExceptionOutcome): OutcomeValues {
  return outcome.did === 'called' ? outcome : outcome.did === 'asked' ? { ...outcome, to: '' } : outcome
}

/** The form by which it is recorded what the board did. */
export function outcomeForm({ action, token, form, refusal }: FormGiven, { revision, day, panelName, outcome }: OutcomeGiven): Html {
  const error = (field: string) => faultFor(refusal, field)
  const recorded: Partial<OutcomeValues> = outcome === undefined ? {} : valuesOf(outcome)
  const value = (field: keyof OutcomeValues) => (form.has(field) || refusal !== undefined ? form.text(field) : (recorded[field] ?? ''))
  return html`<form method="post" action="${action}" novalidate>${csrfInput(token)}<input type="hidden" name="revision" value="${String(revision)}">
${radios({
  name: 'did',
  fieldset: { legend: { text: 'What the board did' } },
  items: [
    { value: 'noted', text: 'Noted it' },
    { value: 'asked', text: `Asked the panel to do something (${panelName})` },
    { value: 'called', text: 'Called for a report' },
  ],
  value: value('did'),
  error: error('did'),
})}
${dayInput({ name: 'on', label: 'On', value: value('on') === '' && refusal === undefined ? day : value('on'), error: error('on') })}
${textarea({ name: 'asks', label: { text: 'What was asked (unless it was noted)' }, rows: 3, value: value('asks'), error: error('asks') })}
${input({ name: 'to', label: { text: 'Who is to report (where a report was called for)' }, value: value('to'), error: error('to') })}
${dayInput({ name: 'due', label: 'By (optional)', value: value('due'), error: error('due') })}
<p class="govuk-body">The public reads this at once, and what was asked is followed until it is done.</p>
${button({ text: 'Record what the board did', preventDoubleClick: true })}</form>`
}
