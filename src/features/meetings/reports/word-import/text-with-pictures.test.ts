import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinedTexts, textWithPictures } from './text-with-pictures.ts'

test('each picture takes the name and the words that its author gave, and keeps its caption', () => {
  const text = 'One.\n\n![](picture-1.png "Figure 1")\n\nTwo.'
  const choices = new Map([['picture-1.png', { name: 'plan.png', alternative: 'A [rough] plan' }]])
  assert.equal(textWithPictures(text, choices), 'One.\n\n![A \\[rough\\] plan](plan.png "Figure 1")\n\nTwo.')
})

test('a decorative picture leaves no gap', () => {
  assert.equal(textWithPictures('One.\n\n![a \\] b](picture-1.png)\n\nTwo.', new Map([['picture-1.png', 'left-out' as const]])), 'One.\n\nTwo.')
})

test('footnotes of an added text do not meet those that are there', () => {
  assert.equal(joinedTexts('A[^1].\n\n[^1]: One.\n', 'B[^1] and[^2].\n\n[^1]: Two.\n\n[^2]: Three.'), 'A[^1].\n\n[^1]: One.\n\nB[^1-2] and[^2].\n\n[^1-2]: Two.\n\n[^2]: Three.\n')
})
