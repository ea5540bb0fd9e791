import type { ColumnType, Generated } from 'kysely'
import type { Release, ReleaseEntry } from './release.ts'

/** What of a release is kept as one text. */
export type ReleaseDocument = Omit<Release, 'body' | 'period' | 'version' | 'publishedAt' | 'note'>

/** What is public of releases: versions for good, and which of them holds. */
export interface PublishedReleaseTables {
  'published.releases': {
    body: string
    period: string
    version: number
    published_at: ColumnType<Date, Date, never>
    note: string
    document: ColumnType<ReleaseDocument, string, never>
    council?: Generated<string>
  }
  'published.release_measures': {
    body: string
    period: string
    version: number
    position: number
    measure: string
    document: ColumnType<ReleaseEntry, string, never>
    council?: Generated<string>
  }
  /** Each measure’s newest entry: of the release with the latest period, and of that the last version. */
  'published.current_measures': {
    measure: string
    body: string
    period: string
    version: number
    /** The last day of the period that is judged. */
    to_day: string
    council?: Generated<string>
  }
}
