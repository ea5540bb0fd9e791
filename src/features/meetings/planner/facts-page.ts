import { ok, refuse, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { formatDay } from '#core/date-words.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'
import { changeFacts } from './change-facts.ts'
import { factsFields, type FactsField, type FactsFields, type FactsShown } from './facts-fields.ts'
import { lengthOf } from './keep-length.ts'
import { isToCome, mayBeToldAnew, meetingAtHand, type MeetingAtHand } from './meeting-at-hand.ts'
import { mailWaits } from '../record/mail-words.ts'
import { placeInWords, whenInWords } from '../record/meeting-words.ts'
import { toldOf } from './notices.ts'
import { crumbsOf } from './turn-page.ts'
import { turnsOffered } from './turns-offered.ts'

/** `/staff/meetings/:meeting/facts`: what is said of a meeting apart from its day and its agenda. */
export const factsPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/facts',
  show: async (request) => {
    const found = await read(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    return formPage(request, found.value, keptFields(found.value.found.meeting.facts, found.value.minutes))
  },
  submit: async (request, app) => {
    const { form, context, params } = request
    const fields = typedFields(form)
    const { 'also-invited': alsoInvited, tell, ...typed } = fields
    const done = await changeFacts(
      context,
      app,
      { id: params['meeting'] ?? '', revision: form.whole('revision') },
      { ...typed, alsoInvited, tellsMembers: tell !== '' },
    )
    if (done.ok) return { kind: 'moved', to: `/staff/meetings/${params['meeting']}/facts?done=${done.value.isPublished ? 'published' : 'saved'}${done.value.told > 0 ? '-told' : ''}` }
    if (done.refusal.kind !== 'invalid' && done.refusal.kind !== 'conflict') return { kind: 'refused', refusal: done.refusal }
    const found = await read(request)
    return found.ok ? formPage(request, found.value, fields, done.refusal) : { kind: 'refused', refusal: found.refusal }
  },
}

function read({ context, params, today }: StaffRequest) {
  const id = params['meeting'] ?? ''
  return look(context, { verb: 'meetings.plan', subject: { kind: 'meeting', id: id.slice(0, 100) } }, async (reader) => {
    const found = await meetingAtHand(reader, id)
    if (!found.ok) return refuse(found.refusal.kind, found.refusal.message)
    const { meeting, body } = found.value
    const told = isToCome(found.value, today) ? (await toldOf(reader, body.slug, meeting.facts.date)).length : undefined
    return ok({ found: found.value, minutes: await lengthOf(reader, meeting.id), told })
  })
}

function keptFields(facts: MeetingFacts, minutes: number | undefined): FactsFields {
  return {
    time: facts.time ?? '',
    minutes: minutes === undefined ? '' : String(minutes),
    title: facts.title ?? '',
    venue: facts.venue ?? '',
    attendance: facts.attendance,
    webcast: facts.webcast === true ? 'yes' : facts.webcast === false ? '' : facts.webcast,
    office: facts.contact?.office ?? '',
    phone: facts.contact?.phone ?? '',
    email: facts.contact?.email ?? '',
    'also-invited': facts.alsoInvited.join('\n'),
    note: '',
    tell: 'yes',
  }
}

function typedFields(form: PostedForm): FactsFields {
  const text = (name: FactsField) => form.text(name)
  return {
    time: text('time'),
    minutes: text('minutes'),
    title: text('title'),
    venue: text('venue'),
    attendance: text('attendance'),
    webcast: text('webcast'),
    office: text('office'),
    phone: text('phone'),
    email: text('email'),
    'also-invited': text('also-invited'),
    note: text('note'),
    tell: text('tell'),
  }
}

const doneWords = {
  saved: 'The facts are saved.',
  published: 'The facts are saved, and the public reads them now.',
  'saved-told': `The facts are saved. ${mailWaits('the members')}`,
  'published-told': `The facts are saved, and the public reads them now. ${mailWaits('the members')}`,
}

function formPage(request: StaffRequest, shown: FactsShown, fields: FactsFields, refusal?: Refusal): StaffAnswer {
  const { found } = shown
  const { meeting } = found
  const may = mayBeToldAnew(found)
  if (!may.ok) return { kind: 'page', title: 'Date, time and place', crumbs: crumbsOf(found), body: closedForm(found, may.refusal.message) }
  const isStale = refusal?.kind === 'conflict'
  const body = html`${refusal && faultSummary(refusal)} ${doneBanner(request.query, doneWords)} ${isStale && asItStands(keptFields(meeting.facts, undefined))}
    <p class="govuk-body">The day is ${formatDay(meeting.facts.date)}.</p> ${turnsOffered(found, request.today)}
    ${whatThePublicReads(found)}
    <form method="post" action="${request.path}" novalidate>
      ${csrfInput(request.session.formToken)} <input type="hidden" name="revision" value="${meeting.revision}">
      ${factsFields(shown, fields, refusal)} ${button({ text: 'Save', preventDoubleClick: true })}
    </form>`
  const status = refusal === undefined ? {} : { hasFaults: true, status: isStale ? (409 as const) : (400 as const) }
  return { kind: 'page', title: 'Date, time and place', crumbs: crumbsOf(found), body, ...status }
}

/** Where nothing can be changed any more: why, and what stands. */
function closedForm(found: MeetingAtHand, why: string): Html {
  const { meeting } = found
  const rows = [
    { key: 'When', value: whenInWords(meeting.facts) },
    { key: 'Where', value: placeInWords(meeting.facts) },
  ]
  return html`${insetText({ text: why })} ${summaryList({ rows })} <p class="govuk-body">${link(`/staff/meetings/${meeting.id}/minutes`, 'The minutes of this meeting')}</p>`
}

function asItStands(kept: FactsFields): Html {
  const said = [kept.time, kept.title, kept.venue, kept.webcast, kept.office].filter((part) => part !== '')
  return insetText({ text: `As it stands now: ${said.join('; ')}.` })
}

function whatThePublicReads({ standing, agendaSince, meeting }: MeetingAtHand): Html | undefined {
  if (standing === undefined) return undefined
  if (agendaSince === undefined) return insetText({ text: 'The public reads what you save at once: the announcement becomes a new version that says what changed.' })
  return insetText({
    text: html`The agenda is published. What you save here is not public until you ${link(
      `/staff/meetings/${meeting.id}/publish`,
      'publish a correction',
    )}.`,
  })
}
