import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { look } from '#access/look.ts'
import { formatDay } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { ok, refuse, type Refusal } from '#core/outcome.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { MeetingsApp } from '#features/meetings'
import { laterMeetings, type LaterMeeting } from '../work/later-meetings.ts'
import { confirmMinutes, signMinutes, whoMaySign } from '../verbs/turns.ts'
import { minutesCrumbs } from './taking-view.ts'
import { answerTo, changesSince, readyTo, turnPage } from './publish-pages.ts'
import { recordedMeanwhile } from './recorded-meanwhile.ts'

/** `/staff/meetings/:meeting/minutes/confirm`: at which later meeting and item they were confirmed, and with which amendment. */
export const confirmPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/minutes/confirm',
  show: (request) => showConfirm(request),
  submit: async (request, app) => {
    const { form } = request
    const seen = { meeting: request.params['meeting'] ?? '', basedOn: form.whole('revision') }
    const [on, item] = form.text('meeting').split(' ')
    const date = parseDate(on ?? '')
    if (date === undefined) return showConfirm(request, refuse('invalid', '', [{ field: 'meeting', message: 'Choose the meeting at which they were confirmed' }]).refusal)
    const number = /^[1-9]\d{0,3}$/.test(item ?? '') ? Number(item) : 0
    const confirmation = { on: date, item: number, amended: form.text('amended') }
    const done = await confirmMinutes(request.context, app, seen, confirmation)
    if (done.ok) return { kind: 'moved', to: `/staff/meetings/${seen.meeting}/minutes?done=confirmed` }
    const before = await recordedMeanwhile(request, { turn: 'confirmed', facts: confirmation }, done.refusal)
    if (before !== undefined) return before
    return done.refusal.kind === 'not-now' ? showConfirm(request, done.refusal) : answerTo(done.refusal, () => showConfirm(request, done.refusal))
  },
}

async function showConfirm(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const ready = await readyTo(request, 'confirmed')
  if (!ready.ok) return { kind: 'refused', refusal: ready.refusal }
  const { view } = ready.value
  const { body, date } = view.composed.record
  const deed = { verb: 'minutes.publish', subject: { kind: 'minutes', id: view.meeting.id } }
  const later = await look(request.context, deed, async (reader) => ok(await laterMeetings(reader, { body, after: date, until: request.today })))
  if (!later.ok) return { kind: 'refused', refusal: later.refusal }
  const asked = `${request.query.get('on') ?? ''} ${request.query.get('item') ?? ''}`
  const chosen = request.form.has('meeting') ? request.form.text('meeting') : later.value.some((one) => valueOf(one) === asked) ? asked : ''
  if (later.value.length === 0) {
    const above = html`<p class="govuk-body">No later meeting of this body has been held that could confirm them.</p>`
    return { kind: 'page', title: 'Confirm the minutes', body: above, crumbs: minutesCrumbs(view, true) }
  }
  const fields = html`${radios({ name: 'meeting', value: chosen, error: faultFor(refusal, 'meeting') ?? faultFor(refusal, 'item'), fieldset: { legend: { text: 'At which meeting, in which item' } }, items: later.value.map((one) => ({ value: valueOf(one), text: `${formatDay(one.date)}, item ${one.item}: ${one.title}` })) })}
${textarea({ name: 'amended', label: { text: 'Amendment, where they were confirmed with one' }, hint: { text: 'Make it in the minutes first; say here what it is. It is published with them.' }, value: request.form.text('amended'), rows: 2, error: faultFor(refusal, 'amended') })}
${warningText({ text: 'From then on nobody can change these minutes.', iconFallbackText: 'Warning' })}`
  return turnPage(request, view, { title: 'Confirm the minutes', above: changesSince(ready.value), fields, press: 'Record that they are confirmed', refusal })
}

function valueOf({ date, item }: LaterMeeting): string {
  return `${date} ${item}`
}

/** `/staff/meetings/:meeting/minutes/sign`: who signed them in the chair, and on which day. */
export const signPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/minutes/sign',
  show: (request) => showSign(request),
  submit: async (request, app) => {
    const { form } = request
    const seen = { meeting: request.params['meeting'] ?? '', basedOn: form.whole('revision') }
    const on = parseTypedDay(form.text('on'))
    if (on === undefined) return showSign(request, refuse('invalid', '', [{ field: 'on', message: 'Give the day as 2026-04-14 or 14 April 2026' }]).refusal)
    const done = await signMinutes(request.context, app, seen, { by: form.text('by'), on })
    if (done.ok) return { kind: 'moved', to: `/staff/meetings/${seen.meeting}/minutes?done=signed` }
    return (await recordedMeanwhile(request, { turn: 'signed', facts: { by: form.text('by'), on } }, done.refusal)) ?? answerTo(done.refusal, () => showSign(request, done.refusal))
  },
}

async function showSign(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const ready = await readyTo(request, 'signed')
  if (!ready.ok) return { kind: 'refused', refusal: ready.refusal }
  const { view } = ready.value
  const { form } = request
  const deed = { verb: 'minutes.publish', subject: { kind: 'minutes', id: view.meeting.id } }
  const signers = await look(request.context, deed, async (reader) => ok(await whoMaySign(reader, view.composed)))
  if (!signers.ok) return { kind: 'refused', refusal: signers.refusal }
  const [only] = signers.value
  const chosen = form.has('by') ? form.text('by') : signers.value.length === 1 ? (only ?? '') : ''
  const names = signers.value.map((name) => ({ value: name, text: name }))
  const fields = html`${select({ name: 'by', label: { text: 'Who signed them in the chair' }, hint: { text: 'Who presided at this meeting, or at the one that confirmed its minutes, by the record of attendance.' }, items: [{ value: '', text: 'Choose' }, ...names], value: chosen, error: faultFor(refusal, 'by') })}
${dayInput({ name: 'on', label: 'On which day', value: form.has('on') ? form.text('on') : (view.composed.minutes.confirmed?.on ?? ''), error: faultFor(refusal, 'on') })}`
  const above = html`<p class="govuk-body">The chair of the meeting that confirmed them, or of the next one, signs the minutes (Local Government Act 1972, Schedule 12, paragraph 41). Your own name is recorded with this.</p>`
  return turnPage(request, view, { title: 'Record the signature', above, fields, press: 'Record the signature', refusal })
}
