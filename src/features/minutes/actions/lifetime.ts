import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Body } from '#features/bodies'

/** From when to when there is a body; open where the record does not say. */
export type Lifetime = Pick<Body, 'name' | 'from' | 'to'>

/** Why a body cannot have asked or been asked on that day, in words; undefined where it could. Its first and last day both count. */
export function outsideLifetime({ name, from, to }: Lifetime, on: LocalDate): string | undefined {
  if (from !== undefined && on < from) return `${name} began on ${formatDate(from)}`
  return to !== undefined && on > to ? `${name} ended on ${formatDate(to)}` : undefined
}
