import type { ColumnType } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { AccountId, PersonId, Role } from './actor.ts'

/** The tables of the schema `access`. Each has a column `council`, which the database fills in and checks. */
export interface AccessTables {
  'access.person': PersonTable
  'access.account': AccountTable
  'access.account_role': AccountRoleTable
  'access.identity': IdentityTable
  'access.invitation': InvitationTable
  'access.session': SessionTable
  'access.api_key': ApiKeyTable
  'access.guess': GuessTable
  'access.audit': AuditTable
  'access.audit_head': AuditHeadTable
}

/** Given as a Date, read as an ISO instant. */
type Instant = ColumnType<string, Date, Date>

interface PersonTable {
  id: PersonId
  name: string
}

interface AccountTable {
  id: AccountId
  person: PersonId
  /** Lower case. */
  email: string
  status: 'active' | 'disabled'
  /** argon2id; null while an invitation is open, and for those who only use single sign-on. */
  password: string | null
  made_at: Instant
  last_used_at: ColumnType<string | null, Date | null, Date>
}

/** Half open: held from the first day until, not including, the last. */
interface AccountRoleTable {
  account: AccountId
  role: Role
  held_from: LocalDate
  held_until: LocalDate | null
}

/** Whom an identity provider knows this account as. */
interface IdentityTable {
  issuer: string
  subject: string
  account: AccountId
}

interface InvitationTable {
  token_hash: string
  account: AccountId
  expires_at: Instant
}

interface SessionTable {
  token_hash: string
  account: AccountId
  began_at: Instant
  last_used_at: Instant
}

/** By which a program comes in. */
interface ApiKeyTable {
  /** The part of the key by which people recognise it. */
  mark: string
  /** SHA-256 of the whole key. */
  key_hash: string
  account: AccountId
  /** What it is for. */
  name: string
  made_at: ColumnType<Date, Date, never>
  expires_at: ColumnType<Date, Date, never>
  last_used_on: ColumnType<LocalDate | null, never, LocalDate>
  revoked_at: ColumnType<Date | null, never, Date>
}

/** A wrong guess, or one that is being checked, at one account or from one address. */
interface GuessTable {
  id: string
  /** SHA-256 of what is guessed at. */
  target: string
  guessed_at: Instant
}

/** Rows are only ever added; number, moment and hashes are the database's own. */
interface AuditTable {
  number: ColumnType<number, never, never>
  recorded_at: ColumnType<string, never, never>
  actor: string
  door: string
  verb: string
  subject_kind: string
  subject_id: string
  outcome: 'done' | 'refused'
  /** The kind of the refusal. */
  reason: string | null
  detail: ColumnType<unknown, string, never>
  request_id: string | null
  previous_hash: ColumnType<string, never, never>
  hash: ColumnType<string, never, never>
}

/** How many rows the audit has and the hash of the last one. */
interface AuditHeadTable {
  number: number
  hash: string
}
