import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { numberItems } from '../work/keep-meeting.ts'
import type { ItemId, MeetingId } from '../work/meeting-in-work.ts'
import { agendaWithFaults } from './agenda-page.ts'
import { changeAgenda, noItem } from './change-agenda.ts'
import { itemIdOf, meetingIdOf } from './ids.ts'
import { moved, orderMark, type Move } from './order.ts'

interface ItemMoved {
  readonly item: ItemId
  readonly move: Move
  /** The mark of the order that the officer saw. */
  readonly basedOn: string
}

/** Moves an item of an agenda that is not published yet, and numbers all items anew. Refused where the order is no longer the one that was seen. */
export function moveItem(context: Context, app: Pick<MeetingsApp, 'now'>, meeting: MeetingId, { item, move, basedOn }: ItemMoved): Promise<Outcome<void>> {
  return changeAgenda(context, app, meeting, { item, move }, async (tx, agenda) => {
    if (agenda.issued !== undefined) return refuse('not-now', 'The agenda is published, so its items keep their numbers. An item can be withdrawn, and new ones join at the end.')
    const order = agenda.meeting.items.map((each) => each.id)
    if (orderMark(order) !== basedOn) return refuse('conflict', 'Somebody else changed the order meanwhile, so nothing was moved. This is how it stands now: move the item again.')
    const next = moved(order, item, move)
    if (!next.ok) return next
    await numberItems(tx, next.value)
    return ok(undefined)
  })
}

/** Buttons up and down, and the place that was chosen or dropped on. */
export const moveItemPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/items/order',
  submit: async (request, app) => {
    const [meeting, item] = [meetingIdOf(request.params['meeting']), itemIdOf(request.form.text('item'))]
    if (meeting === undefined || item === undefined) return { kind: 'refused', refusal: noItem.refusal }
    const typed = request.form.text('move')
    const move = typed === 'up' || typed === 'down' ? typed : Number(request.form.text('to'))
    const done = await moveItem(request.context, app, meeting, { item, move, basedOn: request.form.text('order') })
    if (!done.ok) return agendaWithFaults(request, done.refusal)
    return { kind: 'moved', to: `/staff/meetings/${meeting}?moved=${item}${typed === 'up' || typed === 'down' ? `&by=${typed}` : ''}` }
  },
}
