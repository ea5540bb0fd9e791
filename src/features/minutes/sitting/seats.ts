import type { LocalDate } from '#core/dates.ts'
import { membersOn, type Body, type Membership } from '#features/bodies'

/** A seat of a body on the day of a meeting. */
export interface Seat {
  /** Its name in the record of the meeting: made of its holder's name, or of the seat's own where it is vacant. */
  readonly key: string
  readonly membership: Membership
}

/** The seats of a body on a day, chair first, vacant ones included. Somebody of whom the record names two, as on the day of a change of office, has the one that began last: nobody sits or votes twice. */
export function seatsOn(body: Pick<Body, 'members'>, day: LocalDate): Seat[] {
  const taken = new Map<string, number>()
  return oneEach(membersOn(body.members, day)).map((membership) => {
    const word = keyWord(membership.person ?? `vacant ${membership.seat} ${membership.organisation}`)
    const count = (taken.get(word) ?? 0) + 1
    taken.set(word, count)
    return { key: count === 1 ? word : `${word}-${count}`, membership }
  })
}

function oneEach(members: readonly Membership[]): Membership[] {
  const latest = new Map<string, Membership>()
  for (const one of members) {
    const other = one.person === undefined ? undefined : latest.get(one.person)
    if (one.person !== undefined && (other === undefined || other.from < one.from)) latest.set(one.person, one)
  }
  return members.filter((one) => one.person === undefined || latest.get(one.person) === one)
}

/** A name as part of an address: lower case, without accents, with hyphens. */
export function keyWord(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')
}
