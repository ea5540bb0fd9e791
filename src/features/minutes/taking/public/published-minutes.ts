import { sql, type Selectable } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MinutesState } from '../record/minutes-state.ts'
import { saysInvented } from '../record/invented.ts'
import type { PublishedMinutes, PublishedResolution } from '../record/published-minutes.ts'
import type { TakingTables } from '../tables.ts'

/** A published version of the minutes of a meeting. */
export interface MinutesVersion {
  readonly version: number
  /** What this version says that the one before did not. */
  readonly note: string
  readonly minutes: PublishedMinutes
  readonly pdf: { readonly checksum: string; readonly bytes: number; readonly pages: number }
  readonly publishedAt: Date
}

/** The minutes of a meeting that stand, or the version asked for; undefined where none are published. */
export async function publishedMinutes(reader: Reader, body: string, date: LocalDate, version?: number): Promise<MinutesVersion | undefined> {
  const row = await reader
    .tables<TakingTables>()
    .selectFrom('published.minutes as minutes')
    .selectAll('minutes')
    .where('minutes.body', '=', body)
    .where('minutes.meeting_date', '=', date)
    .$if(version !== undefined, (query) => query.where('minutes.version', '=', version ?? 0))
    .orderBy('minutes.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && minutesVersion(row)
}

/** A version from its row. */
export function minutesVersion(row: Selectable<TakingTables['published.minutes']>): MinutesVersion {
  return { version: row.version, note: row.note, minutes: row.minutes, pdf: { checksum: row.pdf, bytes: row.pdf_bytes, pages: row.pdf_pages }, publishedAt: row.published_at }
}

/** A version in the list of all. */
export interface MinutesVersionInList {
  readonly version: number
  readonly state: MinutesState
  readonly note: string
  readonly publishedAt: Date
}

/** Every version of the minutes of a meeting, the newest first. */
export async function minutesVersions(reader: Reader, body: string, date: LocalDate): Promise<MinutesVersionInList[]> {
  const rows = await reader
    .tables<TakingTables>()
    .selectFrom('published.minutes as minutes')
    .select(['minutes.version', 'minutes.state', 'minutes.note', 'minutes.published_at'])
    .where('minutes.body', '=', body)
    .where('minutes.meeting_date', '=', date)
    .orderBy('minutes.version', 'desc')
    .execute()
  return rows.map((row) => ({ version: row.version, state: row.state, note: row.note, publishedAt: row.published_at }))
}

/** A resolution in a list, with where it was passed. */
export interface ResolutionInList {
  readonly body: string
  readonly bodyName: string
  readonly date: LocalDate
  readonly item: number
  readonly itemTitle: string
  readonly minute: number
  readonly resolution: PublishedResolution
}

interface WhichResolutions {
  readonly body?: string
  /** Of meetings before that day. */
  readonly before?: LocalDate
  /** Leaves out what was only noted. */
  readonly decided?: boolean
  /** Only of minutes that an example makes up, or only of others. */
  readonly invented?: boolean
  readonly limit: number
}

/** The resolutions of published minutes that stand, the latest meetings first. */
export async function resolutionsLately(reader: Reader, { body, before, decided, invented, limit }: WhichResolutions): Promise<ResolutionInList[]> {
  const rows = await reader
    .tables<TakingTables>()
    .selectFrom('published.current_resolutions as one')
    .selectAll('one')
    .$if(body !== undefined, (query) => query.where('one.body', '=', body ?? ''))
    .$if(before !== undefined, (query) => query.where('one.meeting_date', '<', before ?? ('' as LocalDate)))
    .$if(decided === true, (query) => query.where('one.kind', '<>', 'noted'))
    .$if(invented !== undefined, (query) => query.where(sql<boolean>`exists (select from published.minutes as minutes where minutes.body = one.body and minutes.meeting_date = one.meeting_date and ${sql.raw(saysInvented)}) = ${invented === true}`))
    .orderBy('one.meeting_date', 'desc')
    .orderBy('one.body')
    .orderBy('one.minute')
    .orderBy('one.place')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ body: row.body, bodyName: row.body_name, date: row.meeting_date, item: row.item, itemTitle: row.item_title, minute: row.minute, resolution: row.resolution }))
}
