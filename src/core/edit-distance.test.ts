import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editDistance } from './edit-distance.ts'

test('a letter put in, left out or changed, and two neighbours swapped, are one slip each', () => {
  assert.equal(editDistance('cabinet', 'cabinet'), 0)
  assert.equal(editDistance('cabinnet', 'cabinet'), 1)
  assert.equal(editDistance('cabnet', 'cabinet'), 1)
  assert.equal(editDistance('kabinet', 'cabinet'), 1)
  assert.equal(editDistance('cabniet', 'cabinet'), 1)
  assert.equal(editDistance('panel', 'plan'), 3)
})

test('against nothing every letter counts, and it is the same both ways', () => {
  assert.equal(editDistance('', 'due'), 3)
  assert.equal(editDistance('due', ''), 3)
  assert.equal(editDistance('agenda', 'addenda'), editDistance('addenda', 'agenda'))
})
