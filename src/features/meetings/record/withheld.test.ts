import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWithheld } from './withheld.ts'

const open = { public: true, privateDevelopment: false }
const item = { confidential: false }

test('what stands under an item is withheld where the item is exempt or confidential, or its whole meeting is private', () => {
  assert.equal(isWithheld(open, item), false)
  assert.equal(isWithheld(open, { confidential: true }), true)
  assert.equal(isWithheld(open, { confidential: false, exempt: { paragraph: 3, reason: 'Prices.' } }), true)
  assert.equal(isWithheld({ public: false, privateDevelopment: false }, item), true)
  assert.equal(isWithheld({ public: true, privateDevelopment: true }, item), true)
})
