import type { LocalDate } from '#core/dates.ts'
import type { Body } from '../body.ts'
import { membersOn } from '../memberships.ts'

/**
 * Whether one of these bodies knows somebody of that name on that day, in a seat or as its substitute. A body whose record begins later cannot deny it: there it is
 * enough that it names them at all.
 */
export function isKnownMember(bodies: readonly Pick<Body, 'members'>[], name: string, day: LocalDate): boolean {
  return bodies.some(({ members }) => {
    const asked = members.some(({ from }) => from <= day) ? membersOn(members, day) : members
    return asked.some(({ person, substitute }) => person === name || substitute === name)
  })
}
