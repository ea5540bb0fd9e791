import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOf } from './count-in-words.ts'

test('one is in the singular, nothing and many are in the plural', () => {
  assert.deepEqual([countOf(0, 'bodies'), countOf(1, 'bodies'), countOf(34, 'bodies')], ['0 bodies', '1 body', '34 bodies'])
  assert.deepEqual([countOf(1, 'meetings'), countOf(1, 'files'), countOf(1, 'branches')], ['1 meeting', '1 file', '1 branch'])
})

test('a word that is no plural stays as it is', () => {
  assert.deepEqual([countOf(1, 'published'), countOf(1, 'county')], ['1 published', '1 county'])
})
