import type { Whereabouts, SeatNow, Sitting } from './sitting-now.ts'

/** A seat whose sitter is out of the room. */
interface SeatOut extends SeatNow {
  readonly where: Extract<Whereabouts, { is: 'out' }>
}

/** Who left for an interest in an item that the meeting is no longer in, is not recorded as back, and declared none that keeps them out of this one. */
export function outForEarlier({ seats, item, declarations }: Pick<Sitting, 'seats' | 'item' | 'declarations'>): SeatOut[] {
  const isKeptOut = (person: string) => declarations.some(({ declaration, follows }) => declaration.member === person && follows.leaves !== 'no')
  return seats.filter((one): one is SeatOut => one.where.is === 'out' && one.where.forInterest && one.where.from !== item && !isKeptOut(one.where.person))
}
