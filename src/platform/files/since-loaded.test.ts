import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAsLoaded, loadAgain, loadedFields, wouldUndo } from './since-loaded.ts'

const first = { title: 'Roads', terms: ['Who pays?'], lead: { name: 'Ada', seat: 'Chair' } }
const before = loadedFields(first)

test('a file that says what stands has nothing to save, in whatever order its fields come', () => {
  assert.deepEqual(loadAgain({ lead: { seat: 'Chair', name: 'Ada' }, terms: ['Who pays?'], title: 'Roads', ends: undefined }, first, before), { isSame: true, undone: [], loaded: before })
})

test('a file may change what nobody changed here, and may not undo what somebody did', () => {
  const edited = { ...first, title: 'Lanes', ends: '2023-05-01' }
  assert.deepEqual(loadAgain({ ...first, terms: ['Since when?'] }, first, before).undone, [])
  assert.deepEqual(loadAgain({ ...first, terms: ['Since when?'] }, edited, before).undone, ['title', 'ends'])
  assert.deepEqual(loadAgain({ ...edited, terms: ['Since when?'] }, edited, before).undone, [])
})

test('what was changed here stays marked when a file that says the same is loaded, so an older file does not undo it then', () => {
  const edited = { ...first, title: 'Lanes', ends: '2023-05-01' }
  const { loaded } = loadAgain({ ...edited, terms: ['Since when?'] }, edited, before)
  const standing = { ...edited, terms: ['Since when?'] }
  assert.deepEqual(loadAgain(first, standing, loaded).undone, ['title', 'ends'])
})

test('of what was entered here a file changes nothing, and says nothing of it that it could be read from', () => {
  assert.deepEqual(loadAgain({ ...first, title: 'Lanes' }, first, null).undone, ['title'])
  assert.doesNotMatch(JSON.stringify(before), /Roads|Ada/)
  assert.deepEqual([isAsLoaded(first, 'title', before), isAsLoaded(first, 'ends', before), isAsLoaded({ title: 'Lanes' }, 'title', before)], [true, true, false])
})

test('of a record that an older build loaded it is not said that somebody changed it since', () => {
  assert.match(wouldUndo('road', 'roads', before), /^This was changed or entered here since the road was loaded.*`export roads`/)
  for (const nothing of [null, undefined, loadAgain({ title: 'Lanes' }, first, null).loaded]) assert.match(wouldUndo('road', 'roads', nothing), /^The file says something else.*an older build loaded it, which did not keep what its file said.*`export roads`/)
})
