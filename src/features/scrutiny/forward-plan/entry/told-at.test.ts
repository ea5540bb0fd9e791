import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toldAt } from './told-at.ts'

const kept = new Date('2023-07-03T09:12:00Z')

test('what a file tells of an earlier day was told on that day, in summer an hour before the day in UTC, and a statement at its minute', () => {
  assert.equal(toldAt('2023-06-19', kept).toISOString(), '2023-06-18T23:00:00.000Z')
  assert.equal(toldAt('2023-01-19', kept).toISOString(), '2023-01-19T00:00:00.000Z')
  assert.equal(toldAt('2023-06-30T10:00', kept).toISOString(), '2023-06-30T09:00:00.000Z')
})

test('what was done on the day on which it was kept, or says no day, was told when it was kept', () => {
  assert.deepEqual([toldAt('2023-07-03', kept), toldAt('2023-07-04', kept), toldAt(undefined, kept)], [kept, kept, kept])
})
