import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textFaults } from './preview.ts'

test('of many faults of a text the first twenty are shown, and how many more there are', () => {
  const faults = Array.from({ length: 57 }, (_, index) => ({ row: index + 1, message: 'No HTML here.' }))
  const shown = String(textFaults(faults))
  assert.equal(shown.split('<li>').length - 1, 20)
  assert.match(shown, /And 37 more\./)
  assert.doesNotMatch(String(textFaults(faults.slice(0, 20))), /more/)
})
