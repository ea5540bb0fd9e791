import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneToFive } from '#core/suppression/policy.ts'
import { toldByReckoning } from './told-by-reckoning.ts'

const numbers = (text: string) => toldByReckoning(text, oneToFive).map(({ number }) => number)

test('a number and by how much it changed tell what it came to', () => {
  for (const text of ['It fell by six, from nine.', 'From nine it fell by six.', 'Nine in the second quarter, and six fewer.', 'It was 9. Six fewer came now.', 'It rose by two from 1.', 'It was nine and fell by 6.']) assert.deepEqual(numbers(text), [3], text)
})

test('a number that differs from another, is a part of it or lies between two is told by them', () => {
  for (const text of [
    'Six fewer children than the nine of the quarter before were hurt.', '6 fewer than 9', 'Nine less six', 'Nine minus six.', 'The figure was one more than two.', 'Two plus one.', 'It was a third of what it was in the quarter before, nine.', 'It halved, from six.', 'It fell by two-thirds, from nine.', 'It was 66.7% lower than the nine of last quarter.', 'Take six from nine.', 'Six short of nine', 'It is six under the nine of the last quarter.',
    'It was nine, six more than the quarter before.', 'The change was -6, from nine.', 'It was nine, and the change is six.', 'Between two and four children were hurt.', 'A handful, fewer than four and more than two.', 'More than 2 but fewer than 4.',
  ]) assert.ok(numbers(text).includes(3), text)
  for (const text of ['Between one and five children', 'More than 2 and fewer than 90 per cent', 'Aged between 2 and 4', 'Between two and four weeks', 'One more than last year', 'Six fewer meetings than the nine of last year', 'Nine children came, and six more schools.', 'Nine, no less than six', 'A third of what we spent']) assert.deepEqual(numbers(text), [], text)
})

test('what is reckoned is sure where children are counted and all of it stands in one sentence', () => {
  const isSure = (text: string) => toldByReckoning(text, oneToFive).some((told) => told.isSure === true)
  for (const text of ['Six fewer children than the nine of the quarter before were hurt.', 'It fell by six children, from nine.', 'A pair of siblings and one other child were hurt.', 'Nine girls came, and six fewer now.']) assert.ok(isSure(text), text)
  for (const text of ['Six fewer than the nine of the quarter before.', 'Nine children came. Six fewer came now.', 'The two brothers and their sister came.', 'Between two and four children were hurt.']) assert.ok(!isSure(text), text)
})

test('a change that comes to many, in per cent or of another number tells none', () => {
  for (const text of ['It fell by 12, from 40.', 'It rose by six, from nine.', 'It fell by 3 percentage points from 9.', 'It fell by six.', 'Children aged 9, and six more schools.']) assert.deepEqual(numbers(text), [], text)
})

test('a part of what it was tells what it is', () => {
  assert.deepEqual(toldByReckoning('It is a third as many now.', oneToFive), [{ words: 'a third as many' }])
  assert.deepEqual(toldByReckoning('Half the number of last year. A third of schools answered.', oneToFive), [{ words: 'Half the number' }])
})

test('children who are listed are counted', () => {
  for (const [text, number] of [['The two brothers and their sister came.', 3], ['A mother and her two sons', 2], ['It was a boy, a girl and a baby.', 3], ['A girl, a boy and another boy', 3], ['The twins and their older brother', 3], ['A pair of siblings and one other child', 3], ['A trio of boys and a girl', 4]] as const) assert.deepEqual(numbers(text), [number], text)
  assert.deepEqual(numbers('Three boys, two girls and a baby came.'), [])
})

test('one child of whom something is said is one', () => {
  for (const text of ['A boy is missing.', 'An unaccompanied child arrived.', 'The child was placed.', 'Single child.', 'Another child.', 'It rose, as a girl came back.']) assert.deepEqual(numbers(text), [1], text)
})

test('what is said of any child counts none', () => {
  for (const text of ['Where a child was placed, we visit.', 'Days from when the child was placed.', 'A child is seen by a social worker.', 'A boy or a girl', 'The child and family team', 'If it is late, the child was told.']) assert.deepEqual(numbers(text), [], text)
})
