import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftsBefore, minuteNumbers, type MinutedMeeting } from './numbering.ts'

const meeting = (date: string, items: readonly number[], fixed: readonly (readonly [number, number])[] = []): MinutedMeeting => ({ date, items, fixed: new Map(fixed) })
const numbered = (meetings: readonly MinutedMeeting[], first = 1) => Object.fromEntries([...minuteNumbers(meetings, first)].map(([date, items]) => [date, [...items.values()]]))

test('numbers run on across the meetings of a body from its first number', () => {
  assert.deepEqual(numbered([meeting('2016-11-01', [1, 2, 3]), meeting('2017-02-14', [1, 2])], 392), { '2016-11-01': [392, 393, 394], '2017-02-14': [395, 396] })
})

test('an item without a minute takes no number, nor does a meeting without minutes, such as a cancelled one', () => {
  assert.deepEqual(numbered([meeting('2023-01-10', [1, 4]), meeting('2023-02-10', []), meeting('2023-03-10', [2])]), { '2023-01-10': [1, 2], '2023-02-10': [], '2023-03-10': [3] })
})

test('two drafts of consecutive meetings go on from each other, in the order of their days', () => {
  const drafts = [meeting('2023-03-10', [1, 2]), meeting('2023-01-10', [1])]
  assert.deepEqual(numbered(drafts), { '2023-01-10': [1], '2023-03-10': [2, 3] })
  assert.deepEqual(numbered([meeting('2023-01-10', [1, 2]), meeting('2023-03-10', [1, 2])]), { '2023-01-10': [1, 2], '2023-03-10': [3, 4] })
})

test('a number that circulation fixed stays, and a minute added by a correction takes the next free one', () => {
  const circulated = meeting('2023-01-10', [1, 2, 3], [[1, 10], [3, 11]])
  assert.deepEqual(numbered([circulated, meeting('2023-03-10', [1])]), { '2023-01-10': [10, 12, 11], '2023-03-10': [13] })
})

test('minutes are circulated in the order of their meetings', () => {
  const meetings = [meeting('2023-01-10', [1], [[1, 1]]), meeting('2023-02-10', [1]), meeting('2023-03-10', []), meeting('2023-04-10', [1])]
  assert.deepEqual(draftsBefore(meetings, '2023-04-10'), ['2023-02-10'])
  assert.deepEqual(draftsBefore(meetings, '2023-02-10'), [])
})
