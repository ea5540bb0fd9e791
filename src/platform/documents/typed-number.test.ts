import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedNumber } from './typed-number.ts'

test('a typed number is a number with a mark after it, never an amount or a year', () => {
  for (const [words, number] of [['1. The Board is asked', '1. '], ['(12) Places rose', '(12) '], ['3) next', '3) '], ['2.1 The plan', '2.1 '], ['2.1.4. The plan', '2.1.4. ']]) assert.equal(typedNumber(words ?? ''), number, words)
  for (const words of ['2023 was dry', '3.5 million pounds', '12 children', '1.', 'In 1. place', '2.5% more']) assert.equal(typedNumber(words), undefined, words)
})
