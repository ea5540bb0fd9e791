import { formatDay, formatTime } from '#core/date-words.ts'
import { timeOf } from '#core/london-time.ts'
import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { select } from '#platform/pages/components/select.ts'
import { timeInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { agendaAddress, momentOf } from '#features/meetings'
import { mayOpen } from '../may-record.ts'
import { isNotReached } from '../reached.ts'
import { pressForm } from './press-form.ts'
import { itemTitle, sittingAddress, type SittingView } from './view.ts'

/** From item to item: opening, the next, another, and a look at one that is over. */
export function stepsPart(request: StaffRequest, view: SittingView, refusal: Refusal | undefined): Html {
  return html`${view.mayRecord && !view.isLookingBack && ofOfficer(request, view, refusal)}${lookForm(view)}`
}

function ofOfficer(request: StaffRequest, view: SittingView, refusal: Refusal | undefined): Html | undefined {
  const { opened, closed } = view.sitting
  const { resumesOn } = view.meeting.facts
  if (closed !== undefined) return html`<p class="govuk-body">The meeting was opened at ${opened === undefined ? 'a time not recorded' : formatTime(opened)} and closed at ${formatTime(closed)}. What was missed can still be recorded: choose its item.</p>${furtherForm(request, view)}`
  if (request.today < view.meeting.facts.date) return html`<p class="govuk-body">The meeting is still to come. Apologies can be recorded now, and declarations; the rest on its day.</p>`
  if (opened !== undefined && resumesOn !== undefined) return html`<p class="govuk-body">The meeting was adjourned, and goes on on ${formatDay(resumesOn)}. ${link('#close', 'Close it')} with the time at which it rose.</p>${nextForms(request, view)}`
  if (opened !== undefined) return nextForms(request, view)
  const may = mayOpen(view.meeting.facts)
  return may.ok ? timeForm(request, view, refusal, 'open') : html`<p class="govuk-body">${may.refusal.message} ${link(`${agendaAddress(view.meeting)}/publish`, 'Publish the agenda')}</p>`
}

/** The clock's time on the day itself; recorded afterwards, a meeting opened when it was called for unless the officer says otherwise, and nobody knows when it closed. */
function usualTime({ today, now }: StaffRequest, { meeting: { facts } }: SittingView, does: 'open' | 'close'): string {
  if (today === facts.date) return timeOf(momentOf(today, now))
  return does === 'open' ? (facts.time ?? '') : ''
}

/** Opening, or closing, at a time. */
export function timeForm(request: StaffRequest, view: SittingView, refusal: Refusal | undefined, does: 'open' | 'close'): Html {
  const isOpening = does === 'open'
  const typed = request.form.text('does') === does ? request.form.text('at') : usualTime(request, view, does)
  const error = request.form.text('does') === does ? faultFor(refusal, 'at') : undefined
  return pressForm(
    request,
    view,
    html`${timeInput({ name: 'at', label: isOpening ? 'Opened at' : 'Closed at', value: typed, error })}
${button({ text: isOpening ? 'Open the meeting' : 'Close the meeting', name: 'does', value: does, classes: isOpening ? undefined : 'govuk-button--warning', preventDoubleClick: true })}`,
  )
}

function nextForms(request: StaffRequest, view: SittingView): Html {
  const next = view.meeting.items.find(({ number, facts }) => number > view.now && facts.withdrawn === undefined)
  const others = view.meeting.items.filter(({ facts, number }) => facts.withdrawn === undefined && number !== view.now)
  const step = next !== undefined && pressForm(request, view, html`<input type="hidden" name="to" value="${next.number}">${button({ text: html`Next: ${itemTitle(view, next)}`, name: 'does', value: 'come-to', preventDoubleClick: true })}`)
  const jump = pressForm(
    request,
    view,
    html`${select({ name: 'to', label: { text: 'Go to item' }, items: others.map((item) => ({ value: String(item.number), text: itemTitle(view, item) })), value: String(next?.number ?? '') })}
${button({ text: 'Go to this item', name: 'does', value: 'come-to', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
  return html`${step}${others.length > 0 && details({ summary: 'Another item, or out of order', content: jump })}`
}

/** The page of another item, to see or to correct it. */
function lookForm(view: SittingView): Html {
  const address = sittingAddress(view)
  if (view.isLookingBack) return html`<p class="govuk-body">This is how the record has that item. What is recorded here is recorded for it. ${link(address, 'Back to now')}</p>`
  const items = [{ value: '0', text: 'Before the first item' }, ...view.meeting.items.map((item) => ({ value: String(item.number), text: itemTitle(view, item) }))]
  return details({
    summary: 'Look at an item that is over, or correct it',
    content: html`<form method="get" action="${address}">${select({ name: 'item', id: 'look-at', label: { text: 'Item to look at' }, items })}${button({ text: 'Look at this item', classes: 'govuk-button--secondary' })}</form>`,
  })
}

/** After closing: the meeting came further than the record followed it, or the minutes would say that it did not reach those items. */
function furtherForm(request: StaffRequest, view: SittingView): Html | undefined {
  const missed = view.meeting.items.filter(({ number, facts }) => facts.withdrawn === undefined && isNotReached(view.facts.log, number))
  if (missed.length === 0) return undefined
  const field = select({ name: 'to', id: 'further', label: { text: 'The last item that the meeting took' }, items: missed.map((item) => ({ value: String(item.number), text: itemTitle(view, item) })) })
  const press = button({ text: 'The meeting took this item', name: 'does', value: 'come-to', classes: 'govuk-button--secondary', preventDoubleClick: true })
  return details({ summary: `Not reached by this record: ${missed.length === 1 ? 'one item' : `${missed.length} items`}`, content: pressForm(request, view, html`${field}${press}`) })
}
