import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { willBeMailed } from '../../record/mail-words.ts'
import { momentInWords } from '../frame/moment-words.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import type { PaperComment } from './comments-of-paper.ts'
import type { CommentReply } from './replies-of.ts'
import { replyField } from './reply-to-comment.ts'

/** What was answered to a comment, in order, and the way to answer while it is open. */
export function repliesSection(request: StaffRequest, opened: OpenPaper, comment: PaperComment, replies: readonly CommentReply[], refusal?: Refusal): Html {
  const list =
    replies.length > 0 &&
    html`<ol class="gt-comments__replies" aria-label="Replies to ${comment.by}">${replies.map(
      ({ by, at, words }) => html`<li><p class="govuk-body-s gt-quiet"><strong>${userText(by)}</strong>, ${momentInWords(at, request.now)}</p><p class="govuk-body gt-comments__words">${userText(words)}</p></li>`,
    )}</ol>`
  return html`${list}${isAnswered(request, comment) && opened.rights.comment && replyForm(request, opened, comment, refusal)}`
}

/** A comment can be answered while it is open; what was typed while somebody resolved it is still there. */
function isAnswered({ form }: StaffRequest, { id, resolvedAt }: PaperComment): boolean {
  return resolvedAt === undefined || form.has(replyField(id))
}

function replyForm({ session, form }: StaffRequest, { id }: OpenPaper, comment: PaperComment, refusal?: Refusal): Html {
  const name = replyField(comment.id)
  const about = html`<span class="govuk-visually-hidden"> to ${userText(comment.by)}</span>`
  const content = html`<form method="post" action="/staff/papers/${id}/comments/${comment.id}" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="do" value="reply">
${textarea({ name, label: { text: html`Your reply${about}` }, hint: { text: `${willBeMailed('whoever you answer')} There is one an hour at most.` }, rows: 3, value: form.text(name), error: faultFor(refusal, name) })}
${button({ text: html`Send the reply${about}`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
  return details({ summary: html`Reply${about}`, content, open: form.has(name) })
}
