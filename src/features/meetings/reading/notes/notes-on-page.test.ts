import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NoteId } from '../tables.ts'
import type { Note } from './note.ts'
import { notesAfter } from './notes-on-page.ts'
import type { NotesOfItem } from './placed-notes.ts'

const item = (number: number, ...ids: string[]): NotesOfItem => ({ number, title: `Item ${number}`, notes: ids.map((id) => ({ note: { id: id as NoteId } as Note, place: { state: 'gone' } as const })) })
const items = [item(1, 'a', 'b'), item(4, 'c', 'd', 'e')]
const shown = (after: string, most: number) => {
  const part = notesAfter(items, after, most)
  return [part.items.map(({ number, notes }) => `${number}: ${notes.map(({ note }) => note.id).join()}`).join('; '), part.next, part.isFirst]
}

test('notes are shown a page at a time, each once, and an item that goes on has its title again', () => {
  assert.deepEqual(shown('', 3), ['1: a,b; 4: c', 'c', true])
  assert.deepEqual(shown('c', 3), ['4: d,e', undefined, false])
})

test('after the last page there is no further one, and a note that is deleted leads back to the beginning', () => {
  assert.deepEqual(shown('', 5), ['1: a,b; 4: c,d,e', undefined, true])
  assert.deepEqual(shown('gone', 5).at(-1), true)
})
