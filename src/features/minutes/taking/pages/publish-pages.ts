import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { look } from '#access/look.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { refusalStatus } from '#platform/http/refusal-status.ts'
import { comparedTexts } from '#platform/documents/compared-texts.ts'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { differencesHtml } from '#platform/pages/differences.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import type { KeepsItsWords } from '../../actions/raise-actions.ts'
import { publishedMinutes, type MinutesVersion } from '../public/published-minutes.ts'
import { minutesHtml, sourceHtml } from '../record/minutes-html.ts'
import { mayTurn, type MinutesState } from '../record/minutes-state.ts'
import { minutesText } from '../record/minutes-text.ts'
import { circulateMinutes, correctMinutes, noteOfCorrection } from '../verbs/turns.ts'
import { keptDespite } from '../publishing/raise-asked.ts'
import { keptWords } from './kept-words.ts'
import { lookAtMinutes, minutesAt, minutesCrumbs, type TakingView } from './taking-view.ts'

/** Minutes that may be turned, with what their turning is checked against. */
interface Ready {
  readonly view: TakingView
  readonly standing: MinutesVersion | undefined
  /** What was served or answered in other words than they now have. */
  readonly keeping: readonly KeepsItsWords[]
}

/** The minutes of the address with the version that stands, where they may go to that state. */
export async function readyTo(request: StaffRequest, to: MinutesState): Promise<Outcome<Ready>> {
  const view = await lookAtMinutes(request)
  if (!view.ok) return view
  const may = mayTurn(view.value.composed.minutes.state, to)
  if (!may.ok) return may
  const { body, date } = view.value.composed.record
  const deed = { verb: 'minutes.publish', subject: { kind: 'minutes', id: view.value.meeting.id } }
  return look(request.context, deed, async (reader) => {
    const standing = await publishedMinutes(reader, body, date)
    return ok({ view: view.value, standing, keeping: await keptDespite(reader, view.value.composed) })
  })
}

/** The frame of a page that turns minutes: what was refused, its content, and a form with one button. */
export function turnPage(request: StaffRequest, view: TakingView, page: { readonly title: string; readonly above: Piece; readonly fields: Piece; readonly press: string; readonly below?: Piece; readonly refusal?: Refusal | undefined }): StaffAnswer {
  const { refusal } = page
  const body = html`${refusal !== undefined && faultSummary(refusal)}${page.above}
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${view.composed.minutes.revision}">${page.fields}
<div class="govuk-button-group">${button({ text: page.press, preventDoubleClick: true })}${link(minutesAt(view.meeting), 'Leave the minutes as they are')}</div></form>${page.below}`
  return { kind: 'page', title: page.title, body, crumbs: minutesCrumbs(view, true), status: refusal === undefined ? 200 : refusalStatus[refusal.kind], hasFaults: refusal !== undefined }
}

/** What is refused for good has a page of its own; what can be put right stays at the form. */
export function answerTo(refusal: Refusal, again: () => Promise<StaffAnswer>): Promise<StaffAnswer> {
  return refusal.kind === 'not-allowed' || refusal.kind === 'not-found' || refusal.kind === 'not-now' ? Promise.resolve({ kind: 'refused', refusal }) : again()
}

/** Where Circulate was pressed twice: back to the minutes, which say that it is done; undefined where they have not come so far. */
async function doneBefore(request: StaffRequest, { kind }: Refusal): Promise<StaffAnswer | undefined> {
  if (kind !== 'not-now' && kind !== 'conflict') return undefined
  const view = await lookAtMinutes(request)
  const isSo = view.ok && view.value.composed.minutes.state !== 'draft'
  return isSo ? { kind: 'moved', to: `${minutesAt(view.value.meeting)}?done=circulated-already` } : undefined
}

/** The same of a correction: the version that stands says it. */
async function correctedBefore(request: StaffRequest, { kind }: Refusal): Promise<StaffAnswer | undefined> {
  const ready = kind === 'conflict' ? await readyTo(request, 'circulated') : undefined
  if (ready?.ok !== true || ready.value.standing?.note !== noteOfCorrection(request.form.text('note'))) return undefined
  return { kind: 'moved', to: `${minutesAt(ready.value.view.meeting)}?done=corrected-already` }
}

