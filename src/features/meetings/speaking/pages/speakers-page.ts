import type { LocalDateTime } from '#core/london-time.ts'
import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { isWithheldItem } from '../../record/withheld.ts'
import { meetingAddress } from '../../record/meeting.ts'
import { whenInWords } from '../../record/meeting-words.ts'
import { moveSpeaker, speakersAmong, speakersMark } from '../decide/order-speakers.ts'
import { momentOf } from '../moment.ts'
import { slotsOf } from '../slots.ts'
import { hasBegun, speakingAt } from '../speaking-at.ts'
import { nameOf, type SpeakingRequest } from '../speaking-request.ts'
import { lookAtSpeakers, type SpeakersView } from './speakers-view.ts'
import { momentWords, requestAddress, responseState, speakersAddress, speakersCrumbs, standingTags } from './words.ts'
import { mailWaits } from '../../record/mail-words.ts'

/** `/staff/meetings/:meeting/speakers`: who asks to speak, who may, in which order, and what is owed in writing. */
export const speakersPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/speakers',
  show: (request, app) => showSpeakers(request, app),
}

/** Buttons up and down beside each accepted speaker. */
export const orderPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/speakers/order',
  submit: async (request, app) => {
    const view = await lookAtSpeakers(request.context, request.params['meeting'])
    if (!view.ok) return { kind: 'refused', refusal: view.refusal }
    const { form, context } = request
    const done = await moveSpeaker(context, view.value.id, { request: form.text('request'), move: form.text('move'), basedOn: form.text('order') })
    return done.ok ? { kind: 'moved', to: `${speakersAddress(view.value.id)}?done=moved#accepted` } : showSpeakers(request, app, done.refusal)
  },
}

const doneWords = {
  accepted: `The request is accepted. ${mailWaits('the person who asked')}`,
  declined: `The request is declined. ${mailWaits('the person who asked')}`,
  withdrawn: `The request is withdrawn. ${mailWaits('the person who asked')}`,
  moved: 'The order is changed.',
  noted: 'What happened at the meeting is noted.',
  published: `The response is published. ${mailWaits('the speaker')}`,
}

async function showSpeakers(request: StaffRequest, app: Pick<MeetingsApp, 'now'>, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await lookAtSpeakers(request.context, request.params['meeting'])
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  if (refusal?.kind === 'not-allowed') return { kind: 'refused', refusal }
  const view = found.value
  const moment = momentOf(request.today, app.now())
  const isOver = hasBegun(view.facts, moment)
  const body = html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}
${lead(html`${view.bodyName}, ${whenInWords(view.facts)}`)}
${asking(moment, view)}${toDecide(view, isOver)}${accepted(request, view, isOver)}${others(view)}`
  return { kind: 'page', title: 'Public speakers', body, crumbs: speakersCrumbs(view, false), status: refusal === undefined ? 200 : 409, hasFaults: refusal !== undefined }
}

/** Until when one may ask, and how many can be heard. */
function asking(moment: LocalDateTime, { meeting, requests }: SpeakersView): Html {
  if (meeting === undefined) return insetText({ text: 'This meeting is not announced, so nobody can ask to speak at it yet.' })
  const speaking = speakingAt(meeting, moment)
  const slots = meeting.participation && slotsOf(meeting.participation, speakersAmong(requests).length)
  const closes = speaking.state === 'open' || speaking.state === 'no-agenda' ? speaking.closes : undefined
  const rows = [
    { key: 'Asking', value: html`${stateWords(speaking)} ${link(`${meetingAddress(meeting)}/speak`, 'The public form')}` },
    ...(closes === undefined ? [] : [{ key: 'Closes', value: closes.words }]),
    ...(slots === undefined ? [] : [{ key: 'Time', value: slots.words }]),
  ]
  const working = closes && details({ summary: 'How the closing time was worked out', content: html`<ol class="govuk-list govuk-list--number">${closes.working.map((step) => html`<li>${step}</li>`)}</ol><p class="govuk-body">${closes.citation}</p>` })
  return html`${summaryList({ rows })}${working}${slots?.warning !== undefined && speaking.state !== 'over' && warningText({ text: `${slots.warning} Decline some, or ask the chair whether to allow more time.`, iconFallbackText: 'Warning' })}`
}

function stateWords(speaking: ReturnType<typeof speakingAt>): string {
  if (speaking.state === 'open') return speaking.isLate ? 'The closing time is past: requests come in as late, and the chair decides.' : 'Open.'
  const words = {
    'no-agenda': 'Opens when the agenda is published.',
    'no-items': 'Nothing on the agenda can be spoken on in public.',
    cancelled: 'The meeting is cancelled: answer whoever still waits.',
    adjourned: 'The meeting is adjourned.',
    private: 'The meeting is not open to the public.',
    'not-taken': 'No rule for public participation is recorded for the body. The public is told to ask the contact of the meeting.',
    over: 'Closed: the meeting has begun or is over.',
  } as const
  return words[speaking.state]
}

function toDecide(view: SpeakersView, isOver: boolean): Html {
  const waiting = view.requests.filter(({ standing }) => standing.state === 'asked')
  return html`<h2 class="govuk-heading-m" id="to-decide">To decide${waiting.length > 0 && ` (${waiting.length})`}</h2>
