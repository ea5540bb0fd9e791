import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leftInWords } from './left-in-words.ts'

test('where a part of the example was left as it stands, it says why, and how to have the example whole', () => {
  const faults = [1, 2, 3, 4].map((row) => ({ file: 'measures/a.yaml', row, message: 'It stands with other words.' }))
  const lines = leftInWords([{ what: 'measures', refusal: { kind: 'invalid', message: 'Nothing was loaded.', faults } }])
  assert.equal(lines[0], 'Left as it is: measures. Nothing was loaded.')
  assert.deepEqual([lines.length, lines.filter((line) => line.includes('other words')).length], [5, 3])
  assert.match(lines.at(-1) ?? '', /folder of its own: DATA_DIR=/)
  assert.deepEqual(leftInWords([]), [])
})
