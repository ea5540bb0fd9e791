import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'

interface NoteFields {
  readonly action: string
  readonly paper: string
  readonly block: string
  readonly version: number | undefined
  readonly words: string
  readonly quote: string
  readonly refusal?: Refusal | undefined
}

/** The form of a new note. */
export function newNoteForm(request: StaffRequest, { action, paper, block, version, words, quote, refusal }: NoteFields): Html {
  return html`<form method="post" action="${action}${version === undefined ? '' : `?version=${version}`}" class="gt-note-form" novalidate>${csrfInput(request.session.formToken)}
<input type="hidden" name="paper" value="${paper}"><input type="hidden" name="block" value="${block}">
${textarea({ name: 'words', label: { text: 'Your note' }, hint: { text: 'Only you can read it.' }, rows: 4, value: words, error: faultFor(refusal, 'words') })}
${textarea({ name: 'quote', label: { text: 'Words to highlight (optional)' }, hint: { text: 'Copy them from the paper. Leave this empty for a note on the whole paragraph.' }, rows: 2, value: quote, error: faultFor(refusal, 'quote') })}
<div class="govuk-button-group">${button({ text: 'Save note', preventDoubleClick: true })}</div></form>`
}

/** For the script of the reading page, which puts a copy of it below the paragraph. */
export function noteFormTemplate(request: StaffRequest, action: string, version: number | undefined): Html {
  const form = html`<form method="post" action="${action}/new${version === undefined ? '' : `?version=${version}`}" class="gt-note-form" novalidate>${csrfInput(request.session.formToken)}
<input type="hidden" name="paper" value=""><input type="hidden" name="block" value=""><input type="hidden" name="quote" value="">
<p class="govuk-body-s gt-note-form__quote" hidden></p>
<label class="govuk-label">Your note, which only you can read <textarea class="govuk-textarea" name="words" rows="3"></textarea></label>
<p class="govuk-error-message" role="alert" hidden></p>
<div class="govuk-button-group"><button class="govuk-button" type="submit">Save note</button><button class="govuk-button govuk-button--secondary" type="button" data-cancel>Cancel</button></div></form>`
  return html`<template id="note-form">${form}</template>
<div class="gt-selection" id="selection" role="group" aria-label="The words you have selected" hidden><button class="govuk-button" type="button" data-highlight>Highlight</button><button class="govuk-button govuk-button--secondary" type="button" data-write>Write a note on it</button></div>
<p class="govuk-visually-hidden" id="reading-says" role="status"></p>`
}
