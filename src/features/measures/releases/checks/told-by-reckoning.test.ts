import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneToFive } from '#core/suppression/policy.ts'
import { toldByReckoning } from './told-by-reckoning.ts'

const numbers = (text: string) => toldByReckoning(text, oneToFive).map(({ number }) => number)

test('a number and by how much it changed tell what it came to', () => {
  for (const text of ['It fell by six, from nine.', 'From nine it fell by six.', 'Nine in the second quarter, and six fewer.', 'It was 9. Six fewer came now.', 'It rose by two from 1.', 'It was nine and fell by 6.']) assert.deepEqual(numbers(text), [3], text)
})

test('a change that comes to many, in per cent or of another number tells none', () => {
  for (const text of ['It fell by 12, from 40.', 'It rose by six, from nine.', 'It fell by 3 percentage points from 9.', 'It fell by six.', 'Children aged 9, and six more schools.']) assert.deepEqual(numbers(text), [], text)
})

test('a part of what it was tells what it is', () => {
  assert.deepEqual(toldByReckoning('It is a third as many now.', oneToFive), [{ words: 'a third as many' }])
  assert.deepEqual(toldByReckoning('Half the number of last year. A third of schools answered.', oneToFive), [{ words: 'Half the number' }])
})

test('children who are listed are counted', () => {
  for (const [text, number] of [['The two brothers and their sister came.', 3], ['A mother and her two sons', 2], ['It was a boy, a girl and a baby.', 3], ['A girl, a boy and another boy', 3], ['The twins and their older brother', 3]] as const) assert.deepEqual(numbers(text), [number], text)
  assert.deepEqual(numbers('Three boys, two girls and a baby came.'), [])
})

test('one child of whom something is said is one', () => {
  for (const text of ['A boy is missing.', 'An unaccompanied child arrived.', 'The child was placed.', 'Single child.', 'Another child.', 'It rose, as a girl came back.']) assert.deepEqual(numbers(text), [1], text)
})

test('what is said of any child counts none', () => {
  for (const text of ['Where a child was placed, we visit.', 'Days from when the child was placed.', 'A child is seen by a social worker.', 'A boy or a girl', 'The child and family team', 'If it is late, the child was told.']) assert.deepEqual(numbers(text), [], text)
})
