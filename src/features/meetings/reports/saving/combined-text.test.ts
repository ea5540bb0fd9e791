import assert from 'node:assert/strict'
import { test } from 'node:test'
import { combinedText } from './combined-text.ts'

test('two texts become one that loses no paragraph of either', () => {
  const theirs = 'Same.\n\nThe cost is four pounds a week for each child.\n\nTheirs alone.'
  const mine = 'Same.\n\nThe cost is five pounds a week for each child.\n\nMine alone.'
  const combined = combinedText(theirs, mine).split('\n\n')
  assert.equal(combined[0], 'Same.')
  for (const paragraph of [...theirs.split('\n\n'), ...mine.split('\n\n')]) assert.ok(combined.includes(paragraph), paragraph)
  assert.equal(combined.length, 5)
})
