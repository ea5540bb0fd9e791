import type { Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { mostRecommendations } from '../read-steps.ts'
import type { MeetingsOfGroup } from '../meetings-of-group.ts'
import { nextStages } from '../stages.ts'
import type { Stage, TaskGroup } from '../task-group.ts'

export interface StepForms {
  readonly action: string
  readonly token: CsrfToken
  readonly revision: number
  readonly today: string
  /** What was posted and not taken. */
  readonly form: PostedForm
  readonly refusal: Refusal | undefined
  readonly bodies: ReadonlyMap<string, string>
  readonly meetings: MeetingsOfGroup
}

/** One form for each step that the group can take now. */
export function stepForms(group: TaskGroup, given: StepForms): Html | undefined {
  const { standing } = group
  if (standing.stage === 'paused') return html`${stepForm(given, 'resumed', 'Take it up again')}${reasonForm(given, 'ended')}`
  const forms = nextStages[standing.stage].map((stage) => formFor(stage, given))
  return forms.length === 0 ? undefined : html`${forms}`
}

function formFor(stage: Stage, given: StepForms): Html | undefined {
  switch (stage) {
    case 'commissioned':
      return stepForm(given, 'commissioned', 'Record that it is commissioned', html`${day(given, 'commissioned', 'Commissioned on', given.meetings.last ?? '')}
${input({ name: 'commissioned-at', label: { text: 'At item (optional)' }, inputmode: 'numeric', classes: 'govuk-input--width-3', value: given.form.text('commissioned-at'), error: faultFor(given.refusal, 'commissioned-at') })}
<p class="govuk-body">From then on the public reads what it is for and who sits on it.</p>`)
    case 'gathering':
      return stepForm(given, 'gathering', 'Begin to gather evidence')
    case 'draft':
      return folded(given, 'draft', 'It has a draft report', stepForm(given, 'draft', 'Record the draft', html`${day(given, 'draft', 'Day of the draft')}
${says(given, 'draft', 'What the draft finds, in short', 'For the group and those who comment. The public learns only that there is a draft.')}<p class="govuk-body">It joins the next agenda of the body that commissioned the group.</p>`))
    case 'final':
      return folded(given, 'final', 'It has a final report', finalForm(given))
    case 'paused':
    case 'ended':
      return reasonForm(given, stage)
    case 'proposed':
      return undefined
  }
}

function reasonForm(given: StepForms, to: 'paused' | 'ended'): Html {
  const words = { paused: ['Pause it', 'Why it is paused'], ended: ['End it without a report', 'Why it ends'] } as const
  const [submit, why] = words[to]
  return folded(given, to, submit, stepForm(given, to, submit, html`${day(given, to, 'From')}${says(given, to, why, 'The public reads this.')}`, to === 'ended' ? 'govuk-button--warning' : 'govuk-button--secondary'))
}

function finalForm(given: StepForms): Html {
  const filled = Array.from({ length: mostRecommendations }, (_each, at) => at + 1).filter((row) => given.form.text(`says-${row}`) !== '' || given.form.text(`to-${row}`) !== '')
  const rows = Array.from({ length: Math.min(mostRecommendations, Math.max(4, (filled.at(-1) ?? 0) + 2)) }, (_each, at) => at + 1)
  return stepForm(given, 'final', 'Publish the final report', html`${day(given, 'final', 'Day of the report')}
${says(given, 'final', 'What the report finds, in short', 'The public reads this at once.')}
${rows.map((row) => recommendationRow(given, row))}
<p class="govuk-body">The report joins the next agenda of the body that commissioned the group. Until that body has agreed them, the recommendations are the group’s proposals, and nobody is asked for anything.</p>`)
}

function recommendationRow({ form, refusal, bodies }: StepForms, row: number): Html {
  const [saysName, toName] = [`says-${row}`, `to-${row}`]
  const list = row === 1 && html`<datalist id="answerers">${[...bodies.values()].map((name) => html`<option value="${name}"></option>`)}</datalist>`
  return fieldset({
    legend: { text: `Recommendation ${row}${row === 1 ? '' : ' (optional)'}`, classes: 'govuk-fieldset__legend--s' },
    content: html`${textarea({ name: saysName, label: { text: html`What is recommended<span class="govuk-visually-hidden"> by recommendation ${row}</span>` }, rows: 2, value: form.text(saysName), error: faultFor(refusal, saysName) })}
${input({ name: toName, label: { text: html`Who is to answer<span class="govuk-visually-hidden"> recommendation ${row}</span>` }, value: form.text(toName), error: faultFor(refusal, toName), attributes: { list: 'answerers' } })}${list}`,
  })
}

/** Behind a line, until something in it is wrong. */
function folded({ form, refusal }: StepForms, to: string, summary: string, content: Html): Html {
  return details({ summary, content, open: refusal !== undefined && form.text('to') === to })
}

function day({ form, refusal, today }: StepForms, to: string, label: string, usual = today): Html {
  const name = `${to}-on`
  return dayInput({ name, label, value: form.has(name) ? form.text(name) : usual, error: faultFor(refusal, name) })
}

function says({ form, refusal }: StepForms, to: string, label: string, hint: string): Html {
  const name = `${to}-says`
  return textarea({ name, label: { text: label }, hint: { text: hint }, rows: 4, value: form.text(name), error: faultFor(refusal, name) })
}

function stepForm(given: StepForms, to: string, submit: string, fields: Piece = '', classes?: string): Html {
  return deedForm(given, 'step', submit, html`<input type="hidden" name="to" value="${to}">${fields}`, classes)
}

/** A form of the group's page. */
export function deedForm({ action, token, revision }: StepForms, deed: string, submit: string, fields: Html, classes?: string): Html {
  return html`<form method="post" action="${action}" novalidate>${csrfInput(token)}<input type="hidden" name="revision" value="${String(revision)}"><input type="hidden" name="deed" value="${deed}">${fields}
${button({ text: submit, classes, preventDoubleClick: true })}</form>`
}

export function sessionForm(given: StepForms): Html {
  const { form, refusal } = given
  return details({
    summary: 'Add a meeting or a visit',
    open: refusal !== undefined && form.text('deed') === 'session',
    content: deedForm(given, 'session', 'Add it', html`${dayInput({ name: 'session-date', label: 'Day of the meeting or visit', value: form.text('session-date'), error: faultFor(refusal, 'session-date') })}
${radios({ name: 'session-kind', classes: 'govuk-radios--inline', fieldset: { legend: { text: 'What it is' } }, items: [{ value: 'meeting', text: 'Meeting' }, { value: 'visit', text: 'Visit' }], value: form.text('session-kind'), error: faultFor(refusal, 'session-kind') })}
${input({ name: 'session-about', label: { text: 'What it is for' }, value: form.text('session-about'), error: faultFor(refusal, 'session-about') })}`, 'govuk-button--secondary'),
  })
}

export function evidenceForm(given: StepForms): Html {
  const { form, refusal } = given
  return details({
    summary: 'Add evidence',
    open: refusal !== undefined && form.text('deed') === 'evidence',
    content: deedForm(given, 'evidence', 'Add the evidence', html`<p class="govuk-body">The public reads it at once. Name roles, not people, and nothing that would let others know a child.</p>
${dayInput({ name: 'evidence-date', label: 'Day of the evidence', value: form.text('evidence-date'), error: faultFor(refusal, 'evidence-date') })}
${input({ name: 'evidence-from', label: { text: 'From whom, by role' }, value: form.text('evidence-from'), error: faultFor(refusal, 'evidence-from') })}
${textarea({ name: 'evidence-what', label: { text: 'What was heard or received' }, rows: 3, value: form.text('evidence-what'), error: faultFor(refusal, 'evidence-what') })}
${input({ name: 'evidence-link', label: { text: 'Where to read it (optional)' }, hint: { text: 'An address that begins with https://, or one of this site, such as /bodies/cabinet' }, value: form.text('evidence-link'), error: faultFor(refusal, 'evidence-link'), spellcheck: false })}`, 'govuk-button--secondary'),
  })
}

export function commentForm(given: StepForms): Html {
  const { form, refusal } = given
  return deedForm(given, 'comment', 'Add the comment', html`${input({ name: 'comment-by', label: { text: 'Who comments, by role' }, value: form.text('comment-by'), error: faultFor(refusal, 'comment-by') })}
${textarea({ name: 'comment-says', label: { text: 'What they say' }, hint: { text: 'For the group. The public learns who commented once the report is final, and not what.' }, rows: 3, value: form.text('comment-says'), error: faultFor(refusal, 'comment-says') })}`, 'govuk-button--secondary')
}
