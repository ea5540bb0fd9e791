import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { csrfInput } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { ReportPartName } from '../../../record/report-parts.ts'
import { momentInWords, minutesAgo } from '../../frame/moment-words.ts'
import { partName } from '../../saving/part-words.ts'
import type { EditorRecord } from '../read-editor.ts'
import type { PartDrawing } from './part-drawing.ts'
import { fieldsOf } from './part-fields.ts'

interface PartForm extends PartDrawing {
  readonly part: ReportPartName
  /** The revision on which what is shown rests. */
  readonly revision: number
  /** Stands below the fields: the preview of the text. */
  readonly below?: Html
}

/** A part of the editor: a form of its own, with its own Save, that names the revision it rests on. */
export function partForm(request: StaffRequest, form: PartForm): Html {
  const { record, part, revision, below } = form
  const { id } = record.paper
  const address = `/staff/papers/${id}/parts/${part}`
  const heading = partName(part, record.paper)
  const key = `${request.session.actor.person}:${id}:${part}`
  const state = partState(request, record, part)
  return html`<section class="gt-part gt-part--${part}" id="part-${part}" aria-labelledby="part-${part}-heading" data-part="${part}">
<h2 class="govuk-heading-l" id="part-${part}-heading">${heading}</h2>
<form method="post" action="${address}" novalidate data-autosave="/staff/papers/${id}/autosave/${part}" data-key="${key}">
${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${revision}"><button type="submit" name="do" value="save" hidden>Save</button>
<div data-kept-text hidden></div>
<div class="gt-part__fields">${part !== 'body' && state}${fieldsOf[part]({ ...form, state })}</div>
<div class="gt-part__actions"><div class="govuk-button-group">${button({ text: html`Save<span class="govuk-visually-hidden"> ${heading}</span>`, name: 'do', value: 'save', attributes: { 'data-save': true } })}
${part === 'body' && button({ text: 'Preview', name: 'do', value: 'preview', classes: 'govuk-button--secondary', attributes: { 'data-preview-now': true } })}</div></div>
</form>
${below}${commentsBelow(record, part)}
</section>`
}

/** Above the fields, so that whoever writes a long text sees it; said politely whenever it changes. */
function partState(request: StaffRequest, record: EditorRecord, part: ReportPartName): Html {
  return html`<div class="gt-part__state"><p class="govuk-body-s gt-part__saved" role="status" data-saved>${savedLine(request, record, part)}</p>
<p class="govuk-body-s gt-part__others" role="status" data-others>${othersLine(request, record, part)}</p></div>`
}

function savedLine({ now }: StaffRequest, { paper }: EditorRecord, part: ReportPartName): string {
  const saved = paper.saved[part]
  return saved === undefined ? 'Not begun' : `Saved ${momentInWords(saved.at, now)}${saved.by === undefined ? '' : ` by ${saved.by}`}`
}

/** Somebody who saved a part within these minutes may still be writing. */
const stillWriting = 15

/** Who else has just saved this part; empty where nobody has. */
export function othersLine({ session, now }: Pick<StaffRequest, 'session' | 'now'>, { paper }: Pick<EditorRecord, 'paper'>, part: ReportPartName): string {
  const saved = paper.saved[part]
  if (saved?.by === undefined || saved.by === session.actor.name) return ''
  const at = new Date(saved.at)
  return now.getTime() - at.getTime() > stillWriting * 60_000 ? '' : `${saved.by} is also working on this part (saved ${minutesAgo(at, now)}).`
}

/** The open comments on the part, and the way to make one. */
function commentsBelow({ opened, paper, openComments }: EditorRecord, part: ReportPartName): Html | undefined {
  const own = openComments.filter((comment) => comment.part === part)
  const address = `/staff/papers/${opened.id}/comments?part=${part}`
  const add = opened.rights.comment && html`<p class="govuk-body-s"><a class="govuk-link" href="${address}#comment">Comment on this part<span class="govuk-visually-hidden">: ${partName(part, paper)}</span></a></p>`
  if (own.length === 0) return html`${add}`
  const list = own.map(
    ({ by, words, quote }) => html`<li>${userText(by)}${quote !== undefined && html` on “${userText(quote)}”`}: ${userText(words)}</li>`,
  )
  const count = own.length === 1 ? '1 open comment' : `${own.length} open comments`
  return html`${details({ summary: html`${count}<span class="govuk-visually-hidden"> on ${partName(part, paper)}</span>`, content: html`<ul class="govuk-list govuk-list--bullet">${list}</ul><p class="govuk-body"><a class="govuk-link" href="${address}">Answer or resolve<span class="govuk-visually-hidden"> comments on ${partName(part, paper)}</span></a></p>` })}${add}`
}
