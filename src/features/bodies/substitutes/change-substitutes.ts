import { createHash } from 'node:crypto'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { body as bodySchema, type Body, type Membership } from '../body.ts'
import { executiveKeptOut, keptOutWords } from '../executive.ts'
import { isOpenOn, membershipMark } from '../members/change-members.ts'
import { changeBody } from '../next-edition.ts'
import { publishedBodies } from '../published-bodies.ts'
import { noSubstitutes } from './no-substitutes.ts'

/** The substitutes of a body as they were typed, by the field of each seat; empty where the record is to name none. */
export type TypedSubstitutes = ReadonlyMap<string, string>

/** A seat for which a substitute can be named, with its field on the form. */
interface Substitutable {
  readonly field: string
  readonly membership: Membership & { readonly person: string }
}

/** The seats that somebody holds on the day or is to hold; those who only watch or are invited sit for nobody, and nobody sits for them. */
export function substitutable({ members }: Pick<Body, 'members'>, today: LocalDate): Substitutable[] {
  return members.flatMap((one) => {
    const { person, capacity } = one
    if (person === undefined || capacity === 'observer' || capacity === 'invited' || !isOpenOn(one, today)) return []
    return { field: fieldOf(one), membership: { ...one, person } }
  })
}

function fieldOf(membership: Membership): string {
  return `substitute-${createHash('sha256').update(membershipMark(membership)).digest('hex').slice(0, 12)}`
}

/** Tells who sits and substitutes on the body as it stands from any other, for an officer who has it open. */
export function substitutesMark({ members }: Body): string {
  return createHash('sha256').update(JSON.stringify(members.map((one) => [membershipMark(one), one.to ?? '', one.substitute ?? '']))).digest('hex').slice(0, 24)
}

/**
 * Names who may sit for each member of a body, or nobody in particular, and publishes the body's next edition at once. What stands so already stays as it is. Refused
 * of a body that has no substitutes, for somebody with a seat of their own or of an executive that may not sit there, and as a conflict where somebody else changed
 * the members meanwhile.
 */
export function changeSubstitutes(context: Context, slug: string, typed: TypedSubstitutes, basedOn: string): Promise<Outcome<void>> {
  return changeBody(context, slug, { changed: 'substitutes' }, async (body, today, reader) => {
    const none = noSubstitutes(body.kind)
    if (none !== undefined) return refuse('invalid', none)
    const seats = substitutable(body, today)
    const isSo = [...typed].every(([field, name]) => (seats.find((one) => one.field === field)?.membership.substitute ?? '') === name)
    if (isSo) return ok(body)
    if (substitutesMark(body) !== basedOn) return refuse('conflict', 'Somebody else changed the members or substitutes of this body while you had it open. What you typed is still here: compare it with the body’s own page, and save again.')
    const keptOut = executiveKeptOut(body.kind, await publishedBodies(reader), today)
    const faults = seats.flatMap((seat) => faultOf(seat, typed.get(seat.field), { seats, keptOut, today }))
    return faults.length > 0 ? refuse('invalid', '', faults) : ok({ ...body, members: body.members.map((one) => named(one, typed.get(fieldOf(one)))) })
  })
}

interface Around {
  readonly seats: readonly Substitutable[]
  readonly keptOut: ReadonlySet<string>
  readonly today: LocalDate
}

const substitute = bodySchema.shape.members.unwrap().element.shape.substitute

function faultOf({ field, membership }: Substitutable, name: string | undefined, { seats, keptOut, today }: Around): Fault[] {
  if (name === undefined || name === '' || name === membership.substitute) return []
  const fault = (message: string): Fault[] => [{ field, found: name, message }]
  if (name.length > 200 || !substitute.safeParse(name).success) return fault('Give a name as the agenda prints it, of up to 200 characters')
  if (keptOut.has(name)) return fault(keptOutWords(name, today))
  const own = seats.find((one) => one.membership.person === name)
  return own === undefined ? [] : fault(own.field === field ? `${name} holds this seat: name somebody else, or leave it empty` : `${name} has a seat of their own here, and nobody sits in two`)
}

function named({ substitute: before, ...seat }: Membership, name: string | undefined): Membership {
  const next = name ?? before ?? ''
  return next === '' ? seat : { ...seat, substitute: next }
}
