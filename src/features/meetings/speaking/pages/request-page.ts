import type { Outcome, Refusal } from '#core/outcome.ts'
import { refusedHere } from '#access/staff/refused-here.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { meetingAddress } from '../../record/meeting.ts'
import { decideRequest, withdrawRequest } from '../decide/decide-request.ts'
import { noRequest, type RequestSeen } from '../decide/request-at-hand.ts'
import { momentOf } from '../moment.ts'
import { noteTurn, publishResponse, saveResponse, speakerOf, type TypedResponse } from '../response/respond.ts'
import { hasBegun, responseDeadline } from '../speaking-at.ts'
import { nameOf, type SpeakingRequest } from '../speaking-request.ts'
import { decisionForm, responseForm, turnForm, withdrawalForm } from './request-forms.ts'
import { lookAtSpeakers, type SpeakersView } from './speakers-view.ts'
import { momentWords, responseState, speakersAddress, speakersCrumbs, standingTags } from './words.ts'

const path = '/staff/meetings/:meeting/speakers/:request'

/** `/staff/meetings/:meeting/speakers/:request`: one request, and what may be done with it now. */
export const requestPage: StaffPage<MeetingsApp> = { path, show: (request, app) => showRequest(request, app) }

export const decisionPage = deedPage('decision', async (request, app, seen) => {
  const decision = request.form.text('decision')
  return { outcome: await decideRequest(request.context, app, seen, { decision, reason: request.form.text('reason') }), done: decision }
})

export const withdrawalPage = deedPage('withdrawal', async (request, app, seen) => ({ outcome: await withdrawRequest(request.context, app, seen), done: 'withdrawn' }))

export const turnPage = deedPage('turn', async (request, app, seen) => {
  const typed = { spoke: request.form.text('spoke'), promised: request.form.text('promised') }
  // With a response to write the officer goes on here; otherwise there is nothing left to do with this request.
  return { outcome: await noteTurn(request.context, app, seen, typed), done: 'noted', staysHere: typed.promised === 'yes' }
})

export const responsePage = deedPage('response', async (request, app, seen) => {
  const { form, context } = request
  const typed: TypedResponse = { askedAbout: form.text('asked-about'), text: form.text('response'), correction: form.text('correction') }
  if (form.text('press') === 'save') return { outcome: await saveResponse(context, app, seen, typed), done: 'saved', staysHere: true }
  return { outcome: await publishResponse(context, app, seen, typed), done: 'published' }
})

interface Done {
  readonly outcome: Outcome<void>
  /** The word that the next page is told. */
  readonly done: string
  readonly staysHere?: boolean
}

/** An address below a request's page to which one of its forms is sent. */
function deedPage(word: string, deed: (request: StaffRequest, app: MeetingsApp, seen: RequestSeen) => Promise<Done>): StaffPage<MeetingsApp> {
  return {
    path: `${path}/${word}`,
    submit: async (request, app) => {
      const { meeting = '', request: id = '' } = request.params
      const { outcome, done, staysHere } = await deed(request, app, { id, revision: request.form.whole('revision') })
      if (!outcome.ok) return showRequest(request, app, outcome.refusal)
      return { kind: 'moved', to: `${speakersAddress(meeting)}${staysHere === true ? `/${id}` : ''}?done=${done}` }
    },
  }
}

const doneWords = { noted: 'What happened at the meeting is noted. Write the response below.', saved: 'The response is saved. It is not published.' }

async function showRequest(request: StaffRequest, app: Pick<MeetingsApp, 'now'>, refusal?: Refusal): Promise<StaffAnswer> {
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookAtSpeakers(request.context, request.params['meeting'])
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const one = view.requests.find(({ id }) => id === request.params['request'])
  if (one === undefined) return { kind: 'refused', refusal: noRequest.refusal }
  const body = html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}${facts(one, view, request)}${view.mayDecide && forms(one, view, request, app, refusal)}`
  return { kind: 'page', title: `Request to speak: ${nameOf(one)}`, body, crumbs: speakersCrumbs(view, true), status: status ?? 200, hasFaults: refusal !== undefined }
}

function facts(one: SpeakingRequest, view: SpeakersView, { today }: StaffRequest): Html {
  const { asking, standing, item } = one
  const row = (key: string, value: Html | string | undefined) => (value === undefined ? [] : [{ key, value }])
  const typed = (text: string | undefined) => (text === undefined ? undefined : html`<span class="gt-typed">${userText(text)}</span>`)
  return summaryList({
    rows: [
      { key: 'State', value: html`${standingTags(one)} ${responseState(one, today)}` },
      ...(standing.state === 'asked' ? [] : row('Decided', html`By ${userText(standing.by)}, ${momentWords(standing.at)}`)),
      ...('reason' in standing ? row('Reason given', typed(standing.reason)) : []),
      { key: 'Reference', value: one.reference },
      { key: 'Asked', value: momentWords(one.askedAt) },
      { key: 'Item', value: `${item.number}. ${item.title}` },
      ...row('Wishes to say', typed(asking?.statement)),
      ...row('Speaks for', typed(asking?.onBehalf)),
      ...row('Needs', typed(asking?.needs)),
      ...(view.mayDecide ? [...row('E-mail', asking && html`<a class="govuk-link" href="mailto:${asking.email}">${asking.email}</a>`), ...row('Telephone', typed(asking?.phone))] : []),
      ...(view.mayDecide && !one.isMailed ? [{ key: 'Arrival', value: 'Not confirmed by e-mail: several requests of that day gave this mailbox. Anybody can type anybody’s address.' }] : []),
      ...row('Name published', asking && (asking.mayBeNamed ? 'Agreed' : 'Not agreed: “A member of the public”')),
      ...(asking === undefined ? [{ key: 'Details', value: 'Cleared one year after the meeting.' }] : []),
    ],
  })
}

function forms(one: SpeakingRequest, view: SpeakersView, request: StaffRequest, app: Pick<MeetingsApp, 'now'>, refusal: Refusal | undefined): Html {
  const { meeting } = view
  if (meeting === undefined) return html``
  const page = { request: one, token: request.session.formToken, form: request.form, refusal }
  if (one.standing.state === 'withdrawn') return insetText({ text: 'The speaker has withdrawn: there is nothing more to do.' })
  const isOver = hasBegun(meeting, momentOf(request.today, app.now()))
  if (!isOver) return html`${decisionForm({ ...page, mayAccept: meeting.status !== 'cancelled' })}${withdrawalForm(page)}`
  if (one.standing.state === 'asked') return decisionForm({ ...page, mayAccept: false })
  if (one.standing.state === 'declined') return insetText({ text: 'The meeting has begun or is over: the answer that was given stands.' })
  const published = one.response.state === 'published' && html`<p class="govuk-body">${link(`${meetingAddress(meeting)}#responses`, 'The response as the public reads it')}</p>`
  return html`${one.response.state !== 'published' && turnForm({ ...page, due: responseDeadline(meeting)?.words })}${responseForm({ ...page, speaker: speakerOf(one) })}${published}`
}

