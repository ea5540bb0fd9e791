import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { PersonId } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemFacts, ItemId, MeetingFacts, MeetingId } from './meeting-in-work.ts'

/** Adds a meeting without an agenda. Refused where the body meets on that day already. */
export async function insertMeeting(tx: Transaction, facts: MeetingFacts, at: Date): Promise<Outcome<MeetingId>> {
  const row = await tx
    .tables<MeetingsTables>()
    .insertInto('work.meetings')
    .values({ body: facts.body, meeting_date: facts.date, facts: JSON.stringify(facts), fingerprint: null, edited_at: at })
    .onConflict((conflict) => conflict.columns(['council', 'body', 'meeting_date'] as never).doNothing())
    .returning('work.meetings.id')
    .executeTakeFirst()
  return row === undefined ? refuse('conflict', 'This body has a meeting on that day already.', [{ field: 'date', found: facts.date, message: 'Choose another day' }]) : ok(row.id)
}

/**
 * Notes that the meeting or its agenda changes now, if it is still at this revision; to be called first in every verb that changes it. Answers the
 * new revision; refused as a conflict where somebody else changed it meanwhile.
 */
export async function changeMeeting(tx: Transaction, meeting: MeetingId, revision: number, at: Date): Promise<Outcome<number>> {
  const row = await tx
    .tables<MeetingsTables>()
    .updateTable('work.meetings')
    .set({ revision: sql<number>`revision + 1`, edited_at: at, differs_at: at })
    .where('work.meetings.id', '=', meeting)
    .where('work.meetings.revision', '=', revision)
    .returning('work.meetings.revision')
    .executeTakeFirst()
  return row === undefined ? refuse('conflict', 'Somebody else changed this meeting while you had it open. What you typed is still here: compare it with the meeting as it stands, and save again.') : ok(row.revision)
}

/** Notes that a paper of the meeting changed: what is published is no longer what is kept. Where the next version would not say it, no version differs. */
export async function touchMeeting(tx: Transaction, meeting: MeetingId, at: Date, isInNextVersion = true): Promise<void> {
  await tx.tables<MeetingsTables>().updateTable('work.meetings').set({ edited_at: at, ...(isInNextVersion ? { differs_at: at } : {}) }).where('work.meetings.id', '=', meeting).execute()
}

/** Saves what is said of a meeting; body and day are kept in step. */
export async function saveFacts(tx: Transaction, meeting: MeetingId, facts: MeetingFacts): Promise<void> {
  await tx.tables<MeetingsTables>().updateTable('work.meetings').set({ body: facts.body, meeting_date: facts.date, facts: JSON.stringify(facts) }).where('work.meetings.id', '=', meeting).execute()
}

/** What stands published, or was loaded, says now what is kept here. */
export async function markInStep(tx: Transaction, meeting: MeetingId, fingerprint: string): Promise<void> {
  await tx.tables<MeetingsTables>().updateTable('work.meetings').set({ fingerprint, edited_at: null, differs_at: null }).where('work.meetings.id', '=', meeting).execute()
}

/** Adds an item under this number, which must be free; `id` is given where the form that was sent has named it. */
export async function insertItem(tx: Transaction, meeting: MeetingId, number: number, facts: ItemFacts, id?: ItemId): Promise<ItemId> {
  const row = await tx.tables<MeetingsTables>().insertInto('work.items').values({ ...(id === undefined ? {} : { id }), meeting, number, facts: JSON.stringify(facts), author: null }).returning('work.items.id').executeTakeFirstOrThrow()
  return row.id
}

/** Adds items one after the other, the first under this number; it and those that follow must be free. */
export async function insertItems(tx: Transaction, meeting: MeetingId, number: number, items: readonly { readonly id: ItemId; readonly facts: ItemFacts }[]): Promise<void> {
  const rows = items.map(({ id, facts }, index) => ({ id, meeting, number: number + index, facts: JSON.stringify(facts), author: null }))
  await tx.tables<MeetingsTables>().insertInto('work.items').values(rows).execute()
}

export async function saveItem(tx: Transaction, item: ItemId, facts: ItemFacts, author: PersonId | undefined): Promise<void> {
  await tx.tables<MeetingsTables>().updateTable('work.items').set({ facts: JSON.stringify(facts), author: author ?? null }).where('work.items.id', '=', item).execute()
}

/** Takes an item off the agenda with its papers; one that had put itself there does not come back to this agenda. */
export async function deleteItem(tx: Transaction, item: ItemId): Promise<void> {
  await sql`insert into work.origins_taken_off (meeting, origin) select meeting, facts ->> 'origin' from work.items where id = ${item}::uuid and facts ? 'origin' on conflict do nothing`.execute(tx.tables())
  await tx.tables<MeetingsTables>().deleteFrom('work.items').where('work.items.id', '=', item).execute()
}

/** Gives the items of an agenda the numbers 1, 2, 3 … in this order. */
export async function numberItems(tx: Transaction, items: readonly ItemId[]): Promise<void> {
  if (items.length === 0) return
  const order = sql.join(items.map((item, index) => sql`(${item}::uuid, ${index + 1}::integer)`))
  await sql`update work.items set number = placed.number from (values ${order}) as placed (id, number) where items.id = placed.id`.execute(tx.tables())
}
