import type { LocalTime } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { ItemFacts, ItemId, ItemInWork } from '../work/meeting-in-work.ts'

/** The items that go on at another sitting, numbered from 1 in their order, without the times of the day on which they were not finished. */
export function itemsGoingOn(items: readonly ItemInWork[], chosen: readonly ItemId[]): ItemInWork[] {
  return items.filter(({ id }) => chosen.includes(id)).map((item, index) => ({ ...item, number: index + 1, facts: factsGoingOn(item.facts) }))
}

/** An item that had a time and no minutes takes as long as that time said. */
function factsGoingOn({ timing, ...facts }: ItemFacts): ItemFacts {
  return { ...facts, ...given('minutes', facts.minutes ?? (timing === undefined ? undefined : minutesBetween(timing.from, timing.to) || undefined)) }
}

/** How many minutes lie between two times of a day. */
export function minutesBetween(from: LocalTime, to: LocalTime): number {
  const minute = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return minute(to) - minute(from)
}
