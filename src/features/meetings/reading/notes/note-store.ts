import { sql } from 'kysely'
import type { PersonId } from '#access/actor.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { isOfMeeting } from '../../publication/version-records.ts'
import type { MeetingAddress } from '../rights/open-reading.ts'
import type { NoteId, ReadingTables } from '../tables.ts'
import type { Note } from './note.ts'

/** The person's own notes on a meeting, those too that were made before it was moved to this day; in the order of the agenda and of the paper. */
export async function notesOn(reader: Reader, person: PersonId, { body, date, version }: MeetingAddress): Promise<Note[]> {
  const asked = version === undefined ? undefined : sql<number>`${version}::integer`
  const rows = await ownNotes(reader, person)
    .where(isOfMeeting('note', { body: sql`${body}::text`, date: sql`${date}::date`, version: asked }))
    .orderBy('note.item')
    .orderBy('note.paper')
    .orderBy('note.block')
    .orderBy('note.made_at')
    .execute()
  return rows.map(noteOf)
}

/** One of the person's own notes; undefined where they have none of this id. */
export async function noteById(reader: Reader, person: PersonId, id: string): Promise<Note | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const row = await ownNotes(reader, person).where('note.id', '=', id as NoteId).executeTakeFirst()
  return row && noteOf(row)
}

function ownNotes(reader: Reader, person: PersonId) {
  return reader.tables<ReadingTables>().selectFrom('work.notes as note').selectAll('note').where('note.person', '=', person)
}

function noteOf(row: Awaited<ReturnType<ReturnType<typeof ownNotes>['executeTakeFirstOrThrow']>>): Note {
  const { id, body, version, item, paper, block, paragraph, quote, words, revision } = row
  return { id, body, date: row.meeting_date, version, item, paper, paperTitle: row.paper_title, block, paragraph, quote, words, revision, changedAt: row.changed_at }
}

export async function insertNote(tx: Transaction, person: PersonId, note: Omit<Note, 'id' | 'revision' | 'changedAt'>, now: Date): Promise<NoteId> {
  const { date, paperTitle, ...fields } = note
  const { id } = await tx
    .tables<ReadingTables>()
    .insertInto('work.notes')
    .values({ ...fields, person, meeting_date: date, paper_title: paperTitle, made_at: now, changed_at: now })
    .returning('work.notes.id')
    .executeTakeFirstOrThrow()
  return id
}

/** Saves new words where the note is still at this revision; false where another window has changed or deleted it meanwhile. */
export async function updateNote(tx: Transaction, person: PersonId, id: NoteId, revision: number, words: string, now: Date): Promise<boolean> {
  const changed = await tx
    .tables<ReadingTables>()
    .updateTable('work.notes')
    .set({ words, revision: revision + 1, changed_at: now })
    .where('work.notes.id', '=', id)
    .where('work.notes.person', '=', person)
    .where('work.notes.revision', '=', revision)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function deleteNote(tx: Transaction, person: PersonId, id: NoteId): Promise<boolean> {
  const gone = await tx.tables<ReadingTables>().deleteFrom('work.notes').where('work.notes.id', '=', id).where('work.notes.person', '=', person).executeTakeFirst()
  return gone.numDeletedRows === 1n
}
