import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isItemPublished } from './item-lateness.ts'

test('an item that was published with its report to follow awaits it until a later version has it', () => {
  const published = { issued: new Set([5, 6]), publishedToFollow: new Set([6]) }
  assert.equal(isItemPublished(published, { number: 5 }), true)
  assert.equal(isItemPublished(published, { number: 6 }), false)
  assert.equal(isItemPublished({ ...published, publishedToFollow: new Set() }, { number: 6 }), true)
  assert.equal(isItemPublished(published, { number: 7 }), false)
  assert.equal(isItemPublished({ issued: undefined, publishedToFollow: new Set() }, { number: 5 }), false)
})
