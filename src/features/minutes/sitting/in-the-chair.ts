import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { hasFullVote, type Membership } from '#features/bodies'
import { firstItem } from './timeline.ts'
import { standing } from './happening.ts'
import { whyNotPreside } from './may-preside.ts'
import { seatsOn } from './seats.ts'
import { sittingFrom, type SittingFacts } from './sitting-from.ts'
import type { Sitting } from './sitting-now.ts'

type Presided = Pick<Sitting, 'presiding' | 'seats' | 'presentMembers' | 'item' | 'kind' | 'day' | 'keptOut'>

/**
 * Whether somebody presided in the item, as whatever is put to a vote is put by somebody (Local Government Act 1972, Schedule 12, paragraphs 5, 11 and 18). Refused
 * where the chair and the vice-chair are out and nobody is recorded in the chair. Where nobody is recorded as having come, nothing is known.
 */
export function isPresided(sitting: Presided): Outcome<void> {
  const { presiding, seats, presentMembers, item } = sitting
  if (presiding !== undefined || !seats.some(({ where }) => where.is === 'there' || where.is === 'out')) return ok(undefined)
  const present = presentMembers.filter((one) => whyNotPreside(sitting, one) === undefined).map(({ where }) => where.person)
  const unable = presentMembers.filter(({ seat: { membership }, where }) => isOffice(membership) && !where.asSubstitute).flatMap((one) => whyNotPreside(sitting, one) ?? [])
  const out = seats.flatMap(({ seat: { membership }, where }) => (where.is === 'out' && isOffice(membership) ? where.person : []))
  const why = unable.length > 0 ? unable.join(' ').replace(/\.$/, '') : out.length === 0 ? 'neither chair nor vice-chair is there' : `${out.join(' and ')} ${out.length === 1 ? 'is' : 'are'} out of the room`
  return refuse('not-now', `Nobody presided in item ${item}: ${why}. Say who took the chair, on the attendance page${present.length === 0 ? '' : `: one of ${present.join(', ')}`}.`)
}

function isOffice({ capacity }: Membership): boolean {
  return capacity === 'chair' || capacity === 'vice-chair'
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
  const officers = seats.filter(isOffice)
  return [...new Set((officers.length > 0 ? officers : seats.filter(hasFullVote)).flatMap(({ person }) => person ?? []))]
}
