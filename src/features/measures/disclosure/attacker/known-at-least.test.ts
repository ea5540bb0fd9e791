import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneToFive } from '#core/suppression/policy.ts'
import { hideSmall } from '#core/suppression/protect.ts'
import { solver } from '#platform/linear-programs/solver.ts'

test('of a number that is known to be five at least nothing tells that it is five', async () => {
  const cells = [{ count: 54, isFixed: true }, { count: 5, isNeverShown: true, isSmall: true, placed: { lowest: 5, highest: 30 } }, { count: 49 }]
  const { reasons, audit, unsafe } = hideSmall({ cells, sums: [{ total: 0, parts: [1, 2] }] }, oneToFive, await solver())
  assert.deepEqual([reasons, unsafe], [['open', 'primary', 'secondary'], []])
  assert.ok(audit.some(({ cell, highest }) => cell === 1 && highest > 5))
})
