import { refuse, type Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { faultFor, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { meetingIdOf, type MeetingsApp } from '#features/meetings'
import type { HappeningId } from '../happening.ts'
import { mayRecord } from '../may-record.ts'
import { seatsOn } from '../seats.ts'
import { record } from '../verbs/record.ts'
import { happeningWords } from './happening-words.ts'
import { pressForm } from './press-form.ts'
import { pressOf } from './read-wish.ts'
import { lookAtSitting, sittingAddress, sittingCrumbs } from './view.ts'

/** `/staff/meetings/:meeting/sitting/record/:line`: one line of the record, to take it back with a reason. */
export const strikePage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/sitting/record/:line',
  show: (request) => showLine(request),
  submit: async (request, app) => {
    const { form, params, context } = request
    const [id, press] = [meetingIdOf(params['meeting']), pressOf(form)]
    if (id === undefined || press === undefined) return showLine(request, refuse('invalid', 'The page did not understand what was pressed, so nothing was changed.').refusal)
    const wish = { does: 'strike', struck: (params['line'] ?? '') as HappeningId, reason: form.text('reason').slice(0, 1000) } as const
    const done = await record(context, app, { meeting: id, press, item: 0, wish })
    if (done.ok) return { kind: 'moved', to: `/staff/meetings/${id}/sitting?done=struck&seen=${form.whole('seen')}` }
    return done.refusal.kind === 'invalid' || done.refusal.kind === 'not-now' ? showLine(request, done.refusal) : { kind: 'refused', refusal: done.refusal }
  },
}

const noLine = refuse('not-found', 'There is no such line in the record of this meeting.').refusal
const isBack = refuse('not-now', 'This line is taken back already. The record of the meeting says by whom and why.').refusal

async function showLine(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await lookAtSitting(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const line = view.facts.log.find(({ id, what }) => id === request.params['line'] && what.kind !== 'strikes')
  if (line === undefined) return { kind: 'refused', refusal: noLine }
  if (!view.recorded.includes(line)) return { kind: 'refused', refusal: isBack }
  const may = mayRecord(view.meeting.facts, request.today, 'ahead')
  if (!may.ok) return { kind: 'refused', refusal: may.refusal }
  const reason = textarea({ name: 'reason', label: { text: 'Why' }, hint: { text: 'It stays in the record beside the line, for officers and auditors; the minutes leave the line out.' }, rows: 2, value: request.form.text('reason'), error: faultFor(refusal, 'reason') })
  const press = button({ text: 'Take this line back', classes: 'govuk-button--warning', preventDoubleClick: true })
  const body = html`${refusal && faultSummary(refusal)}<p class="govuk-body-l">${userText(happeningWords(line.what, seatsOn(view.facts.body, view.facts.day)))}${line.item > 0 && `, item ${line.item}`}</p>
${view.mayRecord && pressForm(request, view, html`${reason}<div class="govuk-button-group">${press}${link(sittingAddress(view), 'Leave it as it is')}</div>`, { to: request.path })}`
  return { kind: 'page', title: 'Take back a line of the record', crumbs: sittingCrumbs(view, true), body, hasFaults: refusal !== undefined, status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409 }
}
