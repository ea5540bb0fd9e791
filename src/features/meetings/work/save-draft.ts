import { randomUUID } from 'node:crypto'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingDraft, PaperDraft } from '../record/meeting-draft.ts'
import type { EntryItem } from '../record/meetings-file.ts'
import { partsOf, type ReportPartName, type SomeParts } from '../record/report-parts.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemId, MeetingId, PaperId } from './meeting-in-work.ts'

/**
 * Saves a meeting from its file: it replaces what was loaded for that body and day before, its papers included. Refused where staff have
 * worked on the meeting here since: a file must not undo that unseen. What says the same stays in its place, with what others have noted on it.
 */
export async function saveDraft(tx: Transaction, draft: MeetingDraft, at: Date): Promise<Outcome<void>> {
  const { items, ...facts } = draft.entry
  const meeting = await meetingToReplace(tx, draft)
  if (!meeting.ok) return meeting
  const tables = tx.tables<MeetingsTables>()
  const row = { facts: JSON.stringify(facts), fingerprint: draft.fingerprint, edited_at: null }
  if (meeting.value.isNew) await tables.insertInto('work.meetings').values({ ...row, id: meeting.value.id, body: facts.body, meeting_date: facts.date }).execute()
  else await tables.updateTable('work.meetings').set(row).where('work.meetings.id', '=', meeting.value.id).execute()
  if (meeting.value.saysTheSame) return ok(undefined)
  await tables.deleteFrom('work.items').where('work.items.meeting', '=', meeting.value.id).execute()
  if (items.length === 0) return ok(undefined)
  const ids = new Map(items.map((item) => [item.number, randomUUID() as ItemId]))
  await tables.insertInto('work.items').values(items.map((item) => ({ id: idOf(ids, item.number), meeting: meeting.value.id, number: item.number, facts: JSON.stringify(itemFacts(item)), author: null }))).execute()
  await savePapers(tx, draft.papers, ids, at)
  return ok(undefined)
}

/** The meeting that is kept for that body and day, or the id of a new one. */
async function meetingToReplace(tx: Transaction, { entry: { body, date }, fingerprint }: MeetingDraft): Promise<Outcome<{ id: MeetingId; isNew: boolean; saysTheSame: boolean }>> {
  const tables = tx.tables<MeetingsTables>()
  const kept = await tables
    .selectFrom('work.meetings')
    .select(['work.meetings.id', 'work.meetings.edited_at', 'work.meetings.fingerprint'])
    .where('work.meetings.body', '=', body)
    .where('work.meetings.meeting_date', '=', date)
    .forUpdate()
    .executeTakeFirst()
  if (kept === undefined) return ok({ id: randomUUID() as MeetingId, isNew: true, saysTheSame: false })
  if (kept.edited_at !== null) {
    return refuse('conflict', `The meeting of ${body} on ${date} has been worked on here since it was loaded, and a file would undo that. Nothing was loaded.`, [
      { field: 'date', found: `${body} ${date}`, message: 'Publish what was changed here, or leave this meeting out of the file; `export meetings` writes it as it stands' },
    ])
  }
  return ok({ id: kept.id, isNew: false, saysTheSame: kept.fingerprint === fingerprint })
}

function itemFacts({ number: _number, report: _report, publicVersion: _publicVersion, appendices: _appendices, ...facts }: EntryItem) {
  return facts
}

async function savePapers(tx: Transaction, papers: readonly PaperDraft[], items: ReadonlyMap<number, ItemId>, at: Date): Promise<void> {
  if (papers.length === 0) return
  const tables = tx.tables<MeetingsTables>()
  const kept = papers.map((paper) => ({ ...paper, key: randomUUID() as PaperId }))
  await tables
    .insertInto('work.papers')
    .values(
      kept.map((paper) => ({
        id: paper.key,
        item: idOf(items, paper.item),
        kind: paper.kind,
        position: paper.kind === 'report' ? 0 : Number(/\d+$/.exec(paper.id)?.[0] ?? 1),
        title: paper.title,
        frame: paper.text?.frame?.frame ?? null,
        note: paper.note ?? null,
        file_name: paper.fileName ?? null,
        is_public_version: paper.isPublicVersion ?? false,
        pictures: JSON.stringify((paper.text?.pictures ?? []).map((picture) => ({ name: picture.name, checksum: picture.reference.checksum }))),
        attachment: null,
      })),
    )
    .execute()
  const parts = kept.flatMap((paper) => rowsOf(paper.key, partsOfPaper(paper), at))
  if (parts.length === 0) return
  await tables.insertInto('work.paper_parts').values(parts).execute()
  await tables.insertInto('work.paper_changes').values(parts).execute()
}

function partsOfPaper({ text }: PaperDraft): SomeParts {
  if (text === undefined) return {}
  return text.frame === undefined ? { body: { markdown: text.markdown } } : partsOf(text.frame, text.markdown)
}

function rowsOf(paper: PaperId, parts: SomeParts, at: Date) {
  return Object.entries(parts).map(([part, content]) => ({ paper, part: part as ReportPartName, content: JSON.stringify(content), revision: 1, saved_by: null, saved_at: at }))
}

function idOf(ids: ReadonlyMap<number, ItemId>, number: number): ItemId {
  const id = ids.get(number)
  if (id === undefined) throw new Error(`There is no item ${number}`)
  return id
}
