import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingDraft } from '../record/meeting-draft.ts'
import type { EntryItem } from '../record/meetings-file.ts'
import type { MeetingsTables } from '../tables.ts'
import { meetingWithText } from './draft-of-meeting.ts'
import type { ItemId, ItemInWork, MeetingId } from './meeting-in-work.ts'
import { savePapers } from './save-papers.ts'

/**
 * Saves a meeting from its file over what was loaded for that body and day before, its papers included. Refused where staff have worked on the meeting
 * here since: a file must not undo that unseen. An item is known by its number and a paper by its place, so that what others noted on them stays;
 * what the file no longer has goes.
 */
export async function saveDraft(tx: Transaction, draft: MeetingDraft, at: Date): Promise<Outcome<void>> {
  const { items, ...facts } = draft.entry
  const meeting = await meetingToReplace(tx, draft)
  if (!meeting.ok) return meeting
  const { id, isNew, saysTheSame } = meeting.value
  const tables = tx.tables<MeetingsTables>()
  const row = { facts: JSON.stringify(facts), fingerprint: draft.fingerprint, edited_at: null }
  if (isNew) await tables.insertInto('work.meetings').values({ ...row, id, body: facts.body, meeting_date: facts.date }).execute()
  else await tables.updateTable('work.meetings').set(row).where('work.meetings.id', '=', id).execute()
  if (saysTheSame) return ok(undefined)
  const kept = isNew ? undefined : await meetingWithText(tx.reader, id)
  const ids = await saveItems(tx, id, items, kept?.meeting.items ?? [])
  await savePapers(tx, { papers: draft.papers, items: ids, kept, at })
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

/** The items of the agenda, each under the id that it had, and their ids by number. */
async function saveItems(tx: Transaction, meeting: MeetingId, items: readonly EntryItem[], kept: readonly ItemInWork[]): Promise<ReadonlyMap<number, ItemId>> {
  const tables = tx.tables<MeetingsTables>()
  const before = new Map(kept.map((item) => [item.number, item]))
  const rows = items.map((item) => ({ id: before.get(item.number)?.id ?? (randomUUID() as ItemId), number: item.number, facts: JSON.stringify(itemFacts(item)) }))
  const gone = kept.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => id)
  if (gone.length > 0) await tables.deleteFrom('work.items').where('work.items.id', 'in', gone).execute()
  const changed = rows.filter(({ number, facts }) => !isDeepStrictEqual(JSON.parse(facts), before.get(number)?.facts))
  if (changed.length > 0) {
    await tables
      .insertInto('work.items')
      .values(changed.map((row) => ({ ...row, meeting, author: null })))
      .onConflict((conflict) => conflict.columns(['council', 'id'] as never).doUpdateSet({ facts: sql<string>`excluded.facts` }))
      .execute()
  }
  return new Map(rows.map(({ number, id }) => [number, id]))
}

function itemFacts({ number: _number, report: _report, publicVersion: _publicVersion, appendices: _appendices, ...facts }: EntryItem) {
  return facts
}
