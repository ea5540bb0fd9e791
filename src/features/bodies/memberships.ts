import type { LocalDate } from '#core/dates.ts'
import type { Capacity, Membership } from './body.ts'

/** The order in which an agenda names its members. */
const order: readonly Capacity[] = ['chair', 'vice-chair', 'voting', 'co-opted', 'associate', 'observer', 'invited']

export const capacityHeadings: Readonly<Record<Capacity, string>> = {
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  voting: 'Members',
  'co-opted': 'Co-opted members',
  associate: 'Associate members',
  observer: 'Observers',
  invited: 'Invited',
}

/** One member by their capacity. */
export const capacityWords: Readonly<Record<Capacity, string>> = {
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  voting: 'Member',
  'co-opted': 'Co-opted member',
  associate: 'Associate member',
  observer: 'Observer',
  invited: 'Invited',
}

/** Who sits on the body on that day, vacant seats included, chair first. First and last day of a membership both count. */
export function membersOn(members: readonly Membership[], day: LocalDate): Membership[] {
  return members
    .filter((member) => member.from <= day && (member.to === undefined || day <= member.to))
    .sort((one, other) => order.indexOf(one.capacity) - order.indexOf(other.capacity))
}

/** Those who sat before that day and no longer do. */
export function formerMembers(members: readonly Membership[], day: LocalDate): Membership[] {
  return members.filter((member) => member.to !== undefined && member.to < day).sort((one, other) => ((other.to ?? '') < (one.to ?? '') ? -1 : 1))
}

/** What a seat's vote covers, in words; undefined where it goes without saying. */
export function voteNote(member: Membership): string | undefined {
  if (member.votes === 'education-only') return 'votes on education matters only'
  if (member.votes === 'none') return 'no vote'
  return undefined
}

const withoutVote = { associate: 'Associate members', observer: 'Observers', invited: 'Those who are invited' } as const

/** Those of a capacity in which nobody votes, whatever the record says of the seat, in words; undefined for the others. */
export function voteless({ capacity }: Membership): string | undefined {
  return capacity === 'associate' || capacity === 'observer' || capacity === 'invited' ? withoutVote[capacity] : undefined
}

/** Whether the seat votes on every matter, so that a quorum counts it. */
export function hasFullVote(membership: Membership): boolean {
  return membership.votes === 'all' && voteless(membership) === undefined
}

/** `Cabinet Member for …, Worcestershire County Council`, without repeating a role that is the organisation's own name. */
export function seatAndOrganisation(member: Membership): string {
  return member.seat.includes(member.organisation) ? member.seat : `${member.seat}, ${member.organisation}`
}
