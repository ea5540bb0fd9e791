import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { body as bodySchema, type Body, type Membership } from '../body.ts'
import { changeBody } from '../next-edition.ts'
import { hasAccount } from './member-accounts.ts'

/** A membership as it was typed. */
export const memberFields = ['person', 'seat', 'organisation', 'capacity', 'votes', 'group', 'from'] as const
export type TypedMember = Readonly<Record<(typeof memberFields)[number], string>>

const membership = bodySchema.shape.members.unwrap().element

/**
 * Adds a member, or a vacant seat where no person is given, and publishes the body's next edition at once. Refused where the same person holds the
 * same seat already on that day and, unless it is meant so, where the name reads with an account already.
 */
export function addMember(context: Context, slug: string, typed: TypedMember, isSamePerson = false): Promise<Outcome<void>> {
  return changeBody(context, slug, { membership: 'added' }, async (body, today, reader) => {
    const read = readMember(typed)
    if (!read.ok) return read
    const isHeld = body.members.some((one) => one.person === read.value.person && one.seat === read.value.seat && (one.to === undefined || one.to >= read.value.from))
    if (isHeld && read.value.person !== undefined) return refuse('invalid', '', [{ field: 'person', message: `${read.value.person} holds this seat already on ${formatDate(read.value.from)}` }])
    const unsure = isSamePerson ? [] : await askWhetherSame(reader, body, read.value, today)
    return unsure.length > 0 ? refuse('invalid', '', unsure) : ok({ ...body, members: [...body.members, read.value] })
  })
}

/** Ends a membership on its last day; nothing is taken out of the record. Refused for one that is not there or is over. */
export function endMembership(context: Context, slug: string, mark: string, typedDay: string): Promise<Outcome<void>> {
  return changeBody(context, slug, { membership: 'ended' }, (body, today) => {
    const day = parseTypedDay(typedDay)
    const place = body.members.findIndex((one) => membershipMark(one) === mark && isOpenOn(one, today))
    const member = body.members[place]
    if (member === undefined) return refuse('invalid', '', [{ field: 'membership', message: 'Choose a membership from the list: this one is over, or somebody else has changed it' }])
    if (day === undefined) return refuse('invalid', '', [{ field: 'to', found: typedDay.slice(0, 100), message: 'Give the last day of the membership, such as 14 April 2026' }])
    if (day < member.from) return refuse('invalid', '', [{ field: 'to', found: day, message: `This membership begins on ${formatDate(member.from)}. Give that day or a later one` }])
    return ok({ ...body, members: body.members.with(place, { ...member, to: day }) })
  })
}

/** Tells a membership from the others of its body, as the import does: by seat, first day and person. */
export function membershipMark({ seat, from, person }: Membership): string {
  return JSON.stringify([seat, from, person])
}

/** Whether the membership has no last day yet, or one that is still to come. */
export function isOpenOn({ to }: Membership, day: LocalDate): boolean {
  return to === undefined || to >= day
}

/** Refused where the name reads with an account already: whoever bears it would have the packs of this body too. */
async function askWhetherSame(reader: Reader, body: Body, { person }: Membership, today: LocalDate): Promise<Fault[]> {
  if (person === undefined || body.members.some((one) => one.person === person && isOpenOn(one, today))) return []
  if (!(await hasAccount(reader, person))) return []
  const message = `A member called ${person} reads with an account already, and would have the packs of this body too. Tick that it is the same person, or give a name that tells the two apart`
  return [{ field: 'same-person', message }]
}

function readMember(typed: TypedMember): Outcome<Membership> {
  const from = parseTypedDay(typed.from)
  const words = { ...given('person', typed.person || undefined), ...given('group', typed.group || undefined) }
  const parsed = membership.safeParse({ seat: typed.seat, organisation: typed.organisation, capacity: typed.capacity, votes: typed.votes, from: from ?? '', ...words })
  if (parsed.success) return ok(parsed.data)
  const faults = parsed.error.issues.map((issue): Fault => {
    const field = issue.path.join('.')
    return { field, message: ownWords[field] ?? issue.message }
  })
  return refuse('invalid', '', memberFields.flatMap((field) => faults.find((fault) => fault.field === field) ?? []))
}

const ownWords: Readonly<Partial<Record<string, string>>> = {
  seat: 'Give the role that sits here, such as “County councillor”',
  organisation: 'Give the organisation the seat belongs to',
  capacity: 'Choose in what capacity',
  votes: 'Choose what the vote covers',
  from: 'Give the first day, such as 14 April 2026',
}