${waiting.length === 0 ? html`<p class="govuk-body">Nobody waits for an answer.</p>` : waiting.map((each) => requestCard(each, view, isOver))}`
}

function requestCard(request: SpeakingRequest, view: SpeakersView, isOver: boolean): Html {
  const { asking: said, item } = request
  return summaryList({
    card: {
      title: { text: userText(nameOf(request)), headingLevel: 3 },
      actions: { items: [{ text: view.mayDecide ? (isOver ? 'Answer' : 'Accept or decline') : 'Open', href: requestAddress(request) }] },
    },
    rows: [
      { key: 'Item', value: `${item.number}. ${item.title}` },
      { key: 'Asked', value: html`${momentWords(request.askedAt)} ${standingTags(request)}` },
      ...(said?.onBehalf === undefined ? [] : [{ key: 'Speaks for', value: userText(said.onBehalf) }]),
      ...(said === undefined ? [] : [{ key: 'Wishes to say', value: html`<span class="gt-typed">${userText(said.statement)}</span>` }]),
      ...(said?.needs === undefined ? [] : [{ key: 'Needs', value: html`<span class="gt-typed">${userText(said.needs)}</span>` }]),
    ],
  })
}

function accepted(request: StaffRequest, view: SpeakersView, isOver: boolean): Html {
  const speakers = speakersAmong(view.requests)
  if (speakers.length === 0) return html`<h2 class="govuk-heading-m" id="accepted">Accepted</h2><p class="govuk-body">Nobody is accepted yet.</p>`
  const mayMove = view.mayDecide && !isOver
  const table = dataTable({
    caption: 'In the order in which they speak',
    captionSize: 's',
    columns: [{ heading: 'Speaker' }, { heading: 'Item' }, { heading: 'State' }, ...(mayMove ? [{ heading: 'Order' }] : [])],
    rows: speakers.map((speaker, index) => [
      html`${index + 1}. ${link(requestAddress(speaker), userText(nameOf(speaker)))}${speaker.asking?.onBehalf !== undefined && html`, for ${userText(speaker.asking.onBehalf)}`}`,
      `${speaker.item.number}. ${speaker.item.title}`,
      html`${standingTags(speaker)} ${isOffAgenda(speaker, view) && statusTag('Off the agenda', 'bad')} ${isOver && speaker.hasSpoken === undefined && statusTag('To note', 'caution')} ${responseState(speaker, request.today)}`,
      ...(mayMove ? [orderButtons(request, view, speaker, index, speakers.length)] : []),
    ]),
  })
  return html`<h2 class="govuk-heading-m" id="accepted">Accepted (${speakers.length})</h2>${table}
<p class="govuk-body">${button({ text: 'List for the chair', href: `${speakersAddress(view.id)}/list`, classes: 'govuk-button--secondary' })}</p>`
}

/** The item was withdrawn or closed since they asked: they must be told before they come. */
function isOffAgenda({ item }: SpeakingRequest, { meeting }: SpeakersView): boolean {
  const standing = meeting?.items.find(({ number }) => number === item.number)
  return meeting !== undefined && (standing === undefined || standing.withdrawn !== undefined || isWithheldItem(standing))
}

function orderButtons(request: StaffRequest, view: SpeakersView, speaker: SpeakingRequest, index: number, count: number): Html {
  const fields = { request: speaker.id, order: speakersMark(view.requests) }
  const step = (move: string, text: string) =>
    actionButton({ action: `${speakersAddress(view.id)}/order`, token: request.session.formToken, text, fields: { ...fields, move }, kind: 'secondary', about: nameOf(speaker) })
  return html`${index > 0 && step('up', 'Move up')} ${index < count - 1 && step('down', 'Move down')}`
}

/** Those who are not to speak, with the reason that they were given. */
function others(view: SpeakersView): Html | undefined {
  const rest = view.requests.filter(({ standing }) => standing.state === 'declined' || standing.state === 'withdrawn')
  if (rest.length === 0) return undefined
  const table = dataTable({
    caption: 'Requests that were declined or withdrawn',
    captionHidden: true,
    columns: [{ heading: 'Who asked' }, { heading: 'Item' }, { heading: 'State' }, { heading: 'Reason given' }],
    rows: rest.map((each) => [
      link(requestAddress(each), userText(nameOf(each))),
      `${each.item.number}. ${each.item.title}`,
      standingTags(each),
      each.standing.state === 'declined' ? userText(each.standing.reason) : 'At the speaker’s request',
    ]),
  })
  return html`<h2 class="govuk-heading-m" id="others">Declined and withdrawn (${rest.length})</h2>${table}`
}
