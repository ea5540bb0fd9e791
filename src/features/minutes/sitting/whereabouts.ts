import { given } from '#core/given.ts'
import type { Happening, Recorded } from './happening.ts'
import type { Seat } from './seats.ts'
import type { SeatNow, Whereabouts } from './sitting-now.ts'

/** Somebody in a seat: whoever sits there after them does not preside for it. */
export interface InTheChair {
  readonly seat: string
  /** Left out where nobody was recorded there yet. */
  readonly person?: string
}

/** What a list of happenings comes to. */
export interface Come {
  readonly seats: readonly SeatNow[]
  /** Who was recorded in the chair last. */
  readonly chairs?: InTheChair
}

/** Follows what happened, in order, to where everybody is at its end. */
export function follow(seats: readonly Seat[], happened: readonly Recorded[]): Come {
  const where = new Map<string, Whereabouts>(seats.map(({ key, membership }) => [key, { is: membership.person === undefined ? 'vacant' : 'unknown' }]))
  const apologised = new Set<string>()
  let chairs: InTheChair | undefined
  for (const { item, what } of happened) {
    if (!('seat' in what)) continue
    const before = where.get(what.seat)
    if (before !== undefined) where.set(what.seat, then(before, what, item))
    if (what.kind === 'apologises') apologised.add(what.seat)
    if (what.kind === 'chairs') chairs = { seat: what.seat, ...given('person', before?.is === 'there' || before?.is === 'out' ? before.person : undefined) }
  }
  return {
    seats: seats.map((seat) => ({ seat, where: where.get(seat.key) ?? { is: 'unknown' }, hasApologised: apologised.has(seat.key) })),
    ...given('chairs', chairs),
  }
}

/** Where they are after it; what does not fit (a member leaves who is not there) changes nothing. */
function then(before: Whereabouts, what: Extract<Happening, { seat: string }>, item: number): Whereabouts {
  switch (what.kind) {
    case 'arrives':
      return { is: 'there', person: what.person, asSubstitute: what.asSubstitute, remotely: what.remotely, since: item }
    case 'apologises':
      return before.is === 'unknown' ? { is: 'apologies' } : before
    case 'leaves':
      return before.is === 'there' ? { ...before, is: 'out', forInterest: what.forInterest, from: item } : before
    case 'returns':
      return before.is === 'out' ? { is: 'there', person: before.person, asSubstitute: before.asSubstitute, remotely: before.remotely, since: before.since } : before
    case 'chairs':
      return before
  }
}
