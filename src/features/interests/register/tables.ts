import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Brand } from '#core/brand.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { Dispensation, Sensitivity } from './interest.ts'
import type { Holder, InterestKind } from './kinds.ts'
import type { Edition, ShownInterest, ShownRegister } from './shown-register.ts'

export type InterestId = Brand<string, 'InterestId'>
export type DispensationId = Brand<string, 'DispensationId'>

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** What a file said of an entry when it was loaded last; null where it was entered here. */
type Loaded = ColumnType<LoadedFields | null, string | undefined, string>

export interface InterestsTables {
  /** Of whom a register is kept, and when they first told what they have. */
  'work.interest_members': { member: string; slug: string; told_on: LocalDate | null; source: string | null }
  'work.interests': {
    id: Generated<InterestId>
    member: string
    ref: string
    kind: InterestKind
    holder: Holder
    words: string
    subjects: Json<readonly string[]>
    is_home: boolean
    valid_from: LocalDate
    valid_to: LocalDate | null
    told_on: LocalDate
    registered_on: LocalDate | null
    disclosed_on: LocalDate | null
    sensitivity: Sensitivity | null
    why_sensitive: string | null
    /** Every form in which the public could read it. */
    shown: ColumnType<readonly string[], string | undefined, string>
    loaded: Loaded
    revision: Generated<number>
  }
  /** Where somebody lives: apart from what is told of the interest, and read by nothing that writes for the public. */
  'work.interest_homes': { interest: InterestId; address: string }
  'work.interest_disclosures': { member: string; disclosed_on: LocalDate; origin: string; about: string }
  'work.dispensations': {
    id: Generated<DispensationId>
    member: string
    ref: string
    matter: string
    may: Dispensation['may']
    valid_from: LocalDate
    valid_to: LocalDate
    granted_by: string
    granted_on: LocalDate
    ground: Dispensation['ground']
    reason: string
    loaded: Loaded
    revision: Generated<number>
  }
  /** Every edition of a member’s register that the public could read; never changed. It names its interests by their entries. */
  'published.interest_editions': { member: string; edition: number; record: Json<Edition>; published_on: LocalDate; published_at: Generated<Date> }
  /** What stands of an interest in the editions that name it. It is taken away where the law asks that its details be withheld afterwards. */
  'published.interest_entries': { entry: string; member: string; record: Json<ShownInterest> }
  /** The latest edition of each, whole. */
  'published.current_interests': { member: string; edition: number; name: string; record: Json<ShownRegister>; published_on: LocalDate }
}
