import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { keptOutWords, noSubstitutes } from '#features/bodies'
import type { Seat } from './seats.ts'
import type { SeatNow, Sitting } from './sitting-now.ts'

type Around = Pick<Sitting, 'kind' | 'seats' | 'keptOut' | 'known'>

/**
 * Who may sit in the place of a member, by name: the substitute whom the body's record names for the seat, and nobody else; where it names none, those whom the record
 * of some body names that day for a seat of the same organisation and group, named substitutes first, save who is a member here or of an executive that may not be. The council
 * itself and its executive have no substitutes.
 */
export function whoMaySit({ kind, seats, keptOut, known }: Around, { membership }: Seat): readonly string[] {
  if (noSubstitutes(kind) !== undefined) return []
  if (membership.substitute !== undefined) return [membership.substitute]
  const members = new Set(seats.map(({ seat }) => seat.membership.person))
  const able = known.filter(({ person, organisation, group }) => organisation === membership.organisation && group === membership.group && !members.has(person) && !keptOut.has(person))
  const sorted = able.toSorted((one, other) => Number(other.isSubstitute) - Number(one.isSubstitute) || one.person.localeCompare(other.person))
  return [...new Set(sorted.map(({ person }) => person))]
}

/**
 * Whether this person may sit in the place of a member, as `whoMaySit` has it. Nobody of the executive sits on a scrutiny body, and nobody in two seats. Refusals name
 * the field `substitute`, and say who may be chosen.
 */
export function maySubstitute(sitting: Around & Pick<Sitting, 'day'>, { seat, where }: SeatNow, person: string): Outcome<void> {
  const { kind, seats, keptOut, day } = sitting
  const none = noSubstitutes(kind)
  if (none !== undefined) return refused(none)
  const { person: holder, substitute, organisation } = seat.membership
  if (holder === undefined) return refused('This seat is vacant, so there is nobody to sit for.')
  if (where.is === 'there') return refused(`${where.person} is there. Record that they leave first.`)
  if (person === '') return refused(`Give the name of whoever sits for ${holder}.`)
  if (person === holder) return refused(`${holder} holds the seat. Press “Present”.`)
  if (keptOut.has(person)) return refused(`${keptOutWords(person, day)} ${organisation} may send somebody else.`)
  if (substitute !== undefined && substitute !== person) return refused(`The body’s record names ${substitute} as the substitute here, so nobody else may sit for ${holder}. Where that has changed, change the record first.`)
  const other = seats.find((one) => one.seat.key !== seat.key && (one.seat.membership.person === person || ((one.where.is === 'there' || one.where.is === 'out') && one.where.person === person)))
  if (other !== undefined) return refused(`${person} has a seat of their own here, and nobody sits in two. ${organisation} may send somebody else.`)
  return isNamed(sitting, seat, person) ? ok(undefined) : refused(notNamed(sitting, seat, person))
}

/** Whether the record lets this person sit there. */
export function isNamed(around: Around, seat: Seat, person: string): boolean {
  return whoMaySit(around, seat).includes(person)
}

const mostNamed = 8

/** Why somebody whom no record names does not sit there, and who may. */
export function notNamed(around: Around, seat: Seat, person: string): string {
  const able = whoMaySit(around, seat)
  const { organisation } = seat.membership
  const none = noSubstitutes(around.kind)
  if (none !== undefined) return none
  if (able.length === 0) return `No body’s record names ${person}, nor anybody whom ${organisation} could send. Name the substitute of this seat in the body’s record first.`
  const more = able.length > mostNamed ? ` and ${able.length - mostNamed} others` : ''
  return `${person} is not named as a member of ${organisation} on this day. Choose one of: ${able.slice(0, mostNamed).join(', ')}${more}.`
}

function refused(message: string) {
  return refuse('invalid', '', [{ field: 'substitute', message }])
}
