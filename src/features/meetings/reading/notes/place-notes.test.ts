import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeNotes, type NoteAnchor, type Place } from './place-notes.ts'

const paragraph = 'The forecast for placements is 4.2 million pounds above the budget, chiefly because of residential care.'
const others = ['The panel met in June.', 'Members asked for a briefing on transport.', 'A report will come in the autumn.']

function placed(anchor: Partial<NoteAnchor>, blocks: readonly string[]): Place | undefined {
  return placeNotes([{ block: 1, paragraph, quote: '', ...anchor }], blocks)[0]?.place
}

test('a note stays on its paragraph where nothing has changed', () => {
  assert.deepEqual(placed({}, ['First.', paragraph, 'Last.']), { state: 'kept', block: 1 })
})

test('of two paragraphs with the same words the nearer one has the note', () => {
  assert.deepEqual(placed({ block: 3 }, [paragraph, 'a', 'b', 'c', paragraph]), { state: 'kept', block: 4 })
})

test('highlighted words are found where they now stand, in another paragraph too', () => {
  assert.deepEqual(placed({ quote: 'residential care' }, [...others, `It is said that residential care is dear.`]), { state: 'kept', block: 3 })
})

test('highlighted words stay in their own paragraph although another one has them too', () => {
  assert.deepEqual(placed({ block: 0, quote: 'residential care' }, ['Of residential care.', 'More.', paragraph]), { state: 'kept', block: 2 })
})

test('quotation marks, capitals and line breaks make no other words', () => {
  assert.deepEqual(placed({ paragraph: 'The  “golden” thread\nis the child’s.', quote: "the CHILD's" }, ['Nothing.', 'The "golden" thread is the child\'s.']), { state: 'kept', block: 1 })
})

test('a paragraph whose words were slightly changed keeps its note and says so', () => {
  assert.deepEqual(placed({}, [...others, paragraph.replace('4.2', '4.6').replace('chiefly', 'mainly')]), { state: 'changed', block: 3 })
})

test('highlighted words of which some were changed are found in a longer paragraph', () => {
  const quote = 'above the budget, chiefly because of residential care'
  const longer = `${others.join(' ')} Spending stands 3 million pounds above the budget, mostly because of residential care. ${others.join(' ')} ${others.join(' ')}`
  assert.deepEqual(placed({ quote }, [...others, longer]), { state: 'changed', block: 3 })
})

test('a note whose text is gone is not put on another paragraph', () => {
  assert.deepEqual(placed({}, others), { state: 'gone' })
})

test('a note on a paper without paragraphs is gone, and not lost', () => {
  assert.deepEqual(placed({}, []), { state: 'gone' })
})

test('two words that stand in many paragraphs place no note by themselves', () => {
  assert.deepEqual(placed({ paragraph: 'The panel', quote: 'panel noted' }, others), { state: 'gone' })
})
