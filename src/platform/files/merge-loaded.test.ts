import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeLoaded } from './merge-loaded.ts'
import { loadedFields } from './since-loaded.ts'

interface Sheet {
  readonly day?: string
  readonly words?: string
}
const sheet: Sheet = { day: 'Monday', words: 'Hello' }
const before = loadedFields(sheet)
const merged = (given: Sheet, standing: Sheet, loaded = before as typeof before | null) => {
  const { record, taken, both } = mergeLoaded(given, standing, loaded)
  return { record, taken, both }
}

test('of a field that only the file changed the file’s is taken, also where it leaves it out or gives it anew', () => {
  assert.deepEqual(merged({ ...sheet, day: 'Friday' }, sheet), { record: { day: 'Friday', words: 'Hello' }, taken: ['day'], both: [] })
  assert.deepEqual(merged({ day: 'Monday' }, sheet), { record: { day: 'Monday' }, taken: ['words'], both: [] })
  assert.deepEqual(mergeLoaded<Sheet>(sheet, { day: 'Monday' }, loadedFields({ day: 'Monday' })).taken, ['words'])
})

test('a field that the file has as it was loaded stays as it stands, also where it is gone here', () => {
  assert.deepEqual(merged(sheet, { day: 'Friday' }), { record: { day: 'Friday' }, taken: [], both: [] })
})

test('a field that both changed is named, unless both say the same; of a record that was entered here each difference is', () => {
  assert.deepEqual(merged({ ...sheet, day: 'Friday' }, { ...sheet, day: 'Sunday' }), { record: { day: 'Sunday', words: 'Hello' }, taken: [], both: ['day'] })
  assert.deepEqual(merged({ ...sheet, day: 'Friday' }, { ...sheet, day: 'Friday' }).both, [])
  assert.deepEqual(merged({ ...sheet, day: 'Friday' }, sheet, null).both, ['day'])
})

test('a file of long ago does not undo what a later file confirmed as it stood here', () => {
  const changedHere = { ...sheet, day: 'Friday' }
  const confirmed = mergeLoaded<Sheet>(changedHere, changedHere, before)
  assert.equal(mergeLoaded<Sheet>(sheet, changedHere, confirmed.loaded).record.day, 'Friday')
})
