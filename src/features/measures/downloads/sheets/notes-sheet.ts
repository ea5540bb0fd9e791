import type { NoteNumbers } from './note-numbers.ts'
import type { TableSheet } from './table-sheet.ts'

/** What the references to notes in the other sheets stand for. */
export function notesSheet(notes: NoteNumbers): TableSheet {
  return { name: 'Notes', holds: 'Notes to single figures', columns: [{ heading: 'Note', width: 12 }, { heading: 'What it says', width: 100 }], rows: notes.all() }
}
