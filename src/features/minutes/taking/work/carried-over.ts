import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { meetingIdOn, meetingInWork, type MeetingInWork } from '#features/meetings'

/**
 * Which items of an adjourned meeting the day on which it goes on takes up, by number, each with that day; an item is known there by its title. Where that day is a
 * meeting of its own, only what it has as carried over is of this one.
 */
export async function carriedOver(reader: Reader, { facts, items }: Pick<MeetingInWork, 'facts' | 'items'>): Promise<ReadonlyMap<number, LocalDate>> {
  const { resumesOn, body } = facts
  const id = resumesOn === undefined ? undefined : await meetingIdOn(reader, body, resumesOn)
  const resumed = id && (await meetingInWork(reader, id))
  if (resumesOn === undefined || resumed === undefined) return new Map()
  const own = resumed.facts.resumedFrom === facts.date ? resumed.items : resumed.items.filter((item) => item.facts.carriedFrom === facts.date)
  const taken = new Set(own.map((item) => item.facts.title))
  return new Map(items.filter((item) => taken.has(item.facts.title)).map(({ number }) => [number, resumesOn]))
}
