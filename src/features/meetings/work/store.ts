import type { LocalDate } from '#core/dates.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { MeetingStatus, PublishedMeeting } from '../record/meeting.ts'
import type { PaperText } from '../import/paper-file.ts'
import type { Publication } from '../publication/prepare-publication.ts'
import type { MeetingDraft } from '../import/read-meetings-file.ts'
import type { MeetingsTables } from '../tables.ts'

/** Saves a meeting whole: it replaces what was kept for that body and day, its papers included. */
export async function saveMeeting(tx: Transaction, draft: MeetingDraft): Promise<void> {
  const tables = tx.tables<MeetingsTables>()
  const { body, date } = draft.entry
  await tables.deleteFrom('work.papers').where('work.papers.body', '=', body).where('work.papers.meeting_date', '=', date).execute()
  await tables.deleteFrom('work.meetings').where('work.meetings.body', '=', body).where('work.meetings.meeting_date', '=', date).execute()
  await tables.insertInto('work.meetings').values({ body, meeting_date: date, fingerprint: draft.fingerprint, entry: JSON.stringify(draft.entry) }).execute()
  const papers = draft.papers.flatMap(({ id, fileName, text }) => (text === undefined ? [] : [{ body, meeting_date: date, paper: id, ...paperRow(fileName ?? `${id}.md`, text) }]))
  if (papers.length > 0) await tables.insertInto('work.papers').values(papers).execute()
}

function paperRow(fileName: string, text: PaperText) {
  return {
    file_name: fileName,
    title: text.title,
    frame: text.frame === undefined ? null : JSON.stringify(text.frame),
    markdown: text.markdown,
    pictures: JSON.stringify(text.pictures.map((picture) => ({ name: picture.name, checksum: picture.reference.checksum }))),
  }
}

/** What stands published for a meeting, as far as the next publication must know it. */
export interface Standing {
  readonly version: number
  /** Of the files that were loaded last; it is kept with the working record, since it is made of what is withheld too. */
  readonly fingerprint: string
  readonly status: MeetingStatus
  /** The titles on the agenda. */
  readonly items: readonly string[]
}

/** What stands published, by `body/date`, for the meetings of these bodies. */
export async function standingMeetings(reader: Reader, bodies: readonly string[]): Promise<Map<string, Standing>> {
  if (bodies.length === 0) return new Map()
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.current_meetings as current')
    .innerJoin('work.meetings as kept', (join) => join.onRef('kept.body', '=', 'current.body').onRef('kept.meeting_date', '=', 'current.meeting_date'))
    .select(['current.body', 'current.meeting_date', 'current.version', 'kept.fingerprint', 'current.status', 'current.meeting'])
    .where('current.body', 'in', bodies)
    .execute()
  return new Map(
    rows.map(({ body, meeting_date, version, fingerprint, status, meeting }) => [
      meetingKey(body, meeting_date),
      { version, fingerprint, status, items: meeting.items.map((item) => item.title) },
    ]),
  )
}

export function meetingKey(body: string, date: LocalDate): string {
  return `${body}/${date}`
}

/** A version ready to be published. */
export interface NewVersion {
  readonly version: number
  readonly note: string
  readonly meeting: PublishedMeeting
  readonly papers: Publication['papers']
  readonly pack?: { readonly checksum: string; readonly bytes: number; readonly pages: number }
}

/** Writes the snapshot of a version: meeting, papers, pictures. What stands published already is never touched. */
export async function publishVersion(tx: Transaction, { version, note, meeting, papers, pack }: NewVersion): Promise<void> {
  const tables = tx.tables<MeetingsTables>()
  const key = { body: meeting.body, meeting_date: meeting.date, version }
  await tables
    .insertInto('published.meetings')
    .values({
      ...key,
      meeting_time: meeting.time ?? null,
      status: meeting.status,
      is_public: meeting.public && !meeting.privateDevelopment,
      has_agenda: meeting.items.length > 0,
      note,
      meeting: JSON.stringify(meeting),
      pack: pack?.checksum ?? null,
      pack_bytes: pack?.bytes ?? null,
      pack_pages: pack?.pages ?? null,
    })
    .execute()
  const rows = papers.map(({ id, item, title, text }, index) => ({
    ...key,
    paper: id,
    item,
    position: index + 1,
    title,
    frame: text.frame === undefined ? null : JSON.stringify(text.frame),
    blocks: JSON.stringify(text.blocks),
  }))
  if (rows.length > 0) await tables.insertInto('published.papers').values(rows).execute()
  const pictures = new Map(papers.flatMap((paper) => paper.text.pictures.map(({ reference }) => [reference.checksum, reference.mediaType] as const)))
  if (pictures.size > 0) {
    await tables.insertInto('published.pictures').values(Array.from(pictures, ([checksum, mediaType]) => ({ ...key, checksum, media_type: mediaType }))).execute()
  }
  await markPublished(tx)
}
