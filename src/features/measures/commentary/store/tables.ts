import type { ColumnType, Generated } from 'kysely'
import type { FigureSigned } from '../model/figures-signed.ts'
import type { Content, Deed } from '../model/commentary.ts'

/** Every edition of every commentary; the greatest revision of a measure and period is the one that stands. */
export interface CommentaryTables {
  'work.commentaries': {
    measure: string
    period: string
    revision: number
    deed: Deed
    content: ColumnType<Content, string, never>
    /** The post that signed, and the day; none of a draft. */
    signed_by: string | null
    signed_on: string | null
    /** The figures that were signed; none of a draft, and where it is not known. */
    figures: ColumnType<readonly FigureSigned[] | null, string | null, never>
    /** Why a signature was taken back; empty elsewhere. */
    reason: string
    by_name: string
    by_role: string
    at: ColumnType<Date, Date, never>
    council?: Generated<string>
  }
}
