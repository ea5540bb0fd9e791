import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { PersonId } from '#access/actor.ts'
import type { Body, Cadence, Capacity, Membership } from './body.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** The tables of this feature; no other feature names them. */
export interface BodiesTables {
  /** What staff keep. */
  'work.bodies': {
    slug: string
    name: string
    short_name: string | null
    kind: Body['kind']
    held_by: string | null
    purpose: string
    basis: string | null
    meets_in_public: boolean
    exists_from: LocalDate | null
    exists_to: LocalDate | null
    terms: Json<Body['termsOfReference'] | null> | null
    contact: Json<Body['contact'] | null> | null
    source: string | null
    correction: string | null
    /** What a file said of it when it was loaded last. */
    loaded: ColumnType<LoadedFields | null, string | null, string>
  }
  'work.accountabilities': {
    body: string
    position: number
    reports_to: string
    cadence: Cadence
    about: string | null
  }
  'work.memberships': {
    body: string
    position: number
    seat: string
    organisation: string
    capacity: Capacity
    votes: Membership['votes']
    seat_group: string | null
    person: string | null
    substitute: string | null
    valid_from: LocalDate
    valid_to: LocalDate | null
  }
  /** Which account a member reads with, by the name that memberships have. */
  'work.member_accounts': { member: string; person: PersonId; linked_at: Generated<Date> }
  /** Every edition of a body that was ever published; never changed. */
  'published.bodies': {
    slug: string
    edition: number
    name: string
    kind: Body['kind']
    record: Json<Body>
    published_at: Generated<Date>
  }
  /** The latest edition of each. */
  'published.current_bodies': {
    slug: string
    edition: number
    name: string
    kind: Body['kind']
    record: Body
  }
}
