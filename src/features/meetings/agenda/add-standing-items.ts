import { randomUUID } from 'node:crypto'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { itemFromStanding } from '../templates/meeting-from-template.ts'
import { insertItems, numberItems } from '../work/keep-meeting.ts'
import type { ItemFacts, ItemId, MeetingId } from '../work/meeting-in-work.ts'
import { agendaWithFaults } from './agenda-page.ts'
import { changeAgenda, noMeeting } from './change-agenda.ts'
import { meetingIdOf } from './ids.ts'
import { missingStandingItems, placeOfStanding } from './standing-items.ts'

/**
 * Puts the standing items of the template that the agenda lacks at their places: the one of this title, or all of them. Refused once the agenda is
 * published, and where there is nothing to add: none is ever there twice.
 */
export function addStandingItems(context: Context, app: Pick<MeetingsApp, 'now'>, meeting: MeetingId, title?: string): Promise<Outcome<void>> {
  return changeAgenda(context, app, meeting, { standing: title === undefined ? 'all' : 'one' }, async (tx, agenda) => {
    if (agenda.issued !== undefined) return refuse('not-now', 'The agenda is published, so items join it at its end, one by one.')
    const wanted = missingStandingItems(agenda.template, agenda.meeting.items).filter((item) => title === undefined || item.title === title)
    if (wanted.length === 0) return refuse('conflict', 'The agenda has these items already. This is how it stands now.')
    const added = wanted.map((standing) => ({ standing, id: randomUUID() as ItemId, facts: itemFromStanding(standing) }))
    await insertItems(tx, meeting, agenda.meeting.items.length + 1, added)
    const order: { readonly id: ItemId; readonly facts: ItemFacts }[] = [...agenda.meeting.items]
    for (const { standing, ...item } of added) order.splice(placeOfStanding(standing, agenda.template, order), 0, item)
    await numberItems(tx, order.map((item) => item.id))
    return ok(undefined)
  })
}

export const addStandingItemsPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/items/standing',
  submit: async (request, app) => {
    const meeting = meetingIdOf(request.params['meeting'])
    if (meeting === undefined) return { kind: 'refused', refusal: noMeeting.refusal }
    const title = request.form.text('title')
    const done = await addStandingItems(request.context, app, meeting, title === '' ? undefined : title)
    return done.ok ? { kind: 'moved', to: `/staff/meetings/${meeting}?done=standing` } : agendaWithFaults(request, done.refusal)
  },
}
