import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { keptOutWords } from './executive.ts'
import type { SeatNow, Sitting } from './sitting-now.ts'

/**
 * Whether this person may sit in the place of a member: the substitute whom the body's record names for the seat; where it names none, somebody whom the seat's
 * organisation sends. Nobody of the executive sits on a scrutiny body, and nobody in two seats. Refusals name the field `substitute`.
 */
export function maySubstitute({ seats, keptOut, day }: Pick<Sitting, 'seats' | 'keptOut' | 'day'>, { seat, where }: SeatNow, person: string): Outcome<void> {
  const { person: holder, substitute, organisation } = seat.membership
  if (holder === undefined) return refused('This seat is vacant, so there is nobody to sit for.')
  if (where.is === 'there') return refused(`${where.person} is there. Record that they leave first.`)
  if (person === '') return refused(`Give the name of whoever sits for ${holder}.`)
  if (person === holder) return refused(`${holder} holds the seat. Press “Present”.`)
  if (keptOut.has(person)) return refused(`${keptOutWords(person, day)} ${organisation} may send somebody else.`)
  if (substitute !== undefined && substitute !== person) return refused(`The body’s record names ${substitute} as the substitute here, so nobody else may sit for ${holder}. Where that has changed, change the record first.`)
  const other = seats.find((one) => one.seat.key !== seat.key && (one.seat.membership.person === person || ((one.where.is === 'there' || one.where.is === 'out') && one.where.person === person)))
  if (other !== undefined) return refused(`${person} has a seat of their own here, and nobody sits in two. ${organisation} may send somebody else.`)
  return ok(undefined)
}

function refused(message: string) {
  return refuse('invalid', '', [{ field: 'substitute', message }])
}
