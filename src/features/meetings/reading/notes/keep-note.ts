import { act, type Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { issuedPapers } from '../../publication/issued-meetings.ts'
import { blockWords, paperBlocks } from '../paper-words.ts'
import { openMeeting, type MeetingAddress } from '../rights/open-reading.ts'
import { visiblePapers } from '../rights/visible-meeting.ts'
import type { NoteId } from '../tables.ts'
import { noteForm, type Note } from './note.ts'
import { deleteNote, insertNote, noteById, notesOn, updateNote } from './note-store.ts'
import { placeNotes, type NoteAnchor, type Place } from './place-notes.ts'

/** More than anybody writes on a pack; a script that runs away is stopped. */
const mostNotes = 1000

/** A paragraph of a paper that the reader may read. */
export interface NotedPlace {
  readonly version: number
  readonly item: number
  readonly itemTitle: string
  readonly paper: string
  readonly paperTitle: string
  readonly block: number
  readonly words: string
  readonly blocks: ReturnType<typeof paperBlocks>
}

export interface NewNote {
  readonly paper: string
  readonly block: number
  readonly quote: string
  readonly words: string
}

/** The paragraph that a note is to be made on; refused where this reader can read no such paper, and where the paper has no such paragraph. */
export async function notedPlace(reader: Reader, context: Context, address: MeetingAddress, paper: string, block: number): Promise<Outcome<NotedPlace>> {
  const opened = await openMeeting(reader, context, address)
  if (!opened.ok) return opened
  const { meeting, version, right } = opened.value
  const item = meeting.items.find((one) => [...one.papers, ...one.withheld].some(({ id }) => id === paper))
  const papers = item === undefined ? [] : visiblePapers(await issuedPapers(reader, { ...address, version }, item.number), right)
  const found = papers.find((one) => one.id === paper)
  const blocks = found === undefined ? [] : paperBlocks(found)
  const noted = blocks[block]
  if (item === undefined || found === undefined || noted === undefined) return refuse('not-found', 'There is no such paragraph in the papers of this meeting that you may read.')
  return ok({ version, item: item.number, itemTitle: item.title, paper, paperTitle: found.title, block, words: blockWords(noted), blocks })
}

/** Keeps a note or a highlight on a paragraph, for the person alone. Words to highlight must stand in the paper; they are looked for beyond the paragraph. */
export function keepNote(context: Context, address: MeetingAddress, { paper, block, ...typed }: NewNote, now: Date): Promise<Outcome<{ id: NoteId }>> {
  return forOneself(context, { kind: 'meeting', id: `${address.body.slice(0, 200)}/${address.date}` }, async (tx, person) => {
    const form = noteForm.safeParse(typed)
    if (!form.success) return refuse('invalid', '', form.error.issues.map((issue) => ({ field: String(issue.path[0]), message: issue.message })))
    const place = await notedPlace(tx.reader, context, address, paper, block)
    if (!place.ok) return place
    if ((await notesOn(tx.reader, person, address)).length >= mostNotes) return refuse('not-now', `You have ${mostNotes} notes on this meeting. Delete some to make another.`)
    const { version, item, paperTitle, words: paragraph, blocks } = place.value
    const { words } = form.data
    const { quote, place: placed } = quotedAt(form.data.quote, { block, paragraph }, blocks.map(blockWords))
    if (placed?.state !== 'kept') {
      return refuse('invalid', '', [{ field: 'quote', found: quote.slice(0, 60), message: 'These words do not stand together in this paper. Copy them from one paragraph as they stand, or leave this empty' }])
    }
    const noted = blocks[placed.block]
    const anchor = { block: placed.block, paragraph: noted === undefined ? paragraph : blockWords(noted), quote }
    return ok({ id: await insertNote(tx, person, { body: address.body, date: address.date, version, item, paper, paperTitle, words, ...anchor }, now) })
  })
}

/** Where the words that were copied stand; whoever copies a paragraph from its beginning has its number too, which is no word of it. */
function quotedAt(copied: string, at: Omit<NoteAnchor, 'quote'>, texts: readonly string[]): { readonly quote: string; readonly place: Place | undefined } {
  const [whole, bare] = [copied, copied.replace(/^\d+(\.\d+)*\.?\s+/, '')].map((quote) => ({ quote, place: placeNotes([{ ...at, quote }], texts)[0]?.place }))
  return bare !== undefined && whole?.place?.state !== 'kept' ? bare : (whole ?? { quote: copied, place: undefined })
}

/** Gives a note other words; refused where another window changed it meanwhile. */
export function rewriteNote(context: Context, id: string, revision: number, words: string, now: Date): Promise<Outcome<Note>> {
  return forOneself(context, { kind: 'note', id: id.slice(0, 36) }, async (tx, person) => {
    const note = await noteById(tx.reader, person, id)
    if (note === undefined) return noNote
    const form = noteForm.safeParse({ words, quote: note.quote })
    if (!form.success) return refuse('invalid', '', form.error.issues.map((issue) => ({ field: 'words', message: issue.message })))
    const isSaved = await updateNote(tx, person, note.id, revision, form.data.words, now)
    if (isSaved) return ok(note)
    return refuse('conflict', 'You have changed this note in another window since. Your words here are kept below; what was saved there is shown beside them.')
  })
}

/** Takes a note away for good. */
export function removeNote(context: Context, id: string): Promise<Outcome<Note>> {
  return forOneself(context, { kind: 'note', id: id.slice(0, 36) }, async (tx, person) => {
    const note = await noteById(tx.reader, person, id)
    if (note === undefined || !(await deleteNote(tx, person, note.id))) return noNote
    return ok(note)
  })
}

const noNote = refuse('not-found', 'You have no such note. It may have been deleted in another window.')

/** The audit says that somebody kept notes, never what they say. */
function forOneself<T>(context: Context, subject: { kind: string; id: string }, work: (tx: Transaction, person: PersonId) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const { actor } = context
  return act(context, { verb: 'notes.keep', subject }, async (tx) => (actor.kind === 'person' ? work(tx, actor.person) : refuse('not-allowed', 'Notes belong to a person who has signed in.')))
}
