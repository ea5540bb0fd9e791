import { formatDay } from '#core/date-words.ts'
import type { ItemInWork, MeetingInWork } from '../work/meeting-in-work.ts'
import type { AgendaView } from './agenda-view.ts'

/** The agenda's own address. */
export function agendaAddress(meeting: Pick<MeetingInWork, 'id'>): string {
  return `/staff/meetings/${meeting.id}`
}

/** "Children and Families Panel, Friday 7 July 2023" */
export function meetingInWords({ bodyName, meeting }: Pick<AgendaView, 'bodyName' | 'meeting'>): string {
  return `${bodyName}, ${formatDay(meeting.facts.date)}`
}

/** The way to a page below the agenda. */
export function agendaCrumbs(view: Pick<AgendaView, 'bodyName' | 'meeting'>) {
  return [
    { text: 'Meetings', href: '/staff/meetings' },
    { text: meetingInWords(view), href: agendaAddress(view.meeting) },
  ]
}

/** By which the item is named to whoever may not read it: nothing that would disclose. */
export function shieldedTitle({ facts }: Pick<ItemInWork, 'facts'>): string {
  return facts.withheld?.publicTitle ?? 'An item that is not open'
}
