import type { LocalTime } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { itemsTimed } from '../agenda/retime-agenda.ts'
import { isFixed } from '../agenda/timing-of-agenda.ts'
import type { AgendaItem } from '../record/meeting.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import { minutesBetween } from './going-on.ts'

/**
 * Published items at the times that follow from another start. How long each takes is what its printed time says; of those that are printed without a
 * time, what staff keep. Times that staff had fixed stay.
 */
export function publishedItemsTimed<Item extends AgendaItem>(start: LocalTime | undefined, items: readonly Item[], kept: readonly ItemInWork[]): Item[] {
  const planned = items.map((item) => {
    const facts = kept.find((one) => one.number === item.number)?.facts
    const { timing, ...rest } = item
    const minutes = facts === undefined || isFixed(facts) ? undefined : timing === undefined ? facts.minutes : minutesBetween(timing.from, timing.to)
    return { number: item.number, facts: { ...rest, ...given('minutes', minutes), ...given('timing', timing) } }
  })
  return itemsTimed(start, planned).map(({ facts: { timing } }, index) => {
    const { timing: _before, ...item } = items[index] as Item
    return { ...(item as Item), ...given('timing', timing) }
  })
}
