import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { meetingIdOn, meetingInWork, type MeetingInWork } from '#features/meetings'

/** Which items of an adjourned meeting the day on which it goes on takes up, by number, each with that day; an item is known there by its title. */
export async function carriedOver(reader: Reader, { facts, items }: Pick<MeetingInWork, 'facts' | 'items'>): Promise<ReadonlyMap<number, LocalDate>> {
  const { resumesOn, body } = facts
  const id = resumesOn === undefined ? undefined : await meetingIdOn(reader, body, resumesOn)
  const resumed = id && (await meetingInWork(reader, id))
  if (resumesOn === undefined || resumed === undefined || resumed.facts.resumedFrom !== facts.date) return new Map()
  const taken = new Set(resumed.items.map((item) => item.facts.title))
  return new Map(items.filter((item) => taken.has(item.facts.title)).map(({ number }) => [number, resumesOn]))
}
