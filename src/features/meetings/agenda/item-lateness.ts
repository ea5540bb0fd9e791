import type { LocalDate } from '#core/dates.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import type { AgendaView } from './agenda-view.ts'
import { reportOf } from './item-values.ts'
import { latenessOf, type Lateness } from './lateness.ts'

/**
 * Where the report of an item stands against the timetable; undefined where it has none, where it was published already, where it was withdrawn and
 * once the meeting is over.
 */
export function itemLateness(view: AgendaView, item: ItemInWork, today: LocalDate): Lateness | undefined {
  const { timetable, issued, meeting, standings, template } = view
  const report = reportOf(item)
  if (report === undefined || !timetable.ok || item.facts.withdrawn !== undefined || meeting.facts.date < today) return undefined
  if (report.isHeld && issued?.has(item.number) === true) return undefined
  return latenessOf({ standing: standings.get(report.id), clearances: template.clearances, isToFollow: item.facts.toFollow }, timetable.value, today)
}
