import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { FileReference } from '#platform/documents/blocks.ts'
import { figuresIn } from '#platform/documents/figures.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { MeetingStatus, PublishedMeeting } from '../record/meeting.ts'
import type { MeetingsTables } from '../tables.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'
import type { Issue } from './prepare-issue.ts'
import { type HeldPaper, type PlacesOfPapers, type Publication } from './prepare-publication.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import type { WhenPublished } from './published-words.ts'
import type { PublicationTables } from './tables.ts'
import { recordVersion, type VersionKey } from './version-records.ts'

/** What stands published for a meeting, as far as the next publication must know it. */
export interface Standing {
  readonly version: number
  /** The version with which its pack was built. */
  readonly packVersion: number
  /** Of the files that were loaded last; it is kept with the working record, since it is made of what is withheld too. */
  readonly fingerprint: string | null
  readonly status: MeetingStatus
  /** The titles on the agenda. */
  readonly items: readonly string[]
  /** What the working record says of the meeting. */
  readonly facts?: MeetingFacts
  /** The day to which staff moved the meeting: its record is kept there. */
  readonly movedTo?: LocalDate
}

/** What stands published, by `body/date`, for the meetings of these bodies. */
export async function standingMeetings(reader: Reader, bodies: readonly string[]): Promise<Map<string, Standing>> {
  if (bodies.length === 0) return new Map()
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.current_meetings as current')
    .leftJoin('work.meetings as kept', (join) => join.onRef('kept.body', '=', 'current.body').onRef('kept.meeting_date', '=', 'current.meeting_date'))
    .innerJoin('published.meetings as version', (join) =>
      join.onRef('version.body', '=', 'current.body').onRef('version.meeting_date', '=', 'current.meeting_date').onRef('version.version', '=', 'current.version'),
    )
    .select(['version.pack_version', 'current.body', 'current.meeting_date', 'current.version', 'kept.fingerprint', 'kept.facts', 'current.status', 'current.meeting'])
    .where('current.body', 'in', bodies)
    .execute()
  return new Map(
    rows.map(({ body, meeting_date, version, pack_version, fingerprint, facts, status, meeting }) => [
      meetingKey(body, meeting_date),
      { version, packVersion: pack_version ?? version, fingerprint, status, items: meeting.items.map((item) => item.title), ...given('facts', facts), ...given('movedTo', meeting.movedTo) },
    ]),
  )
}

export function meetingKey(body: string, date: LocalDate): string {
  return `${body}/${date}`
}

/** A version ready to be published, and to be issued to members. */
export interface NewVersion {
  readonly version: number
  readonly note: string
  readonly meeting: PublishedMeeting
  readonly papers: Publication['papers']
  /** What members are given; left out where it is copied from another version, or no more than what is public. */
  readonly issue?: Issue
  /** The version that this one says again on another day: its items are the items of that one, whatever the working record has by now. */
  readonly sameItemsAs?: Pick<VersionKey, 'date' | 'version'>
  /** Of the papers that are given here. */
  readonly places?: PlacesOfPapers
  /** By paper, the printed page of each of its outer blocks. */
  readonly blockPages?: ReadonlyMap<string, readonly number[]>
  readonly pack?: { readonly checksum: string; readonly bytes: number; readonly pages: number }
  /** The version with which the pack was built, where that is an earlier one. */
  readonly packVersion?: number
  /** Of what came in a file, what the day of its publication is. */
  readonly datedBy?: WhenPublished['datedBy']
  readonly supplement?: {
    readonly number: number
    readonly note: string
    readonly pdf: string
    readonly bytes: number
    readonly sheets: number
    readonly pages?: { readonly from: number; readonly to: number }
  }
}

interface VersionColumns {
  readonly body: string
  readonly meeting_date: LocalDate
  readonly version: number
}

/**
 * Writes the snapshot of a version, published at this moment of the product's day: what the public may read, and what members are given. What stands
 * published already is never touched.
 */
