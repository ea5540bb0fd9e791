import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { heldRoles } from './accounts/role-store.ts'
import type { PersonId, Role } from './actor.ts'
import type { AccessTables } from './tables.ts'

/** Somebody with an account, as others of the staff may see and choose them. */
export interface KnownPerson {
  readonly person: PersonId
  readonly name: string
  readonly email: string
  /** Held on the day asked about. */
  readonly roles: readonly Role[]
}

/** Who has an active account and holds one of these roles (any, where none are named) on this day, by name. */
export function peopleWith(reader: Reader, day: LocalDate, roles?: readonly Role[]): Promise<readonly KnownPerson[]> {
  const held = heldRoles(day)
  const asked = roles === undefined ? sql<boolean>`${held} <> '{}'` : sql<boolean>`${held} && ${sql.val([...roles])}::text[]`
  return reader
    .tables<AccessTables>()
    .selectFrom('access.account as account')
    .innerJoin('access.person as person', 'person.id', 'account.person')
    .select(['person.id as person', 'person.name', 'account.email', held.as('roles')])
    .where('account.status', '=', 'active')
    .where(asked)
    .orderBy('person.name')
    .orderBy('account.email')
    .execute()
}

/** The e-mail address of each of these people who has an active account. */
export async function emailsOf(reader: Reader, persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  if (persons.length === 0) return new Map()
  const rows = await reader
    .tables<AccessTables>()
    .selectFrom('access.account as account')
    .select(['account.person', 'account.email'])
    .where('account.person', 'in', persons)
    .where('account.status', '=', 'active')
    .orderBy('account.email')
    .execute()
  return new Map(rows.map(({ person, email }) => [person, email]))
}
