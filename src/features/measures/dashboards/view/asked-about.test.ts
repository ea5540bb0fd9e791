import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../testing.ts'
import { askedAbout } from './asked-about.ts'

test('a question stands beside a figure only where it names the measure in full, however it is spaced or spelled', () => {
  const asked = ['Why did PLANS  ON TIME fall?', 'Why are plans late?'].map((text) => ({ text, href: '/recommendations/1', state: 'waiting' }))
  assert.deepEqual(askedAbout(entryOf({ measure: 'plans-on-time', values: [40] }), asked), asked.slice(0, 1))
})
