import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureNames } from './picture-names.ts'

test('each picture of a text is named once, whatever its alternative text holds', () => {
  const text = '![a \\] b](one.svg "c")\n\n- ![x](two.png)\n\n![again](one.svg)\n\n`![code](three.png)`\n'
  assert.deepEqual(pictureNames(text), ['one.svg', 'two.png'])
})

test('a text that is too costly to parse names none: it is not parsed at all', () => {
  assert.deepEqual(pictureNames('![x](one.svg)\n\n'.repeat(101)), [])
})
