import type { LocalDate } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { commentarySection } from '../../measure-pages/commentary-section.ts'
import { commentaryOut } from '../commentaries-for.ts'
import type { Edition } from '../model/commentary.ts'
import type { CommentaryView } from './look-at-commentary.ts'
import { toldPart } from './told-part.ts'

/** What was signed, as it is read beside the figure, and the way to take the signature back. */
export function signedPart(request: StaffRequest, view: CommentaryView, stands: Edition, refusal: Refusal | undefined): Html {
  return html`${toldPart(view)}${readPart(view, stands, true)}${view.maySign && takeBackForm(request, stands, refusal)}`
}

/** What is written as it would be read beside the figure. */
export function previewPart(view: CommentaryView, today: LocalDate): Html {
  const edition: Pick<Edition, 'measure' | 'content' | 'standing'> = { measure: view.key.measure, content: view.content, standing: { state: 'signed', signature: { by: view.definition.owner, on: today } } }
  return html`<section class="gt-preview" aria-label="Preview"><p class="govuk-body"><strong>As it would be read</strong></p>${readPart(view, edition, true)}</section>`
}

function readPart({ sheets }: CommentaryView, edition: Pick<Edition, 'measure' | 'content' | 'standing'>, isConfirmed: boolean): Html {
  const all = [...new Map([[sheets.own.definition.slug, sheets.own], ...sheets.others]).values()]
  const commentary = commentaryOut(edition, { standing: all, shown: all })
  return commentarySection({ sheet: sheets.own, isConfirmed, ...(commentary === undefined ? {} : { commentary }) })
}

function takeBackForm(request: StaffRequest, { revision }: Edition, refusal: Refusal | undefined): Html {
  return html`<h2 class="govuk-heading-m">Take the signature back</h2>
<p class="govuk-body">Then it can be changed, and the period is not confirmed until it is signed again. What was published stays as it was until it is published anew.</p>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${revision}"><input type="hidden" name="press" value="take-back">
${textarea({ name: 'reason', label: { text: 'Why it is taken back' }, rows: 2, value: request.form.text('reason'), error: faultFor(refusal, 'reason') })}
${button({ text: 'Take the signature back', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}
