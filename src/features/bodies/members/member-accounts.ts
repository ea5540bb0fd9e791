import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Capacity, Membership } from '../body.ts'
import type { BodiesTables } from '../tables.ts'

/** A member who can sign in. */
export interface MemberWithAccount {
  readonly person: PersonId
  /** As the body's record names them. */
  readonly name: string
  readonly seat: string
  readonly capacity: Capacity
  readonly votes: Membership['votes']
}

/** A seat that somebody holds. */
export interface HeldSeat {
  readonly body: string
  readonly bodyName: string
  readonly seat: string
  readonly capacity: Capacity
  readonly votes: Membership['votes']
}

/** Somebody whom the record of a body names on a day, and the account they read with, where they have one. */
export interface NamedMember {
  readonly name: string
  readonly bodies: readonly string[]
  readonly person?: PersonId
}

/** The members of a body on that day who have an account, by name; first and last day of a membership both count. */
export async function membersWithAccounts(reader: Reader, body: string, day: LocalDate): Promise<MemberWithAccount[]> {
  const rows = await seats(reader, day).where('seat.body', '=', body).execute()
  return rows.map((row) => ({ person: row.account, name: row.member, seat: row.seat, capacity: row.capacity, votes: row.votes }))
}

/** The seats that a person holds on that day, by the names of the bodies. */
export async function seatsOf(reader: Reader, person: PersonId, day: LocalDate): Promise<HeldSeat[]> {
  const rows = await seats(reader, day).where('linked.person', '=', person).execute()
  return rows.map((row) => ({ body: row.body, bodyName: row.body_name, seat: row.seat, capacity: row.capacity, votes: row.votes }))
}

function seats(reader: Reader, day: LocalDate) {
  return reader
    .tables<BodiesTables>()
    .selectFrom('work.memberships as seat')
    .innerJoin('work.bodies as body', 'body.slug', 'seat.body')
    .innerJoin('work.member_accounts as linked', 'linked.member', 'seat.person')
    .select(['linked.person as account', 'linked.member', 'seat.seat', 'seat.capacity', 'seat.votes', 'seat.body', 'body.name as body_name'])
    .where('seat.valid_from', '<=', day)
    .where((where) => where.or([where('seat.valid_to', 'is', null), where('seat.valid_to', '>=', day)]))
    .orderBy('body.name')
    .orderBy('linked.member')
    .orderBy('seat.position')
}

/** Everybody whom a body names as a member on or after that day, by name, with their account. */
export async function namedMembers(reader: Reader, day: LocalDate): Promise<NamedMember[]> {
  const rows = await reader
    .tables<BodiesTables>()
    .selectFrom('work.memberships as seat')
    .innerJoin('work.bodies as body', 'body.slug', 'seat.body')
    .leftJoin('work.member_accounts as linked', 'linked.member', 'seat.person')
    .select(['seat.person as member', 'body.name as body_name', 'linked.person as account'])
    .where('seat.person', 'is not', null)
    .where((where) => where.or([where('seat.valid_to', 'is', null), where('seat.valid_to', '>=', day)]))
    .orderBy('seat.person')
    .orderBy('body.name')
    .execute()
  const members = new Map<string, { name: string; bodies: string[]; person?: PersonId }>()
  for (const { member, body_name, account } of rows) {
    if (member === null) continue
    const known = members.get(member)
    if (known === undefined) members.set(member, { name: member, bodies: [body_name], ...given('person', account) })
    else if (!known.bodies.includes(body_name)) known.bodies.push(body_name)
  }
  return [...members.values()]
}

/** The name by which bodies know the person who reads with this account; undefined where no member is linked to it. */
export async function memberOf(reader: Reader, person: PersonId): Promise<string | undefined> {
  const linked = await reader.tables<BodiesTables>().selectFrom('work.member_accounts').select('work.member_accounts.member').where('work.member_accounts.person', '=', person).executeTakeFirst()
  return linked?.member
}

/** Whether members of this name read with an account, in office or not. */
export async function hasAccount(reader: Reader, member: string): Promise<boolean> {
  const linked = await reader.tables<BodiesTables>().selectFrom('work.member_accounts').select('work.member_accounts.person').where('work.member_accounts.member', '=', member).executeTakeFirst()
  return linked !== undefined
}

/** Which account a member reads with; none where the link is taken away. */
export interface MemberLink {
  readonly member: string
  readonly person?: PersonId | undefined
}

/** Has each of these members read with their account and no other, and nobody else with it. */
export async function saveLinks(tx: Transaction, links: readonly MemberLink[]): Promise<void> {
  if (links.length === 0) return
  const tables = tx.tables<BodiesTables>()
  const linked = links.flatMap(({ member, person }) => (person === undefined ? [] : [{ member, person }]))
  await tables
    .deleteFrom('work.member_accounts')
    .where((where) => where.or([
      where('work.member_accounts.member', 'in', links.map(({ member }) => member)),
      ...(linked.length === 0 ? [] : [where('work.member_accounts.person', 'in', linked.map(({ person }) => person))]),
    ]))
    .execute()
  if (linked.length > 0) await tables.insertInto('work.member_accounts').values(linked).execute()
}
