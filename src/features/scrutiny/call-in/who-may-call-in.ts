import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { publishedBodies, seatsOf, type BodyKind, type Capacity } from '#features/bodies'

/** A seat as far as it matters for a call-in. */
interface Seat {
  readonly kind: BodyKind | undefined
  readonly capacity: Capacity
}

/** The seats of a person on a day, each with the kind of its body. */
export async function seatsToCallIn(reader: Reader, person: PersonId, today: LocalDate): Promise<readonly Seat[]> {
  const kinds = new Map((await publishedBodies(reader)).map(({ slug, kind }) => [slug, kind]))
  return (await seatsOf(reader, person, today)).map(({ body, capacity }) => ({ kind: kinds.get(body), capacity }))
}

const scrutinyKinds: readonly BodyKind[] = ['scrutiny-board', 'scrutiny-panel', 'health-overview-committee']
const full: readonly Capacity[] = ['chair', 'vice-chair', 'voting']

/**
 * Who may join a call-in: councillors who sit on scrutiny and not on the executive; co-opted members of scrutiny where the matter is one of education, on which
 * they vote. Refused with the reason.
 */
export function mayCallIn(seats: readonly Seat[], matter: { readonly isEducation?: boolean | undefined }): Outcome<void> {
  if (seats.some(({ kind }) => kind === 'cabinet')) return refuse('not-allowed', 'Members of the executive do not call in its decisions.')
  const onScrutiny = seats.filter(({ kind }) => kind !== undefined && scrutinyKinds.includes(kind))
  if (onScrutiny.some(({ capacity }) => full.includes(capacity))) return ok(undefined)
  if (!onScrutiny.some(({ capacity }) => capacity === 'co-opted')) return refuse('not-allowed', 'Only members of a scrutiny body can call a decision in. You sit on none today.')
  return matter.isEducation === true ? ok(undefined) : refuse('not-allowed', 'Co-opted members of scrutiny can join a call-in on education matters only, and this is none.')
}
