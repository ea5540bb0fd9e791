import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { csrfInput, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import { lookAtAgenda } from './agenda-view.ts'
import { agendaAddress, agendaCrumbs } from './agenda-words.ts'
import { noItem } from './change-agenda.ts'
import { itemIdOf, meetingIdOf } from './ids.ts'
import { itemMark } from './item-values.ts'
import { removeItem } from './remove-item.ts'
import { mayEdit } from './who-may.ts'

/** `/staff/meetings/:meeting/items/:item/remove`: asks before an item goes. */
export const removeItemPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/items/:item/remove',
  show: (request) => ask(request),
  submit: async (request, app) => {
    const [meeting, item] = [meetingIdOf(request.params['meeting']), itemIdOf(request.params['item'])]
    if (meeting === undefined || item === undefined) return { kind: 'refused', refusal: noItem.refusal }
    const done = await removeItem(request.context, app, meeting, item, request.form.text('based-on'))
    if (done.ok) return { kind: 'moved', to: `/staff/meetings/${meeting}?done=removed` }
    return done.refusal.kind === 'conflict' ? ask(request, done.refusal) : { kind: 'refused', refusal: done.refusal }
  },
}

async function ask(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await lookAtAgenda(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const item = view.meeting.items.find((each) => each.id === request.params['item'])
  if (!mayEdit(request) || item === undefined) return { kind: 'refused', refusal: noItem.refusal }
  const cancel = agendaAddress(view.meeting)
  if (view.issued?.has(item.number) === true) return { kind: 'moved', to: `${cancel}/after` }
  const body = html`${refusal && faultSummary(refusal)}<p class="govuk-body-l">${userText(item.facts.title)}</p>${whatGoes(item)}
<form method="post" action="${request.path}">${csrfInput(request.session.formToken)}<input type="hidden" name="based-on" value="${itemMark(item)}">
<div class="govuk-button-group">${button({ text: 'Remove the item', classes: 'govuk-button--warning', preventDoubleClick: true })}<a class="govuk-link" href="${cancel}">Keep it</a></div></form>`
  return { kind: 'page', title: `Remove item ${item.number}?`, body, crumbs: agendaCrumbs(view), ...(refusal === undefined ? {} : { status: 409, hasFaults: true }) }
}

function whatGoes(item: ItemInWork): Html {
  const held = item.papers.filter((paper) => paper.isHeld)
  if (held.length === 0) return html`<p class="govuk-body">Nothing has been written for it. The other items are numbered anew.</p>`
  return html`${warningText({ text: 'What was written for it goes too, and cannot be brought back:' })}
<ul class="govuk-list govuk-list--bullet">${held.map((paper) => html`<li>${userText(paper.title)}</li>`)}</ul>`
}
