import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { doubtInHistory, doubtOf, type DayOfAct } from './meeting-of-act.ts'

const today = date('2024-06-03')
const act = (on: string, known: Partial<DayOfAct> = {}): DayOfAct => ({ bodyName: 'Board', on: date(on), firstKept: date('2023-01-11'), ...known })
const said = (on: string, known?: Partial<DayOfAct>) => {
  const doubt = doubtOf(act(on, known), today)
  return doubt && [doubt.isImpossible, doubt.words]
}

test('nothing speaks against a day on which the body met, by its record, or is to meet', () => {
  for (const status of ['held', 'minutes-draft', 'minutes-confirmed'] as const) assert.equal(said('2024-05-22', { meeting: { status } }), undefined)
  assert.equal(said('2024-07-24', { meeting: { status: 'planned' } }), undefined)
})

test('a meeting that is over, or is today, and has no record of having been held is a doubt and no refusal', () => {
  for (const on of ['2024-05-22', '2024-06-03']) {
    assert.deepEqual(said(on, { meeting: { status: 'agenda-published' } })?.[0], false)
    assert.match(String(said(on, { meeting: { status: 'planned' } })?.[1]), /^The record does not show that the meeting of the Board on \d+ \w+ 2024 was held\./)
  }
  assert.equal(doubtInHistory(act('2024-05-22')), 'with no record here that the Board met on 22 May 2024')
})

test('a day on which the body has no meeting, or none that stands, is impossible, past or to come, with what to give', () => {
  assert.deepEqual(said('2024-05-21'), [true, 'The Board has no meeting on 21 May 2024. Give the day of a meeting in its calendar, or plan the meeting first'])
  assert.deepEqual(said('2024-09-01', { firstKept: date('2024-10-02') })?.[0], true)
  assert.deepEqual(said('2024-05-22', { meeting: { status: 'cancelled' } })?.[0], true)
  assert.deepEqual(said('2024-05-22', { meeting: { status: 'cancelled', movedTo: date('2024-05-29') } }), [true, 'The meeting of the Board on 22 May 2024 was moved. Give 29 May 2024, the day on which it is held instead'])
})

test('of a time from which no meeting of the body is kept, the record can say neither', () => {
  assert.deepEqual(said('2019-05-22'), [false, 'No meeting of the Board of that time is kept here: nothing shows that it met on 22 May 2019.'])
  assert.deepEqual(said('2024-07-24', { firstKept: undefined }), [false, 'No meeting of the Board of that time is kept here: nothing shows that it meets on 24 July 2024.'])
})