export async function publishVersion(tx: Transaction, next: NewVersion, at: Date): Promise<void> {
  const { meeting, version, note, pack, supplement } = next
  const tables = tx.tables<MeetingsTables & PublicationTables>()
  const key: VersionColumns = { body: meeting.body, meeting_date: meeting.date, version }
  await tables.insertInto('published.meetings').values({ ...key, ...rowOf(meeting), note, published_at: at, ...packColumns(pack), pack_version: next.packVersion ?? null, dated_by: next.datedBy ?? null }).execute()
  const subjects = subjectRows(meeting).map((row) => ({ ...key, ...row }))
  if (subjects.length > 0) await tables.insertInto('published.item_subjects').values(subjects).execute()
  const papers = next.papers.map((paper, index) => ({ ...key, ...paperRow(paper, index, next.blockPages) }))
  if (papers.length > 0) await tables.insertInto('published.papers').values(papers).execute()
  const pictures = new Map(next.papers.flatMap((paper) => [...shownBy(paper)]))
  if (pictures.size > 0) await tables.insertInto('published.pictures').values(Array.from(pictures.values(), ({ checksum, mediaType }) => ({ ...key, checksum, media_type: mediaType }))).execute()
  const files = next.papers.flatMap(({ id, attachment: file }) => (file === undefined ? [] : [{ ...key, paper: id, checksum: file.checksum, name: file.name, media_type: file.mediaType, bytes: file.bytes }]))
  if (files.length > 0) await tables.insertInto('published.files').values(files).execute()
  if (supplement !== undefined) {
    const { pages, ...facts } = supplement
    await tables.insertInto('published.supplements').values({ ...key, ...facts, published_at: at, first_page: pages?.from ?? null, last_page: pages?.to ?? null }).execute()
  }
  await issueVersion(tx, key, next)
  await markPublished(tx)
}

/** The pictures that the text of a paper shows, each once; what is attached to it besides is not for its readers. */
function shownBy({ text }: HeldPaper): Map<string, FileReference> {
  return new Map(figuresIn(text.blocks).map(({ file }) => [file.checksum, file]))
}

/** Which matters the agenda has, as it says them in public itself. */
function subjectRows({ bodyName, items }: PublishedMeeting) {
  const standing = items.filter(({ withdrawn }) => withdrawn === undefined)
  return standing.flatMap(({ number, title, subjects = [] }) => [...new Set(subjects)].map((subject) => ({ item: number, subject, title, body_name: bodyName })))
}

/** The columns of a published meeting that its snapshot fills. */
function rowOf(meeting: PublishedMeeting) {
  return { meeting_time: meeting.time ?? null, status: meeting.status, is_public: isOpenMeeting(meeting), has_agenda: meeting.items.length > 0, meeting: JSON.stringify(meeting) }
}

function packColumns(pack: NewVersion['pack']) {
  return { pack: pack?.checksum ?? null, pack_bytes: pack?.bytes ?? null, pack_pages: pack?.pages ?? null }
}

function paperRow({ id, item, title, text }: HeldPaper, index: number, blockPages: NewVersion['blockPages']) {
  const pages = blockPages?.get(id)
  return {
    paper: id,
    item,
    position: index + 1,
    title,
    frame: text.frame === undefined ? null : JSON.stringify(text.frame),
    blocks: JSON.stringify(text.blocks),
    block_pages: pages === undefined ? null : JSON.stringify(pages),
  }
}

/** What members are given: the full agenda, and the papers that the public cannot read. */
async function issueVersion(tx: Transaction, key: VersionColumns, { issue, places, blockPages, sameItemsAs }: NewVersion): Promise<void> {
  if (issue === undefined) return
  const { body, meeting_date: date, version } = key
  await recordVersion(tx, { body, date, version }, issue.meeting.items.map(({ number }) => number), sameItemsAs)
  const tables = tx.tables<PublicationTables>()
  await tables.insertInto('work.issued_meetings').values({ ...key, meeting: JSON.stringify(issue.meeting) }).execute()
  const rows = issue.papers
    .filter((paper) => !paper.isPublic)
    .map((paper, index) => {
      const pages = places?.pages.get(paper.id)
      return {
        ...key,
        ...paperRow(paper, index, blockPages),
        pages: pages === undefined ? null : JSON.stringify(pages),
        supplement: places?.supplements?.get(paper.id) ?? null,
        pictures: JSON.stringify([...shownBy(paper).values()]),
        file: paper.attachment === undefined ? null : JSON.stringify(paper.attachment),
      }
    })
  if (rows.length > 0) await tables.insertInto('work.issued_papers').values(rows).execute()
}
