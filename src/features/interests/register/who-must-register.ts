import { addDays, type LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Body, BodyKind, Membership } from '#features/bodies'
import { memberSlug } from './member-slug.ts'

/** The council itself, its executive and its committees. Partnerships and groups are no part of the authority. */
const ofTheAuthority: readonly BodyKind[] = ['council', 'cabinet', 'scrutiny-board', 'scrutiny-panel', 'health-overview-committee', 'health-and-wellbeing-board']

/** Somebody who must tell their interests. */
export interface DutyBound {
  readonly name: string
  readonly slug: string
  /** The first day of the unbroken time in office that is running, or the next to come. */
  readonly tookOffice: LocalDate
  /** Their last day, where it is known. */
  readonly until?: LocalDate
  readonly bodies: readonly { readonly slug: string; readonly name: string }[]
}

/**
 * Who must tell their disclosable interests: members of the authority, and co-opted members of its committees who may vote on any question (Localism
 * Act 2011 s27(4), s30(1)); those in office on the day and those known to come. By name.
 */
export function membersWhoMustRegister(bodies: readonly Body[], today: LocalDate): DutyBound[] {
  const seats = bodies.flatMap((body) => body.members.filter((member) => bindsToRegister(body, member)).map((member) => ({ body, member, name: member.person ?? '' })))
  const members = [...Map.groupBy(seats, ({ name }) => name)].flatMap(([name, held]) => {
    const time = timeInOffice(held.map(({ member }) => member), today)
    if (time === undefined) return []
    const open = held.filter(({ member }) => member.to === undefined || member.to >= today)
    const named = [...new Map(open.map(({ body }) => [body.slug, body.name]))].map(([slug, bodyName]) => ({ slug, name: bodyName }))
    return [{ name, slug: memberSlug(name), tookOffice: time.from, ...given('until', time.to), bodies: named }]
  })
  return members.toSorted((one, other) => surname(one.name).localeCompare(surname(other.name), 'en-GB') || one.name.localeCompare(other.name, 'en-GB'))
}

function bindsToRegister(body: Body, member: Membership): boolean {
  return member.person !== undefined && member.votes !== 'none' && body.heldBy === undefined && ofTheAuthority.includes(body.kind)
}

interface Time {
  readonly from: LocalDate
  readonly to?: LocalDate | undefined
}

/** Seats that follow one another without a free day are one time in office: whoever changes committees takes no new office. */
function timeInOffice(seats: readonly Time[], today: LocalDate): Time | undefined {
  const times: { from: LocalDate; to?: LocalDate | undefined }[] = []
  for (const seat of seats.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = times.at(-1)
    if (last === undefined || (last.to !== undefined && addDays(last.to, 1) < seat.from)) times.push({ from: seat.from, to: seat.to })
    else if (last.to !== undefined && (seat.to === undefined || seat.to > last.to)) last.to = seat.to
  }
  return times.find(({ to }) => to === undefined || to >= today)
}

/** By which lists of members are sorted: the last word of the name. */
export function surname(name: string): string {
  return name.split(/\s+/).at(-1) ?? name
}
