import type { Outcome, Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { userText } from '#platform/pages/text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { periodName } from '../../sheets/shown.ts'
import { saveCommentary, signCommentary, takeBack } from '../deeds/keep-commentary.ts'
import type { Content } from '../model/commentary.ts'
import { outlivedInWords } from '../model/outlived-in-words.ts'
import { commentaryForm } from './commentary-form.ts'
import { figurePart } from './figure-part.ts'
import { differingPart, historyPart } from './history-part.ts'
import { keyOf, lookAtCommentary, type CommentaryView } from './look-at-commentary.ts'
import { previewPart, signedPart } from './signed-part.ts'
import { readCommentaryForm } from './read-commentary-form.ts'
import { beforePart } from './before-part.ts'
import { commentaryAddress, listCrumb, standingTag } from './words.ts'

const doneWords = { saved: 'The draft is saved.', signed: 'The commentary is signed, and the period is confirmed.', 'taken-back': 'The signature is taken back. The commentary is a draft again.' }

/** `/staff/commentary/:measure/:period`: the figure, what was said before, and what its owner says of it. */
export const commentaryPage: StaffPage<MeetingsApp> = {
  path: '/staff/commentary/:measure/:period',
  show: (request) => show(request),
  submit: async (request, app) => {
    const press = request.form.text('press')
    const typed = press === 'take-back' ? undefined : readCommentaryForm(request.form)
    if (press === 'check') return show(request, { typed, isCheck: true })
    const done = await pressed(press, request, app, typed)
    if (done === undefined) return show(request, { typed })
    const word = press === 'save' ? 'saved' : press === 'sign' ? 'signed' : 'taken-back'
    return done.ok ? { kind: 'moved', to: `${commentaryAddress(keyOf(request))}?done=${word}` } : show(request, { typed, refusal: done.refusal })
  },
}

function pressed(press: string, { context, form, params }: StaffRequest, app: MeetingsApp, typed: Content | undefined): Promise<Outcome<number>> | undefined {
  const seen = { ...keyOf({ params }), seen: form.whole('revision') }
  if (press === 'take-back') return takeBack(context, app, seen, form.text('reason'))
  if (typed === undefined) return undefined
  if (press === 'sign') return signCommentary(context, app, seen, typed, form.text('as'))
  return press === 'save' ? saveCommentary(context, app, seen, typed) : undefined
}

interface Shown {
  readonly typed?: Content | undefined
  readonly refusal?: Refusal | undefined
  readonly isCheck?: boolean
}

const statuses: Partial<Record<Refusal['kind'], 400 | 409>> = { invalid: 400, conflict: 409, 'not-now': 409 }

async function show(request: StaffRequest, { typed, refusal, isCheck = false }: Shown = {}): Promise<StaffAnswer> {
  const status = refusal === undefined ? 200 : statuses[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookAtCommentary(request, typed)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  return {
    kind: 'page',
    title: `${view.definition.name}, ${periodName(view.key.period, view.definition)}`,
    crumbs: [listCrumb],
    ...(status === undefined || status === 200 ? {} : { status }),
    hasFaults: refusal !== undefined,
    body: html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}<p class="govuk-body">${standingTag(view.editions[0])} ${view.sheets.own.judgement.isException && exceptionTag} Owner: ${view.definition.owner}</p>
${outlivedPart(view)}${figurePart(view)}${beforePart(view)}${wordsPart(request, view, { typed, refusal, isCheck })}${historyPart(view, request.now)}`,
  }
}

/** Why what was signed confirms nothing any more, and what to do. */
function outlivedPart({ editions: [stands], definition }: CommentaryView): Html | undefined {
  const why = stands && outlivedInWords(stands, definition)
  return why === undefined ? undefined : insetText({ text: html`This commentary was ${userText(why)}. It confirms nothing until it is signed again: read it beside the figure as it stands, and change what is no longer so.` })
}

const exceptionTag = html`<strong class="govuk-tag govuk-tag--orange">Exception</strong>`

/** The form, or what was signed. What was typed and could not be kept stays in the form, also where somebody else has signed meanwhile. */
function wordsPart(request: StaffRequest, view: CommentaryView, { typed, refusal, isCheck }: Shown): Html {
  const [stands] = view.editions
  if (typed === undefined && stands?.standing.state === 'signed') return signedPart(request, view, stands, refusal)
  if (!view.mayWrite && !view.maySign) return stands === undefined ? html`<p class="govuk-body">Nothing is written of it yet.</p>` : previewPart(view, request.today)
  // A form that met a change rests on what is shown beside it from now on; any other on what it was opened with.
  const seen = typed === undefined || refusal?.kind === 'conflict' ? (stands?.revision ?? 0) : request.form.whole('revision')
  return html`${refusal?.kind === 'conflict' && stands !== undefined && differingPart(stands, view.content, request.now)}${commentaryForm(request, view, seen, refusal)}${(isCheck === true || stands !== undefined) && previewPart(view, request.today)}`
}
