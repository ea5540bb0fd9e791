import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadedFields } from '#platform/files/since-loaded.ts'
import { joinAdded } from './join-added.ts'

test('what was added to a list at both ends is joined once, and a list that was rewritten is not', () => {
  const print = loadedFields({ value: ['a', 'b'] })['value']
  assert.deepEqual(joinAdded(['a', 'b', 'file', 'both'], ['a', 'b', 'here', 'both'], print), ['a', 'b', 'file', 'here', 'both'])
  assert.equal(joinAdded(['A', 'b', 'file'], ['a', 'b', 'here'], print), undefined)
  assert.equal(joinAdded(['a', 'b'], ['a'], undefined), undefined)
})
