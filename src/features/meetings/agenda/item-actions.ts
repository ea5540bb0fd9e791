import type { StaffRequest } from '#access/staff/staff-page.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { select } from '#platform/pages/components/select.ts'
import { csrfInput } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import type { AgendaView } from './agenda-view.ts'
import { agendaAddress } from './agenda-words.ts'
import { itemLateness } from './item-lateness.ts'
import { orderMark } from './order.ts'

/** What an officer can do with an item: move, edit, remove or withdraw it, remind its author. */
export function itemActions(request: StaffRequest, view: AgendaView, item: ItemInWork): Html {
  const address = `${agendaAddress(view.meeting)}/items/${item.id}`
  const about = html`<span class="govuk-visually-hidden"> item ${item.number}, ${item.facts.title}</span>`
  const canMove = view.issued === undefined && view.meeting.items.length > 1
  const wasIssued = view.issued?.has(item.number) === true
  const away = wasIssued
    ? html`<a class="govuk-link" href="${agendaAddress(view.meeting)}/after/items/${item.id}">${isWithdrawnInPart(item) ? 'Change the withdrawal of' : 'Withdraw'}${about}</a>`
    : html`<a class="govuk-link" href="${address}/remove">Remove${about}</a>`
  return html`<div class="govuk-button-group gt-builder__actions">${canMove && steps(request, view, item)}
<a class="govuk-link" href="${address}">Edit${about}</a>${agreeDay(request, view, item, address)}${away}${reminder(request, view, item)}${canMove && moveTo(request, view, item)}</div>`
}

function isWithdrawnInPart({ facts }: ItemInWork): boolean {
  return facts.withdrawn !== undefined || (facts.withdrawnPapers ?? []).length > 0
}

/** Where the timetable was over when the report was asked for, the day that is agreed instead is recorded with the item. */
function agreeDay(request: StaffRequest, view: AgendaView, item: ItemInWork, address: string): Html | undefined {
  if (itemLateness(view, item, request.today)?.isPast !== true) return undefined
  return html`<a class="govuk-link" href="${address}#draft-by">Record the agreed day<span class="govuk-visually-hidden"> for the draft of item ${item.number}, ${item.facts.title}</span></a>`
}

/** Up and down, where there is an up or a down; after a move the focus comes back to the button that was pressed. */
function steps(request: StaffRequest, view: AgendaView, item: ItemInWork): Html {
  const { items } = view.meeting
  const place = items.findIndex((each) => each.id === item.id)
  const possible = [...(place > 0 ? (['up'] as const) : []), ...(place < items.length - 1 ? (['down'] as const) : [])]
  const by = request.query.get('by')
  const focused = request.query.get('moved') === item.id ? (possible.find((step) => step === by) ?? possible[0]) : undefined
  return html`${possible.map((step) => {
    const press = button({
      text: html`Move ${step}<span class="govuk-visually-hidden"> item ${item.number}, ${item.facts.title}</span>`,
      name: 'move',
      value: step,
      classes: 'govuk-button--secondary gt-builder__button',
      attributes: { autofocus: step === focused },
    })
    return html`<form class="gt-action" method="post" action="${agendaAddress(view.meeting)}/items/order" data-moves-item>${moveFields(request, view, item)}${press}</form>`
  })}`
}

function moveFields(request: StaffRequest, view: AgendaView, item: ItemInWork): Html {
  const order = orderMark(view.meeting.items.map((each) => each.id))
  return html`${csrfInput(request.session.formToken)}<input type="hidden" name="item" value="${item.id}"><input type="hidden" name="order" value="${order}">`
}

function moveTo(request: StaffRequest, view: AgendaView, item: ItemInWork): Html {
  const { items } = view.meeting
  const place = items.findIndex((each) => each.id === item.id) + 1
  const choice = select({
    name: 'to',
    id: `to-${item.id}`,
    label: { text: html`New place<span class="govuk-visually-hidden"> of item ${item.number}</span>` },
    value: String(place),
    items: items.map((_each, index) => ({ value: String(index + 1), text: String(index + 1) })),
  })
  const press = button({ text: 'Move', classes: 'govuk-button--secondary gt-builder__button' })
  const form = html`<form class="gt-builder__move-to" method="post" action="${agendaAddress(view.meeting)}/items/order" data-moves-item data-to-place>${moveFields(request, view, item)}${choice}${press}</form>`
  return details({ summary: html`Move to another place<span class="govuk-visually-hidden">: item ${item.number}, ${item.facts.title}</span>`, content: form, classes: 'gt-builder__more' })
}

function reminder(request: StaffRequest, view: AgendaView, item: ItemInWork): Html | undefined {
  const lateness = itemLateness(view, item, request.today)
  if (item.author === undefined || lateness?.step === undefined) return undefined
  if (view.remindedToday.has(item.id)) return html`<span class="govuk-body gt-builder__said">Author reminded today</span>`
  return actionButton({
    action: `${agendaAddress(view.meeting)}/items/${item.id}/remind`,
    token: request.session.formToken,
    text: 'Remind the author',
    kind: 'secondary',
    about: `of item ${item.number}, ${item.facts.title}`,
  })
}