/** `/staff/meetings/:meeting/minutes/circulate`: what will be published, for the first time or with what was corrected since. */
export const circulatePage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/minutes/circulate',
  show: (request) => showCirculate(request),
  submit: async (request, app) => {
    const seen = { meeting: request.params['meeting'] ?? '', basedOn: request.form.whole('revision') }
    const isCorrection = request.form.has('note')
    const done = isCorrection ? await correctMinutes(request.context, app, seen, request.form.text('note')) : await circulateMinutes(request.context, app, seen)
    if (done.ok) return { kind: 'moved', to: `/staff/meetings/${seen.meeting}/minutes?done=${isCorrection ? 'corrected' : 'circulated'}` }
    const before = isCorrection ? await correctedBefore(request, done.refusal) : await doneBefore(request, done.refusal)
    return before ?? answerTo(done.refusal, () => showCirculate(request, done.refusal))
  },
}

async function showCirculate(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const ready = await readyTo(request, 'circulated')
  if (!ready.ok) return { kind: 'refused', refusal: ready.refusal }
  const { view } = ready.value
  const isCorrection = view.composed.minutes.state === 'circulated'
  const preview = html`<h2 class="govuk-heading-l">${view.composed.isOpen ? 'As the public will read them' : 'As they stand'}</h2>${sourceHtml(view.composed.record)}<div class="gt-reading">${minutesHtml(view.composed.record)}</div>`
  const open = view.open.length > 0 && refusal === undefined && insetText({ text: html`Before they can be published:<ul class="govuk-list govuk-list--bullet">${view.open.map(({ message }) => html`<li>${message}</li>`)}</ul>` })
  if (!isCorrection) return turnPage(request, view, { title: 'Circulate the minutes', above: html`${open}${notMinuted(view)}${firstWords(view)}`, fields: '', press: 'Circulate', below: preview, refusal })
  const fields = textarea({ name: 'note', label: { text: 'What is corrected' }, hint: { text: 'Published with the minutes.' }, value: request.form.text('note'), rows: 2, error: faultFor(refusal, 'note') })
  return turnPage(request, view, { title: 'Publish corrections', above: html`${open}${notMinuted(view)}${changesSince(ready.value)}`, fields, press: 'Publish the corrected minutes', below: preview, refusal })
}

/** A warning only: an item may have passed without anything to minute. */
function notMinuted({ items }: TakingView): Html | undefined {
  const empty = items.filter(({ item, minute, resolutions }) => item.facts.withdrawn === undefined && resolutions.length === 0 && (minute === undefined || (minute.text === '' && minute.membersText === '')))
  if (empty.length === 0) return undefined
  return insetText({ text: html`Neither a text nor a resolution is minuted of:<ul class="govuk-list govuk-list--bullet">${empty.map(({ number, title }) => html`<li>${number}. ${userText(title)}</li>`)}</ul>` })
}

function firstWords({ composed }: TakingView): Html {
  const numbers = composed.record.minutes.map(({ number }) => number)
  const [first, last] = [numbers.at(0), numbers.at(-1)]
  const range = first === undefined ? '' : first === last ? `The minute takes the number ${first}.` : `The minutes take the numbers ${first} to ${last}.`
  return html`<ul class="govuk-list govuk-list--bullet"><li>${range} Numbers stay as they are from then on.</li>
<li>${composed.isOpen ? 'They are published as a draft, to be confirmed, as a page and as a PDF.' : 'This meeting is private: nothing of them is published.'}</li>
<li>What they ask of others is raised with them.</li><li>They can be corrected until a later meeting confirms them; each correction is a version that says what it corrects.</li></ul>`
}

/** What differs from the version that stands, and what of the tracker does not follow it. */
export function changesSince({ view: { composed }, standing, keeping }: Ready): Html {
  const differences = standing !== undefined && html`<h2 class="govuk-heading-m">What is changed since version ${standing.version}</h2>${differencesHtml(comparedTexts(minutesText(standing.minutes), minutesText(composed.record)))}`
  return html`${differences}${keptWords(keeping)}`
}
