import type { ColumnType, Generated } from 'kysely'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { ReleaseDraft, ReleaseState, Standing } from '../model/release-draft.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** What was done with a release. */
export type StepKind = 'begun' | 'assembled' | 'checked' | 'approved' | 'sent back' | 'embargoed' | 'lifted' | 'published' | 'stopped' | 'amended' | 'dropped' | 'loaded'

/** Releases while they are made. */
export interface ReleaseTables {
  'work.releases': {
    body: string
    period: string
    draft: Json<ReleaseDraft>
    state: ReleaseState
    standing: Json<Standing>
    /** Of an embargoed one: when it goes out. */
    until: Date | null
    version: Generated<number>
    note: Generated<string>
    revision: Generated<number>
    /** What the file said that was loaded last. */
    loaded: ColumnType<LoadedFields | null, string | null, string | null>
    council?: Generated<string>
  }
  'work.release_steps': {
    body: string
    period: string
    number: number
    did: StepKind
    who: string
    words: string
    at: ColumnType<Date, Date, never>
    council?: Generated<string>
  }
}
