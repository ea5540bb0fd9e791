import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ReportPartName, ReportParts, SomeParts } from '../record/report-parts.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemId, ItemInWork, MeetingId, MeetingInWork, PaperId, PaperInList, PaperInWork } from './meeting-in-work.ts'

/** A meeting with its agenda and the list of its papers, in three queries; undefined where there is none. */
export async function meetingInWork(reader: Reader, id: MeetingId): Promise<MeetingInWork | undefined> {
  const tables = reader.tables<MeetingsTables>()
  const meeting = await tables.selectFrom('work.meetings').selectAll('work.meetings').where('work.meetings.id', '=', id).executeTakeFirst()
  if (meeting === undefined) return undefined
  const items = await tables.selectFrom('work.items').selectAll('work.items').where('work.items.meeting', '=', id).orderBy('work.items.number').execute()
  const papers = await papersOf(reader, id)
  return {
    id,
    revision: meeting.revision,
    facts: meeting.facts,
    ...given('fingerprint', meeting.fingerprint),
    ...given('editedAt', meeting.edited_at?.toISOString()),
    items: items.map((item): ItemInWork => ({
      id: item.id,
      number: item.number,
      facts: item.facts,
      ...given('author', item.author),
      papers: papers.filter((paper) => paper.item === item.id).map(({ item: _item, ...paper }) => paper),
    })),
  }
}

/** The id of the meeting of this body on this day. */
export async function meetingIdOn(reader: Reader, body: string, date: LocalDate): Promise<MeetingId | undefined> {
  const row = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.meetings')
    .select('work.meetings.id')
    .where('work.meetings.body', '=', body)
    .where('work.meetings.meeting_date', '=', date)
    .executeTakeFirst()
  return row?.id
}

async function papersOf(reader: Reader, meeting: MeetingId): Promise<(PaperInList & { item: ItemId })[]> {
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.papers as paper')
    .innerJoin('work.items as item', 'item.id', 'paper.item')
    .leftJoin('work.paper_parts as part', 'part.paper', 'paper.id')
    .select(['paper.id', 'paper.item', 'paper.kind', 'paper.position', 'paper.title', 'paper.frame', 'paper.note', 'paper.file_name', 'paper.is_public_version', 'paper.attachment'])
    .select((one) => one.fn.max('part.saved_at').as('saved_at'))
    .where('item.meeting', '=', meeting)
    .groupBy(['paper.id', 'paper.item', 'paper.kind', 'paper.position', 'paper.title', 'paper.frame', 'paper.note', 'paper.file_name', 'paper.is_public_version', 'paper.attachment'])
    .orderBy('paper.position')
    .orderBy('paper.is_public_version')
    .execute()
  return rows.map((row) => ({ ...listed(row), item: row.item, isHeld: row.saved_at !== null || row.attachment !== null, ...given('savedAt', row.saved_at?.toISOString()) }))
}

type PaperRow = Pick<PaperInList, 'id' | 'kind' | 'position' | 'title'> & {
  readonly frame: PaperInList['frame'] | null
  readonly note: string | null
  readonly file_name: string | null
  readonly is_public_version: boolean
  readonly attachment: PaperInList['attachment'] | null
}

function listed(row: PaperRow): Omit<PaperInList, 'isHeld' | 'savedAt'> {
  return {
    id: row.id,
    kind: row.kind,
    position: row.position,
    title: row.title,
    ...given('frame', row.frame),
    ...given('note', row.note),
    ...given('fileName', row.file_name),
    isPublicVersion: row.is_public_version,
    ...given('attachment', row.attachment),
  }
}

/** One paper with its text, in two queries; undefined where there is none. */
export async function paperInWork(reader: Reader, id: PaperId): Promise<PaperInWork | undefined> {
  const [paper] = await papersWithText(reader, { paper: id })
  return paper
}

/** The papers of a meeting with their text, in two queries, in no order that matters. */
export async function papersWithText(reader: Reader, which: { readonly meeting: MeetingId } | { readonly paper: PaperId }): Promise<PaperInWork[]> {
  const tables = reader.tables<MeetingsTables>()
  const papers = await tables
    .selectFrom('work.papers as paper')
    .innerJoin('work.items as item', 'item.id', 'paper.item')
    .selectAll('paper')
    .select('item.meeting')
    .$if('meeting' in which, (query) => query.where('item.meeting', '=', 'meeting' in which ? which.meeting : ('' as MeetingId)))
    .$if('paper' in which, (query) => query.where('paper.id', '=', 'paper' in which ? which.paper : ('' as PaperId)))
    .orderBy('paper.position')
    .orderBy('paper.is_public_version')
    .execute()
  if (papers.length === 0) return []
  const ids = papers.map((paper) => paper.id)
  const parts = await tables.selectFrom('work.paper_parts').selectAll('work.paper_parts').where('work.paper_parts.paper', 'in', ids).execute()
  return papers.map((paper) => {
    const own = parts.filter((part) => part.paper === paper.id)
    const last = own.map((part) => part.saved_at.toISOString()).toSorted().at(-1)
    return {
      ...listed(paper),
      item: paper.item,
      meeting: paper.meeting,
      revision: paper.revision,
      pictures: paper.pictures,
      isHeld: own.length > 0 || paper.attachment !== null,
      ...given('savedAt', last),
      parts: partsFrom(own),
      saved: Object.fromEntries(own.map((part) => [part.part, { revision: part.revision, ...given('by', part.saved_by), at: part.saved_at.toISOString() }])),
    }
  })
}

function partsFrom(rows: readonly { readonly part: ReportPartName; readonly content: ReportParts[ReportPartName] }[]): SomeParts {
  return Object.fromEntries(rows.map((row) => [row.part, row.content]))
}
