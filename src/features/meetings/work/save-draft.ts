import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingDraft } from '../record/meeting-draft.ts'
import type { EntryItem } from '../record/meetings-file.ts'
import type { MeetingsTables } from '../tables.ts'
import { daysLeft, leftInWords } from './days-left.ts'
import { meetingWithText, type MeetingWithText } from './draft-of-meeting.ts'
import type { ItemId, ItemInWork, MeetingId, PaperInWork } from './meeting-in-work.ts'
import { openedUnreleased } from './opened-unreleased.ts'
import { sameItems } from './same-matter.ts'
import { savePapers } from './save-papers.ts'

/**
 * Saves a meeting from its file over what was loaded for that body and day before, its papers included. Refused where staff have worked on the meeting
 * here since: a file must not undo that unseen. What others noted stays with the item and the paper that are the same matter (see `sameItems`); what the
 * file no longer has goes.
 */
export async function saveDraft(tx: Transaction, draft: MeetingDraft, at: Date): Promise<Outcome<void>> {
  const { items, ...facts } = draft.entry
  const meeting = await meetingToReplace(tx, draft)
  if (!meeting.ok) return meeting
  const { id, isNew, saysTheSame } = meeting.value
  const kept = isNew || saysTheSame ? undefined : await meetingWithText(tx.reader, id)
  const tables = tx.tables<MeetingsTables>()
  const row = { facts: JSON.stringify(facts), fingerprint: draft.fingerprint, edited_at: null, differs_at: null }
  if (isNew) await tables.insertInto('work.meetings').values({ ...row, id, body: facts.body, meeting_date: facts.date }).execute()
  else await tables.updateTable('work.meetings').set(row).where('work.meetings.id', '=', id).execute()
  if (saysTheSame) return ok(undefined)
  const opened = kept === undefined ? [] : openedUnreleased(draft, kept)
  if (opened.length > 0) return refuse('invalid', 'What was withheld is opened by a decision that is recorded. Nothing was loaded.', opened)
  const same = sameItems(draft.entry, kept?.meeting)
  const ids = await saveItems(tx, id, items, kept?.meeting.items ?? [], same)
  await savePapers(tx, { papers: draft.papers, items: ids, before: papersGoingOn(same, kept), at })
  return ok(undefined)
}

/** The meeting that is kept for that body and day, or the id of a new one. */
async function meetingToReplace(tx: Transaction, { entry: { body, date, movedTo }, fingerprint }: MeetingDraft): Promise<Outcome<{ id: MeetingId; isNew: boolean; saysTheSame: boolean }>> {
  const tables = tx.tables<MeetingsTables>()
  const kept = await tables
    .selectFrom('work.meetings')
    .select(['work.meetings.id', 'work.meetings.edited_at', 'work.meetings.fingerprint'])
    .where('work.meetings.body', '=', body)
    .where('work.meetings.meeting_date', '=', date)
    .forUpdate()
    .executeTakeFirst()
  const [left] = kept === undefined && movedTo === undefined ? await daysLeft(tx.reader, { body, from: date, to: date }) : []
  if (left !== undefined) return refuse('conflict', `A meeting of ${body} moved away from ${date}. Nothing was loaded.`, [{ field: 'date', found: `${body} ${date}`, message: leftInWords(left) }])
  if (kept === undefined) return ok({ id: randomUUID() as MeetingId, isNew: true, saysTheSame: false })
  if (kept.edited_at !== null) {
    return refuse('conflict', `The meeting of ${body} on ${date} has been worked on here since it was loaded, and a file would undo that. Nothing was loaded.`, [
      { field: 'date', found: `${body} ${date}`, message: 'Publish what was changed here, or leave this meeting out of the file; `export meetings` writes it as it stands' },
    ])
  }
  return ok({ id: kept.id, isNew: false, saysTheSame: kept.fingerprint === fingerprint })
}

/** What is kept of the papers of the items that go on, by the number that their item has now. */
function papersGoingOn(same: ReadonlyMap<number, ItemInWork>, kept: MeetingWithText | undefined): ReadonlyMap<number, readonly PaperInWork[]> {
  return new Map([...same].map(([number, { id }]) => [number, kept?.papers.filter((paper) => paper.item === id) ?? []]))
}

/** The items of the agenda, each that goes on under the id that it had, and their ids by number. Other items that were kept go, with their papers. */
async function saveItems(
  tx: Transaction,
  meeting: MeetingId,
  items: readonly EntryItem[],
  kept: readonly ItemInWork[],
  same: ReadonlyMap<number, ItemInWork>,
): Promise<ReadonlyMap<number, ItemId>> {
  const tables = tx.tables<MeetingsTables>()
  const rows = items.map((item) => ({ id: same.get(item.number)?.id ?? (randomUUID() as ItemId), number: item.number, facts: JSON.stringify(itemFacts(item)) }))
  const gone = kept.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => id)
  if (gone.length > 0) await tables.deleteFrom('work.items').where('work.items.id', 'in', gone).execute()
  const changed = rows.filter(({ number, facts }) => same.get(number)?.number !== number || !isDeepStrictEqual(JSON.parse(facts), same.get(number)?.facts))
  if (changed.length > 0) {
    await tables
      .insertInto('work.items')
      .values(changed.map((row) => ({ ...row, meeting, author: null })))
      .onConflict((conflict) => conflict.columns(['council', 'id'] as never).doUpdateSet({ number: sql<number>`excluded.number`, facts: sql<string>`excluded.facts` }))
      .execute()
  }
  return new Map(rows.map(({ number, id }) => [number, id]))
}

function itemFacts({ number: _number, report: _report, publicVersion: _publicVersion, appendices: _appendices, ...facts }: EntryItem) {
  return facts
}
