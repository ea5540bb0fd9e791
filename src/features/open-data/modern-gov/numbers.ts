import { createHash } from 'node:crypto'
import { addDays, date, daysBetween, type LocalDate } from '#core/dates.ts'
import type { BodyRecord } from '#features/bodies'

/**
 * The whole numbers by which readers of these calls know our records. They are worked out from what is published and never changes, so that nothing has to be kept:
 * a body has its place in the order of first publication, a meeting its body and its day, an item its meeting and its number. All fit into 31 bits.
 */
const firstDay = date('1974-04-01')
const daysInAll = 2 ** 15
const itemsInAll = 2 ** 6

/** The number of each body, from 1, by its address word. */
export function committeeNumbers(records: readonly BodyRecord[]): ReadonlyMap<string, number> {
  return new Map(records.map(({ body }, index) => [body.slug, index + 1]))
}

/** The number of the meeting of a body on a day; undefined outside the years 1974 to 2063, and beyond a thousand bodies. */
export function meetingNumber(committee: number, day: LocalDate): number | undefined {
  const days = daysBetween(firstDay, day)
  return days < 0 || days >= daysInAll || committee >= 1024 ? undefined : committee * daysInAll + days
}

/** The body and the day that a number stands for. */
export function meetingOf(number: number): { readonly committee: number; readonly date: LocalDate } {
  return { committee: Math.floor(number / daysInAll), date: addDays(firstDay, number % daysInAll) }
}

/** The number of an item; beyond the 63rd of an agenda it is drawn from its address. */
export function itemNumber(meeting: number, item: number): number {
  return item < itemsInAll ? meeting * itemsInAll + item : markOf(`${meeting}/${item}`)
}

/** The meeting and the item that a number stands for; of an item beyond the 63rd nothing that there is. */
export function itemOf(text: string): { readonly meeting: number; readonly item: number } | undefined {
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0
  return number >= itemsInAll && number < 2 ** 31 ? { meeting: Math.floor(number / itemsInAll), item: number % itemsInAll } : undefined
}

/** A number for each of these names, the same whenever they are asked for; where two would have one, the later by the alphabet has the next that is free. */
export function markNumbers(names: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  const taken = new Set<number>()
  for (const name of [...new Set(names)].toSorted()) {
    let number = markOf(name)
    while (taken.has(number)) number += 1
    taken.add(number)
    numbers.set(name, number)
  }
  return numbers
}

/** The number of each councillor. */
export function councillorNumbers(names: readonly string[]): ReadonlyMap<string, number> {
  return markNumbers(names)
}

/** 30 bits of a checksum, so that the next numbers still fit into 31. */
function markOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) >>> 2
}
