import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { PaperInAgenda } from '../record/meeting.ts'
import type { MeetingsTables } from '../tables.ts'
import type { PublicationTables } from './tables.ts'

/** Where a published picture may be read, by its checksum; undefined where no version of this meeting shows it. */
export async function publishedPicture(reader: Reader, body: string, date: LocalDate, checksum: string): Promise<{ mediaType: string } | undefined> {
  const row = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.pictures')
    .select('published.pictures.media_type')
    .where('published.pictures.body', '=', body)
    .where('published.pictures.meeting_date', '=', date)
    .where('published.pictures.checksum', '=', checksum)
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : { mediaType: row.media_type }
}

/** A document that a public paper came with, by its checksum; undefined where no version of this meeting has it. */
export async function publishedFile(reader: Reader, body: string, date: LocalDate, checksum: string): Promise<{ mediaType: string; name: string } | undefined> {
  const row = await reader
    .tables<PublicationTables>()
    .selectFrom('published.files')
    .select(['published.files.media_type', 'published.files.name'])
    .where('published.files.body', '=', body)
    .where('published.files.meeting_date', '=', date)
    .where('published.files.checksum', '=', checksum)
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : { mediaType: row.media_type, name: row.name }
}

/** What came after the pack of a meeting, with pages that go on from it. */
export interface Supplement {
  readonly number: number
  /** The version of the meeting that it came with. */
  readonly version: number
  readonly note: string
  readonly pdf: string
  readonly bytes: number
  readonly sheets: number
  readonly pages?: { readonly from: number; readonly to: number }
  readonly publishedAt: string
  /** The public papers that it brought, as the agenda of its version names them. */
  readonly papers: readonly Pick<PaperInAgenda, 'id' | 'title'>[]
}

/** Every supplement of a meeting by its number, those of packs that were built again since too. */
export async function supplementsOf(reader: Reader, body: string, date: LocalDate): Promise<Supplement[]> {
  const rows = await reader
    .tables<MeetingsTables & PublicationTables>()
    .selectFrom('published.supplements as supplement')
    .innerJoin('published.meetings as version', (join) =>
      join.onRef('version.body', '=', 'supplement.body').onRef('version.meeting_date', '=', 'supplement.meeting_date').onRef('version.version', '=', 'supplement.version'),
    )
    .selectAll('supplement')
    .select(sql<Supplement['papers']>`jsonb_path_query_array(version.meeting, '$.items[*].papers[*] ? (@.supplement == $number)', jsonb_build_object('number', supplement.number))`.as('papers'))
    .where('supplement.body', '=', body)
    .where('supplement.meeting_date', '=', date)
    .orderBy('supplement.number')
    .execute()
  return rows.map(({ number, version, note, pdf, bytes, sheets, first_page: from, last_page: to, published_at, papers }) => ({
    number,
    version,
    note,
    pdf,
    bytes,
    sheets,
    ...(from === null || to === null ? {} : { pages: { from, to } }),
    publishedAt: published_at.toISOString(),
    papers: papers.map(({ id, title }) => ({ id, title })),
  }))
}
