import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { select } from '#platform/pages/components/select.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { placeOf } from '../model/change-programme.ts'
import type { Entry, TimedEntry } from '../model/work-programme.ts'
import { entryMark } from '../typed/entry-values.ts'
import type { StaffView } from './look-at-programme.ts'
import { meetingChoice, staffAddress } from './words.ts'

/** What an officer may do with an entry: place it, move it, edit it, score it, take it out; all by keyboard and without a script. */
export function entryTools(entry: Entry, view: StaffView, request: StaffRequest, refusal?: Refusal): Html {
  const { body, year } = view.key
  const at = (path: string) => staffAddress(body, `entries/${entry.slug}${path}`, { year })
  const about = html`<span class="govuk-visually-hidden">: ${entry.issue}</span>`
  if (entry.takenOut !== undefined) return actionButton({ action: at('/back'), token: request.session.formToken, text: 'Put back', about: entry.issue, kind: 'secondary', fields: { year } })
  const press = (direction: 'up' | 'down') =>
    actionButton({ action: at('/order'), token: request.session.formToken, text: direction === 'up' ? 'Move up' : 'Move down', about: entry.issue, kind: 'secondary', fields: { direction, place: String(placeOf(view.programme, entry)), year } })
  const isOpen = request.query.get('moved') === entry.slug || request.params['entry'] === entry.slug
  return html`<p class="govuk-body-s">${link(at(''), html`Edit${about}`)} · ${link(at('/scores'), html`Criteria${about}`)} · ${link(at('/out'), html`Take out${about}`)}</p>
${details({
  summary: html`Place or move${about}`,
  open: isOpen,
  content: html`${entry.kind !== 'standing' && placing(entry, view, request, { action: at('/place'), refusal })}<div class="gt-programme__tools">${press('up')}${press('down')}</div>`,
})}`
}

interface Placing {
  readonly action: string
  readonly refusal: Refusal | undefined
}

function placing(entry: TimedEntry, view: StaffView, request: StaffRequest, { action, refusal }: Placing): Html {
  const standsAt = typeof entry.when !== 'string' && 'meeting' in entry.when ? entry.when.meeting : ''
  const chosen = refusal !== undefined && request.params['entry'] === entry.slug ? request.form.text('meeting') : standsAt
  const open = view.calendar.filter(({ date, status }) => (date >= request.today && status !== 'cancelled') || date === chosen)
  const items = [{ value: '', text: 'To be confirmed' }, ...open.map(({ date, status }) => ({ value: date, text: meetingChoice(date, status) }))]
  return html`<form method="post" action="${action}">${csrfInput(request.session.formToken)}<input type="hidden" name="year" value="${view.key.year}"><input type="hidden" name="based-on" value="${entryMark(entry)}"><div class="gt-programme__tools">
${select({ name: 'meeting', id: `meeting-${entry.slug}`, label: { text: html`Place at<span class="govuk-visually-hidden">: ${entry.issue}</span>` }, items, value: chosen, error: faultFor(refusal, `meeting-${entry.slug}`) })}
${button({ text: html`Place<span class="govuk-visually-hidden"> ${entry.issue}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</div></form>`
}
