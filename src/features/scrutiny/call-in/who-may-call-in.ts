import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { membersOn, publishedBodies, seatsOf, type BodyKind, type Capacity, type Membership } from '#features/bodies'

/** A seat as far as it matters for a call-in. */
interface Seat {
  readonly kind: BodyKind | undefined
  readonly capacity: Capacity
  readonly votes: Membership['votes']
}

/** The seats of a person on a day, each with the kind of its body. */
export async function seatsToCallIn(reader: Reader, person: PersonId, today: LocalDate): Promise<readonly Seat[]> {
  const kinds = new Map((await publishedBodies(reader)).map(({ slug, kind }) => [slug, kind]))
  return (await seatsOf(reader, person, today)).map(({ body, capacity, votes }) => ({ kind: kinds.get(body), capacity, votes }))
}

/** The members who may join a call-in on a day, by name, whether they have an account or not. */
export async function whoMayCallIn(reader: Reader, matter: { readonly isEducation?: boolean | undefined }, day: LocalDate): Promise<string[]> {
  const seats = new Map<string, Seat[]>()
  for (const { kind, members } of await publishedBodies(reader)) {
    for (const { person, capacity, votes } of membersOn(members, day)) if (person !== undefined) seats.set(person, [...(seats.get(person) ?? []), { kind, capacity, votes }])
  }
  return [...seats].flatMap(([member, held]) => (mayCallIn(held, matter).ok ? [member] : [])).toSorted((one, other) => one.localeCompare(other))
}

export const scrutinyKinds: readonly BodyKind[] = ['scrutiny-board', 'scrutiny-panel', 'health-overview-committee']
const full: readonly Capacity[] = ['chair', 'vice-chair', 'voting']

/**
 * Who may join a call-in: councillors who sit on scrutiny and not on the executive; co-opted members of scrutiny where the matter is one of education, on which
 * they vote (Local Government Act 2000, section 9FA and Schedule A1). Refused with the reason.
 */
export function mayCallIn(seats: readonly Seat[], matter: { readonly isEducation?: boolean | undefined }): Outcome<void> {
  if (seats.some(({ kind }) => kind === 'cabinet')) return refuse('not-allowed', 'Members of the executive do not call in its decisions: they do not sit on scrutiny (Local Government Act 2000, section 9FA).')
  const onScrutiny = seats.filter(({ kind }) => kind !== undefined && scrutinyKinds.includes(kind))
  if (onScrutiny.some(({ capacity }) => full.includes(capacity))) return ok(undefined)
  const coopted = onScrutiny.filter(({ capacity }) => capacity === 'co-opted')
  if (coopted.length === 0) return refuse('not-allowed', 'Only members of a scrutiny body can call a decision in. You sit on none today.')
  if (coopted.every(({ votes }) => votes === 'none')) return refuse('not-allowed', 'Co-opted members of scrutiny can join a call-in on matters on which they vote, and your seat has no vote.')
  return matter.isEducation === true ? ok(undefined) : refuse('not-allowed', 'Co-opted members of scrutiny can join a call-in on education matters only, and this is none: the law gives them a vote on the executive’s education functions (Local Government Act 2000, Schedule A1).')
}

/** Who may sign this one, for whoever may not. */
export function whoMayWords({ isEducation, members }: { readonly isEducation?: boolean | undefined; readonly members: number }): string {
  const coopted = isEducation === true ? ', and co-opted members of scrutiny who vote on education, since this is an education matter' : ''
  return `This decision can be called in by ${members} ${members === 1 ? 'member' : 'members'}: councillors who sit on scrutiny and not on the executive${coopted}.`
}
