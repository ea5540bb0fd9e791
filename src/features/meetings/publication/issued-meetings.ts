import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { FileReference } from '#platform/documents/blocks.ts'
import type { PackPages } from '../pack/pack-pages.ts'
import type { AttachedFile } from '../record/meeting-draft.ts'
import type { MeetingsTables } from '../tables.ts'
import type { IssuedMeeting } from './prepare-issue.ts'
import { publishedFile, publishedPicture } from './published-files.ts'
import { publishedPapers, type PublishedPaper } from './published-meetings.ts'
import type { WhenPublished } from './published-words.ts'
import type { PublicationTables } from './tables.ts'

/** A version of a meeting as its members were given it. */
export interface IssuedVersion extends WhenPublished {
  readonly version: number
  /** The version with which the whole pack was built: an earlier one where this one came with a supplement. */
  readonly packVersion: number
  readonly note: string
  readonly meeting: IssuedMeeting
  /** The public pack. */
  readonly pack?: { readonly checksum: string; readonly bytes: number; readonly pages: number }
}

/** The version of a meeting that stands, or the one asked for by its number, as its members were given it; undefined where there is none. For staff. */
export async function issuedMeeting(reader: Reader, body: string, date: LocalDate, version?: number): Promise<IssuedVersion | undefined> {
  const row = await reader
    .tables<MeetingsTables & PublicationTables>()
    .selectFrom('published.meetings as published')
    .leftJoin('work.issued_meetings as issued', (join) =>
      join.onRef('issued.body', '=', 'published.body').onRef('issued.meeting_date', '=', 'published.meeting_date').onRef('issued.version', '=', 'published.version'),
    )
    .select(['published.version', 'published.pack_version', 'published.note', 'published.published_at', 'published.dated_by', 'published.pack', 'published.pack_bytes', 'published.pack_pages'])
    .select(['published.meeting as shown', 'issued.meeting as given'])
    .where('published.body', '=', body)
    .where('published.meeting_date', '=', date)
    .$if(version !== undefined, (query) => query.where('published.version', '=', version ?? 0))
    .orderBy('published.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    version: row.version,
    packVersion: row.pack_version ?? row.version,
    note: row.note,
    publishedAt: row.published_at.toISOString(),
    ...given('datedBy', row.dated_by),
    // Before members were given a version of their own, the public one was all there was.
    meeting: row.given ?? { ...row.shown, items: row.shown.items.map((item) => ({ ...item, withheld: [] })) },
    ...(row.pack === null ? {} : { pack: { checksum: row.pack, bytes: row.pack_bytes ?? 0, pages: row.pack_pages ?? 0 } }),
  }
}

/** A paper as members were given it. */
export interface IssuedPaper extends PublishedPaper {
  /** The public may read it too. */
  readonly isPublic: boolean
  readonly pages?: PackPages
  readonly pictures: readonly FileReference[]
  readonly file?: AttachedFile
  /** The supplement that it came with. */
  readonly supplement?: number
}

/** The papers of one version, of one item only where it is given, in the order of the agenda: of each item the open ones first. Three queries. */
export async function issuedPapers(reader: Reader, meeting: { body: string; date: LocalDate; version: number }, item?: number): Promise<IssuedPaper[]> {
  const issued = await issuedMeeting(reader, meeting.body, meeting.date, meeting.version)
  const named = new Map((issued?.meeting.items ?? []).flatMap((one) => one.papers.map((paper) => [paper.id, paper])))
  const open = await publishedPapers(reader, meeting, item)
  const withheld = await withheldPapers(reader, meeting, item)
  const papers = [
    ...open.map((paper): IssuedPaper => {
      const said = named.get(paper.id)
      return { ...paper, isPublic: true, pictures: [], ...given('pages', said?.pages), ...given('file', said?.file), ...given('supplement', said?.supplement) }
    }),
    ...withheld,
  ]
  return papers.toSorted((one, other) => one.item - other.item)
}

async function withheldPapers(reader: Reader, { body, date, version }: { body: string; date: LocalDate; version: number }, item?: number): Promise<IssuedPaper[]> {
  const rows = await reader
    .tables<PublicationTables>()
    .selectFrom('work.issued_papers')
    .selectAll('work.issued_papers')
    .where('work.issued_papers.body', '=', body)
    .where('work.issued_papers.meeting_date', '=', date)
    .where('work.issued_papers.version', '=', version)
    .$if(item !== undefined, (query) => query.where('work.issued_papers.item', '=', item ?? 0))
    .orderBy('work.issued_papers.position')
    .execute()
  return rows.map((row) => ({
    id: row.paper,
    item: row.item,
    title: row.title,
    ...given('frame', row.frame),
    blocks: row.blocks,
    isPublic: false,
    pictures: row.pictures,
    ...given('pages', row.pages),
    ...given('blockPages', row.block_pages),
    ...given('file', row.file),
    ...given('supplement', row.supplement),
  }))
}

/** Where a picture that any version's papers show may be read by the body's members, by its checksum; undefined where none shows it. */
export async function issuedPicture(reader: Reader, body: string, date: LocalDate, checksum: string): Promise<{ mediaType: string } | undefined> {
  const found = (await withheldFiles(reader, body, date)).flatMap(({ pictures }) => pictures).find((picture) => picture.checksum === checksum)
  return found === undefined ? publishedPicture(reader, body, date, checksum) : { mediaType: found.mediaType }
}

/** A supplied file of any version's papers, for the body's members, by its checksum; undefined where none has it. */
export async function issuedFile(reader: Reader, body: string, date: LocalDate, checksum: string): Promise<{ mediaType: string; name: string } | undefined> {
  const found = (await withheldFiles(reader, body, date)).flatMap(({ file }) => file ?? []).find((file) => file.checksum === checksum)
  return found === undefined ? publishedFile(reader, body, date, checksum) : { mediaType: found.mediaType, name: found.name }
}

function withheldFiles(reader: Reader, body: string, date: LocalDate) {
  return reader
    .tables<PublicationTables>()
    .selectFrom('work.issued_papers')
    .select(['work.issued_papers.pictures', 'work.issued_papers.file'])
    .where('work.issued_papers.body', '=', body)
    .where('work.issued_papers.meeting_date', '=', date)
    .execute()
}
