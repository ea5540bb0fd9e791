import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { reportPartNames } from '../../record/report-parts.ts'
import { momentInWords } from '../frame/moment-words.ts'
import { paperNavigation, withheldNotice } from '../frame/paper-frame.ts'
import { paperPage } from '../frame/paper-page.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { partName } from '../saving/part-words.ts'
import { hasPart } from '../saving/save-section.ts'
import { commentOnPaper } from './comment-on-paper.ts'
import { commentsOfPaper, type PaperComment } from './comments-of-paper.ts'
import { repliesOf, type CommentReply } from './replies-of.ts'
import { repliesSection } from './replies-section.ts'
import { replyField, replyToComment } from './reply-to-comment.ts'
import { resolveComment } from './resolve-comment.ts'
import { willBeMailed } from '../../record/mail-words.ts'

interface CommentsRecord {
  readonly opened: OpenPaper
  readonly comments: readonly PaperComment[]
  readonly replies: readonly CommentReply[]
}

function readComments({ context, params }: StaffRequest): Promise<Outcome<CommentsRecord>> {
  return lookAtPaper(context, params.paper, async (reader, opened) => {
    const comments = await commentsOfPaper(reader, opened.id)
    return ok({ opened, comments, replies: await repliesOf(reader, comments.map(({ id }) => id)) })
  })
}

const done = { made: 'Your comment is made.', replied: 'Your reply is sent.', resolved: 'The comment is resolved.', opened: 'The comment is open again.' }

async function showComments(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const record = await readComments(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, comments, replies } = record.value
  const open = comments.filter((comment) => comment.resolvedAt === undefined)
  const resolved = comments.filter((comment) => comment.resolvedAt !== undefined)
  const listed = (those: readonly PaperComment[]) => html`<ol class="gt-comments">${those.map((comment) => commentHtml(request, opened, comment, repliesSection(request, opened, comment, replies.filter((one) => one.comment === comment.id), refusal)))}</ol>`
  const body = html`${refusal === undefined ? doneBanner(request.query, done) : faultSummary(refusal)}${paperNavigation(opened, '/comments')}${withheldNotice(opened)}
<h2 class="govuk-heading-m">${open.length === 0 ? 'No open comments' : open.length === 1 ? '1 open comment' : `${open.length} open comments`}</h2>
${open.length > 0 && listed(open)}${resolved.length > 0 && details({ summary: `Resolved comments (${resolved.length})`, content: listed(resolved), open: resolved.some(({ id }) => request.form.has(replyField(id))) })}${opened.rights.comment && commentForm(request, opened, refusal)}`
  return paperPage(opened, 'Comments', body, refusal)
}

function commentHtml({ session, now }: StaffRequest, opened: OpenPaper, comment: PaperComment, replies: Html): Html {
  const isResolved = comment.resolvedAt !== undefined
  const may = opened.rights.write || comment.byPerson === session.actor.person
  const press =
    may &&
    actionButton({
      action: `/staff/papers/${opened.id}/comments/${comment.id}`,
      token: session.formToken,
      text: isResolved ? 'Open again' : 'Resolve',
      about: `the comment of ${comment.by}`,
      fields: { do: isResolved ? 'open' : 'resolve' },
      kind: 'secondary',
    })
  const end = comment.resolvedAt !== undefined && html`<p class="govuk-body-s gt-quiet">Resolved by ${userText(comment.resolvedBy ?? '')}, ${momentInWords(comment.resolvedAt, now)}</p>`
  return html`<li class="gt-comments__comment"><p class="govuk-body-s gt-quiet"><strong>${userText(comment.by)}</strong>, ${momentInWords(comment.at, now)}, on ${partName(comment.part, opened)}</p>
${comment.quote !== undefined && html`<blockquote class="gt-comments__quote">${userText(comment.quote)}</blockquote>`}<p class="govuk-body gt-comments__words">${userText(comment.words)}</p>${replies}${end}${press}</li>`
}

function commentForm({ session, form, query }: StaffRequest, opened: OpenPaper, refusal?: Refusal): Html {
  const { id, kind } = opened
  const given = (name: string) => (form.has(name) ? form.text(name) : (query.get(name) ?? ''))
  const parts = reportPartNames.filter((part) => hasPart(kind, part)).map((part) => ({ value: part, text: partName(part, opened) }))
  return html`<h2 class="govuk-heading-m" id="make-a-comment">Make a comment</h2>
<form method="post" action="/staff/papers/${id}/comments" novalidate>${csrfInput(session.formToken)}
${select({ name: 'part', label: { text: 'On' }, items: parts, value: given('part') === '' ? 'body' : given('part') })}
${textarea({ name: 'quote', label: { text: 'Words that you comment on (optional)' }, hint: { text: 'Copied from the text' }, rows: 2, value: given('quote'), error: faultFor(refusal, 'quote') })}
${textarea({ name: 'comment', label: { text: 'Your comment' }, hint: { text: `${willBeMailed('the author')} There is one an hour at most.` }, rows: 4, value: given('comment'), error: faultFor(refusal, 'comment') })}
${button({ text: 'Make the comment', preventDoubleClick: true })}</form>`
}

async function makeComment(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form, origin } = request
  const paper = params.paper ?? ''
  const made = await commentOnPaper(context, { paper, part: form.text('part'), quote: form.text('quote'), words: form.text('comment'), at: app.now(), origin })
  return made.ok ? { kind: 'moved', to: `/staff/papers/${paper}/comments?done=made` } : showComments(request, made.refusal)
}

async function reply(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form, origin } = request
  const { paper = '', comment = '' } = params
  const made = await replyToComment(context, { paper, comment, words: form.text(replyField(comment)), at: app.now(), origin })
  return made.ok ? { kind: 'moved', to: `/staff/papers/${paper}/comments?done=replied` } : showComments(request, made.refusal)
}

async function replyOrResolve(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  return request.form.text('do') === 'reply' ? reply(request, app) : resolve(request, app)
}

async function resolve(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form } = request
  const paper = params.paper ?? ''
  const isResolved = form.text('do') !== 'open'
  const resolved = await resolveComment(context, { paper, comment: params.comment ?? '', isResolved, at: app.now() })
  return resolved.ok ? { kind: 'moved', to: `/staff/papers/${paper}/comments?done=${isResolved ? 'resolved' : 'opened'}` } : { kind: 'refused', refusal: resolved.refusal }
}

export const commentsPages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/papers/:paper/comments', show: (request) => showComments(request), submit: makeComment },
  { path: '/staff/papers/:paper/comments/:comment', show: (request) => showComments(request), submit: replyOrResolve },
]
