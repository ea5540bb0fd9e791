import { ok, refuse, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { timeInput } from '#platform/pages/day-input.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { formatDay } from '#core/date-words.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'
import { changeFacts } from './change-facts.ts'
import { lengthOf } from './keep-length.ts'
import { meetingAtHand, type MeetingAtHand } from './meeting-at-hand.ts'
import { crumbsOf } from './turn-page.ts'
import { turnsOffered } from './turns-offered.ts'

type Field = 'time' | 'minutes' | 'title' | 'venue' | 'attendance' | 'webcast' | 'office' | 'phone' | 'email' | 'also-invited' | 'note' | 'tell'
type Fields = Readonly<Record<Field, string>>

/** `/staff/meetings/:meeting/facts`: what is said of a meeting apart from its day and its agenda. */
export const factsPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/facts',
  show: async (request) => {
    const found = await read(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    return formPage(request, found.value.found, keptFields(found.value.found.meeting.facts, found.value.minutes))
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
    if (done.ok) return { kind: 'moved', to: `/staff/meetings/${params['meeting']}/facts?done=${done.value.isPublished ? 'published' : 'saved'}` }
    if (done.refusal.kind !== 'invalid' && done.refusal.kind !== 'conflict') return { kind: 'refused', refusal: done.refusal }
    const found = await read(request)
    return found.ok ? formPage(request, found.value.found, fields, done.refusal) : { kind: 'refused', refusal: found.refusal }
  },
}

function read({ context, params }: StaffRequest) {
  const id = params['meeting'] ?? ''
  return look(context, { verb: 'meetings.plan', subject: { kind: 'meeting', id: id.slice(0, 100) } }, async (reader) => {
    const found = await meetingAtHand(reader, id)
    return found.ok ? ok({
      found: found.value,
      minutes: await lengthOf(reader, found.value.meeting.id),
    }) : refuse(found.refusal.kind, found.refusal.message)
  })
}

function keptFields(facts: MeetingFacts, minutes: number | undefined): Fields {
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

function typedFields(form: PostedForm): Fields {
  const text = (name: Field) => form.text(name)
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

const doneWords = { saved: 'The facts are saved.', published: 'The facts are saved, and the public reads them now.' }

function formPage(request: StaffRequest, found: MeetingAtHand, fields: Fields, refusal?: Refusal): StaffAnswer {
  const { meeting } = found
  const isStale = refusal?.kind === 'conflict'
  const body = html`${refusal && faultSummary(refusal)} ${doneBanner(request.query, doneWords)} ${isStale && asItStands(keptFields(meeting.facts, undefined))}
    <p class="govuk-body">The day is ${formatDay(meeting.facts.date)}.</p> ${turnsOffered(found, request.today)}
    ${whatThePublicReads(found)}
    <form method="post" action="${request.path}" novalidate>
      ${csrfInput(request.session.formToken)} <input type="hidden" name="revision" value="${meeting.revision}">
      ${fieldsOf(found, fields, refusal)} ${button({ text: 'Save', preventDoubleClick: true })}
    </form>`
  const status = refusal === undefined ? {} : { hasFaults: true, status: isStale ? (409 as const) : (400 as const) }
  return { kind: 'page', title: 'Date, time and place', crumbs: crumbsOf(found), body, ...status }
}

function asItStands(kept: Fields): Html {
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

function fieldsOf({ agendaSince }: MeetingAtHand, fields: Fields, refusal: Refusal | undefined): Html {
  const textField = (name: Field, label: string, hint?: string) => input({
    name,
    label: { text: label },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    value: fields[name],
    error: faultFor(refusal, name),
  })
  return html`
    ${timeInput({ name: 'time', label: 'Time', value: fields.time, error: faultFor(refusal, 'time') })}
    ${input({
      name: 'minutes',
      label: { text: 'Length in minutes' },
      hint: { text: 'For the planner; it is not published. Left empty, the body’s usual length counts.' },
      value: fields.minutes,
      error: faultFor(refusal, 'minutes'),
      inputmode: 'numeric',
      classes: 'govuk-input--width-4',
    })}
    ${textField(
      'title',
      'Title (optional)',
      'Only where the meeting is called something besides the name of the body.',
    )} ${textField('venue', 'Place')}
    ${radios({
      name: 'attendance',
      fieldset: { legend: { text: 'How people attend', classes: 'govuk-fieldset__legend--s' } },
      items: [{ value: 'in-person', text: 'In person' }, { value: 'online', text: 'Online' }, { value: 'hybrid', text: 'In person and online' }],
      value: fields.attendance,
      error: faultFor(refusal, 'attendance'),
    })}
    ${textField('webcast', 'Webcast', 'Its address, or “yes” where the address is not known yet. Leave it empty where there is none.')}
    <h2 class="govuk-heading-m">Contact</h2>
    ${textField('office', 'Office')} ${textField('phone', 'Telephone')} ${textField('email', 'E-mail')}
    <h2 class="govuk-heading-m">Also invited</h2>
    ${textarea({
      name: 'also-invited',
      label: { text: 'Who is invited besides the members' },
      hint: { text: 'One on each line, by their role.' },
      value: fields['also-invited'],
      rows: 4,
      error: faultFor(refusal, 'also-invited'),
    })}
    ${agendaSince === undefined && textarea({
      name: 'note',
      label: { text: 'Why it was changed (optional)' },
      hint: { text: 'What changed is said by itself. This is added for the public and the members.' },
      value: fields.note,
      rows: 2,
      error: faultFor(refusal, 'note'),
    })}
    ${checkboxes({ name: 'tell', items: [{ value: 'yes', text: 'Tell the members by e-mail what changed' }], values: [fields.tell] })}
  `
}
