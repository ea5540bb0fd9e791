import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Definition } from './definition.ts'

/** Measures as they are defined: every version is kept, and none is changed. */
export interface DefinitionTables {
  'work.measures': {
    slug: string
    version: number
    /** The day from which the version holds; none of the first, which holds from the beginning. */
    from_day: LocalDate | null
    document: ColumnType<Definition, string, never>
    entered_at: ColumnType<Date, Date, never>
    council?: Generated<string>
  }
}
