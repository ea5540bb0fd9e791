import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureNames } from './picture-names.ts'

test('each picture of a text is named once, whatever its alternative text holds', () => {
  const text = '![a \\] b](one.svg "c")\n\n- ![x](two.png)\n\n![again](one.svg)\n\n`![code](three.png)`\n'
  assert.deepEqual(pictureNames(text), ['one.svg', 'two.png'])
})

test('a text that would take too long to parse names none, and at once', () => {
  const began = process.cpuUsage().user
  assert.deepEqual(pictureNames('!['.repeat(80_000)), [])
  assert.ok(process.cpuUsage(process.cpuUsage()).user < 1e9 && process.cpuUsage().user - began < 2e6)
})
