import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#access/actor.ts'
import type { Clearance, ReportStanding } from '../report-standing.ts'
import type { ClearanceId } from '../tables.ts'
import { isAwaited, onAgenda, returnsOf, waitsForAuthor } from './awaited.ts'

const returnedAt = (at: string): Clearance => ({ id: 'one' as ClearanceId, kind: 'finance', officer: 'Fay Finance', person: 'fay' as PersonId, state: 'returned', at, note: 'The sum is wrong.', changedSince: false, changedParts: [] })
const handedIn: ReportStanding = { state: 'handed-in', handedInAt: '2023-07-07T09:00:00.000Z', clearances: [], openComments: 0 }
const published = { status: 'agenda-published', toFollow: false, isWithdrawn: false } as const

test('a report to follow is awaited after its agenda is published, until it is handed in', () => {
  assert.equal(isAwaited(published, { state: 'writing' }), false)
  assert.equal(isAwaited({ ...published, toFollow: true }, { state: 'writing' }), true)
  assert.equal(waitsForAuthor({ ...published, toFollow: true }, { state: 'writing', clearances: [] }), true)
  assert.equal(waitsForAuthor({ ...published, toFollow: true }, handedIn), false)
})

test('a report that an officer returned is awaited again, whatever is published', () => {
  assert.equal(isAwaited(published, { state: 'returned' }), true)
  assert.deepEqual(returnsOf({ state: 'returned', returnedWith: 'Shorten it.', clearances: [] }), [{ by: 'a scrutiny officer', note: 'Shorten it.', isFromClearance: false }])
})

test('what finance returns waits for the author with its note, until it is handed in again', () => {
  const after = { ...handedIn, clearances: [returnedAt('2023-07-07T10:00:00.000Z')] }
  assert.deepEqual(returnsOf(after), [{ by: 'finance (Fay Finance)', note: 'The sum is wrong.', isFromClearance: true }])
  assert.equal(waitsForAuthor(published, after), true)
  assert.deepEqual(returnsOf({ ...after, handedInAt: '2023-07-07T11:00:00.000Z' }), [])
})

test('a report that was withdrawn, by itself or with its item, waits for nobody', () => {
  const item = { toFollow: false }
  assert.equal(onAgenda({ status: 'agenda-published' }, item).isWithdrawn, false)
  for (const facts of [{ ...item, withdrawn: 'It was wrong.' }, { ...item, withdrawnPapers: [{ paper: 'report', reason: 'It was wrong.' }] }]) {
    assert.equal(waitsForAuthor(onAgenda({ status: 'agenda-published' }, facts), { ...handedIn, state: 'returned' }), false)
  }
})
