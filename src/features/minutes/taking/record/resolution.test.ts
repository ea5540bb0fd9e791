import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decides, kindInWords, letterAt, resolution, resolutionKinds } from './resolution.ts'

test('resolutions are lettered a to z, then aa, ab', () => {
  assert.deepEqual([0, 1, 25, 26, 27, 52].map(letterAt), ['a', 'b', 'z', 'aa', 'ab', 'ba'])
})

test('what is recommended, referred or requested says to whom; what is noted asks nothing of anybody', () => {
  const faults = (given: unknown) => resolution.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  assert.match(faults({ kind: 'recommended', words: 'look again at the fares' }).join(), /whom: Say to whom/)
  assert.match(faults({ kind: 'noted', words: 'the report', whom: { name: 'Cabinet' } }).join(), /asks nothing of anybody/)
  assert.match(faults({ kind: 'agreed', words: 'a plan', due: '2023-09-01' }).join(), /due: Say who is to do it/)
  assert.deepEqual(faults({ kind: 'agreed', words: 'a plan by September', whom: { name: 'Director' }, due: '2023-09-01' }), [])
})

test('only what is noted decides nothing', () => {
  assert.deepEqual(resolutionKinds.filter((kind) => !decides(kind)), ['noted'])
  assert.equal(kindInWords({ kind: 'referred', whom: { name: 'Cabinet' } }), 'Referred to Cabinet')
})
