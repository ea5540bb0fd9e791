import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whatIsMissing } from './what-is-missing.ts'

const text = { severity: 'must', part: 'body' } as const
const clearance = { severity: 'must', part: 'clearance' } as const

test('what a report lacks is counted once, the clearances apart from what its writers can put right', () => {
  assert.equal(whatIsMissing([{ severity: 'should', part: 'body' }]), 'Nothing is missing.')
  assert.equal(whatIsMissing([text, text, clearance]), '2 things to put right before it can be published, and 1 clearance still to come.')
  assert.equal(whatIsMissing([clearance, clearance]), 'Nothing is missing in its text; 2 clearances still to come.')
})
