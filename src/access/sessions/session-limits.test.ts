import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasExpired, usualSessionLimits as limits } from './session-limits.ts'

const nine = '2026-03-02T09:00:00.000000Z'
const at = (time: string): Date => new Date(`2026-03-02T${time}Z`)

test('a session ends when it is unused for half an hour', () => {
  assert.equal(hasExpired({ began: nine, lastUsed: '2026-03-02T10:00:00.000000Z' }, at('10:29:59'), limits), false)
  assert.equal(hasExpired({ began: nine, lastUsed: '2026-03-02T10:00:00.000000Z' }, at('10:30:00'), limits), true)
})

test('a session ends after twelve hours, however much it is used', () => {
  assert.equal(hasExpired({ began: nine, lastUsed: '2026-03-02T20:59:00Z' }, at('20:59:59'), limits), false)
  assert.equal(hasExpired({ began: nine, lastUsed: '2026-03-02T20:59:59Z' }, at('21:00:00'), limits), true)
})
