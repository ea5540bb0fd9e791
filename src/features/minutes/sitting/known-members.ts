import type { LocalDate } from '#core/dates.ts'
import { membersOn, type Body } from '#features/bodies'

/** Somebody whom the record of a body names for a seat: its holder, or the substitute that it names. */
export interface KnownMember {
  readonly person: string
  readonly organisation: string
  /** The group of members that the seat is of, such as county councillors. */
  readonly group: string | undefined
  readonly isSubstitute: boolean
}

/** Everybody whom these bodies name on the day, once for each kind of seat. Those who only watch or are invited sit for nobody. */
export function knownMembers(bodies: readonly Pick<Body, 'members'>[], day: LocalDate): KnownMember[] {
  const all = bodies.flatMap(({ members }) => membersOn(members, day)).filter(({ capacity }) => capacity !== 'observer' && capacity !== 'invited')
  const named = all.flatMap(({ person, substitute, organisation, group }): KnownMember[] => [
    ...(person === undefined ? [] : [{ person, organisation, group, isSubstitute: false }]),
    ...(substitute === undefined ? [] : [{ person: substitute, organisation, group, isSubstitute: true }]),
  ])
  return [...new Map(named.map((one) => [JSON.stringify([one.person, one.organisation, one.group, one.isSubstitute]), one])).values()]
}
