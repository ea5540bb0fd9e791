import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import type { AgendaView } from './agenda-view.ts'
import { withAgreedDraft } from './back-timetable.ts'
import { reportOf } from './item-values.ts'
import { latenessOf, type Lateness } from './lateness.ts'

/**
 * Where the report of an item stands against the timetable; undefined where it has none, where it was published already, where it was withdrawn and
 * once the meeting is over.
 */
export function itemLateness(view: AgendaView, item: ItemInWork, today: LocalDate): Lateness | undefined {
  const { timetable, meeting, standings, commissions, template } = view
  const report = reportOf(item)
  if (report === undefined || !timetable.ok || item.facts.withdrawn !== undefined || meeting.facts.date < today) return undefined
  if (report.isHeld && isItemPublished(view, item)) return undefined
  const { toFollow } = item.facts
  const stands = { standing: standings.get(report.id), clearances: template.clearances, isToFollow: toFollow, ...given('commissionedOn', commissions.get(report.id)) }
  return latenessOf(stands, withAgreedDraft(timetable.value, item.facts.draftBy), today)
}

/** The public agenda has the item, and its report did not stay to follow. */
export function isItemPublished({ issued, publishedToFollow }: Pick<AgendaView, 'issued' | 'publishedToFollow'>, { number }: Pick<ItemInWork, 'number'>): boolean {
  return issued?.has(number) === true && !publishedToFollow.has(number)
}
