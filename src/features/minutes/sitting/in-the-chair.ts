import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { firstItem } from './timeline.ts'
import { standing } from './happening.ts'
import { seatsOn } from './seats.ts'
import { sittingFrom, type SittingFacts } from './sitting-from.ts'
import type { Sitting } from './sitting-now.ts'

/**
 * Whether somebody presided in the item, as whatever is put to a vote is put by somebody (Local Government Act 1972, Schedule 12, paragraphs 5, 11 and 18). Refused
 * where the chair and the vice-chair are out and nobody is recorded in the chair. Where nobody is recorded as having come, nothing is known.
 */
export function isPresided({ presiding, seats, presentMembers, item }: Pick<Sitting, 'presiding' | 'seats' | 'presentMembers' | 'item'>): Outcome<void> {
  if (presiding !== undefined || !seats.some(({ where }) => where.is === 'there' || where.is === 'out')) return ok(undefined)
  const present = presentMembers.map(({ where }) => where.person)
  const out = seats.flatMap(({ seat: { membership }, where }) => (where.is === 'out' && (membership.capacity === 'chair' || membership.capacity === 'vice-chair') ? where.person : []))
  const why = out.length === 0 ? 'neither chair nor vice-chair is there' : `${out.join(' and ')} ${out.length === 1 ? 'is' : 'are'} out of the room`
  return refuse('not-now', `Nobody presided in item ${item}: ${why}. Say who took the chair, on the attendance page${present.length === 0 ? '' : `: one of ${present.join(', ')}`}.`)
}

/**
 * Who presided at the meeting, in any of its items, by name. Where the record does not say: those who were there; where it names nobody as there, the chair and the
 * vice-chair of the day, and of a body without either its voting members.
 */
export function whoPresided(facts: SittingFacts): string[] {
  const log = standing(facts.log)
  const items = [...new Set([firstItem(log), ...log.map(({ item }) => item)])]
  const sittings = items.map((item) => sittingFrom(facts, item))
  const presided = sittings.flatMap(({ presiding }) => presiding?.where.person ?? [])
  if (presided.length > 0) return [...new Set(presided)]
  const present = sittings.flatMap(({ presentMembers }) => presentMembers.map(({ where }) => where.person))
  if (present.length > 0) return [...new Set(present)]
  const seats = seatsOn(facts.body, facts.day).map(({ membership }) => membership)
  const officers = seats.filter(({ capacity }) => capacity === 'chair' || capacity === 'vice-chair')
  return [...new Set((officers.length > 0 ? officers : seats.filter(({ votes }) => votes === 'all')).flatMap(({ person }) => person ?? []))]
}
