import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import type { Refusal } from '#core/outcome.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { textFaults } from '../editor/preview.ts'
import { paperPage } from '../frame/paper-page.ts'
import { blocksOf } from '../readiness/report-readiness.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import type { PaperInWork } from '../../work/meeting-in-work.ts'
import type { WordImport } from './keep-word-import.ts'
import { moveChoices } from './move-choices.ts'
import { textWithPictures } from './text-with-pictures.ts'

export interface ImportRecord {
  readonly opened: OpenPaper
  readonly paper: PaperInWork
  readonly kept: WordImport
}

/** What was read from a Word file, what was not, and what to do with it; nothing is in the paper before its author says so. */
export function importResult(request: StaffRequest, record: ImportRecord, refusal?: Refusal): StaffAnswer {
  const { opened, kept } = record
  const body = html`${refusal !== undefined && faultSummary(refusal)}<p class="govuk-body-l">${kept.fileName} has been read. Nothing is in the paper yet.</p>
${notCarried(record)}
${decision(request, record, refusal)}
<h2 class="govuk-heading-m">What was read</h2>
<div class="gt-preview__page" tabindex="0" role="group" aria-label="What was read from ${kept.fileName}">${preview(record)}</div>`
  return paperPage(opened, 'What came from Word', body, refusal)
}

/** More than anybody goes through one by one. */
const mostNotCarried = 40

function notCarried({ kept }: ImportRecord): Html {
  const heading = html`<h2 class="govuk-heading-m">What could not be carried over</h2>`
  if (kept.notCarried.length === 0) return html`${heading}<p class="govuk-body">Everything was carried over.</p>`
  const more = kept.notCarried.length - mostNotCarried
  const items = kept.notCarried.slice(0, mostNotCarried).map(({ what, where, count }) => html`<li>${what}${where !== undefined && html` <span class="gt-quiet">(${where})</span>`}${count > 1 && html` <span class="gt-quiet">(${count} times)</span>`}</li>`)
  return html`${heading}<ul class="govuk-list govuk-list--bullet">${items}</ul>${more > 0 && html`<p class="govuk-body">And ${more} more. Compare the text with the Word document.</p>`}`
}

function decision({ session, form }: StaffRequest, { opened, paper, kept }: ImportRecord, refusal?: Refusal): Html {
  const hasText = (paper.parts.body?.markdown ?? '').trim() !== ''
  const ways = [
    { value: 'replace', text: hasText ? 'Replace the text of the paper' : 'Put it in as the text of the paper', ...(hasText ? { hint: { text: 'The text as it stands stays in the history.' } } : {}) },
    ...(hasText ? [{ value: 'append', text: 'Add it at the end of the text' }] : []),
  ]
  const way = radios({
    name: 'way',
    fieldset: { legend: { text: 'What to do with the text', classes: 'govuk-fieldset__legend--m' } },
    value: form.text('way') === '' && !hasText ? 'replace' : form.text('way'),
    items: ways,
    error: faultFor(refusal, 'way'),
  })
  return html`<form method="post" action="/staff/papers/${opened.id}/import/${kept.id}" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="revision" value="${paper.saved.body?.revision ?? 0}">
<button type="submit" name="do" value="put-in" hidden>Put in</button>${pictures(form, { opened, kept }, refusal)}${moveChoices(form, { paper, kept }, refusal)}${way}
<div class="govuk-button-group">${button({ text: 'Put it in', name: 'do', value: 'put-in', preventDoubleClick: true })}${button({ text: 'Throw it away', name: 'do', value: 'drop', classes: 'govuk-button--secondary' })}</div></form>`
}

function pictures(form: StaffRequest['form'], { opened, kept }: Pick<ImportRecord, 'opened' | 'kept'>, refusal?: Refusal): Html | undefined {
  if (kept.pictures.length === 0) return undefined
  const boxes = kept.pictures.map(({ name, checksum, alternative }, index) => {
    const field = `alternative-${index + 1}`
    const number = html`Picture ${index + 1}`
    return html`<li class="gt-pictures__picture"><h3 class="govuk-heading-s">${number}</h3><input type="hidden" name="picture" value="${name}">
<img class="gt-pictures__image" src="/staff/papers/${opened.id}/import/${kept.id}/pictures/${checksum}" alt="Picture ${index + 1} of the Word document">
${input({ name: field, label: { text: html`What picture ${index + 1} shows` }, value: form.has(field) ? form.text(field) : alternative, error: faultFor(refusal, field) })}
${checkboxes({ name: `decorative-${index + 1}`, classes: 'govuk-checkboxes--small', items: [{ value: 'yes', text: html`Only decoration: leave it out<span class="govuk-visually-hidden"> (picture ${index + 1})</span>` }], values: form.all(`decorative-${index + 1}`) })}</li>`
  })
  return html`<h2 class="govuk-heading-m">Say what each picture shows</h2>
<p class="govuk-body">Readers who cannot see it hear these words. Of a chart, say what it tells.</p><ul class="gt-pictures">${boxes}</ul>`
}

/** The text as it would stand, pictures that nobody has described yet with words in their place. */
function preview({ opened, kept }: ImportRecord): Html | undefined {
  const choices = new Map(kept.pictures.map(({ name, alternative }, index) => [name, { name, alternative: alternative === '' ? `Picture ${index + 1}: what it shows is not yet said` : alternative }]))
  const blocks = blocksOf({ kind: opened.kind, pictures: kept.pictures }, textWithPictures(kept.markdown, choices))
  if (!blocks.ok) return html`${insetText({ text: 'The text can be put in, and needs some work before it can be published.' })}${textFaults(blocks.refusal.faults, false)}`
  const fileAddress = ({ checksum }: { readonly checksum: string }) => `/staff/papers/${opened.id}/import/${kept.id}/pictures/${checksum}`
  return html`<div class="gt-document">${blocksToHtml(blocks.value, { headingLevel: 3, idPrefix: 'read-', fileAddress })}</div>`
}
