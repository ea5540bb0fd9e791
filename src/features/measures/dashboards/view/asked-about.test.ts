import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../testing.ts'
import { askedAbout } from './asked-about.ts'

test('a question stands beside a figure only where it names the measure in full, however it is spaced or spelled', () => {
  const asked = ['Why did PLANS  ON TIME fall?', 'Why are plans late?'].map((text) => ({ text, href: '/recommendations/1', state: 'waiting' }))
  assert.deepEqual(askedAbout(entryOf({ measure: 'plans-on-time', values: [40] }), asked), asked.slice(0, 1))
})

test('one that was found to name the measure stands beside it, though its words are cut short', () => {
  const asked = [{ text: 'Why did…', href: '/recommendations/1', state: 'waiting', about: ['plans-on-time'] }]
  assert.deepEqual([askedAbout(entryOf({ measure: 'plans-on-time', values: [40] }), asked), askedAbout(entryOf({ measure: 'visits', values: [40] }), asked)], [asked, []])
})
