import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextTelling } from './next-telling.ts'

const at = (time: string) => new Date(`2023-07-07T${time}:00Z`)

test('the first comment is told of at once', () => {
  assert.deepEqual(nextTelling(undefined, at('09:00')), at('09:00'))
})

test('a second comment within the hour is told of when the hour is over, and a third with it', () => {
  assert.deepEqual(nextTelling(at('09:00'), at('09:20')), at('10:00'))
  assert.equal(nextTelling(at('10:00'), at('09:40')), undefined)
})

test('after a quiet hour a comment is told of at once', () => {
  assert.deepEqual(nextTelling(at('09:00'), at('10:30')), at('10:30'))
})
