import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import { clashesOf, type PlannedBody, type Slot } from './clashes.ts'
import { nearestFreeDay } from './free-day.ts'

type Member = PlannedBody['members'][number]

function member(person: string, changes: Partial<Member> = {}): Member {
  return { seat: 'Councillor', organisation: 'County Council', capacity: 'voting', votes: 'all', person, from: date('2025-05-01'), ...changes }
}

const days = { draft: 10, clearance: 5, despatch: 1 }
const panel: PlannedBody = {
  slug: 'panel',
  name: 'Children’s Panel',
  members: [member('Ada Lorne'), member('Ben Okoro'), member('Cy Dunne', { capacity: 'observer' })],
  reportsTo: [{ body: 'board', cadence: 'quarterly' }],
  days,
}
const board: PlannedBody = {
  slug: 'board',
  name: 'Performance Board',
  members: [member('Ada Lorne'), member('Ben Okoro', { to: date('2026-05-20') }), member('Cy Dunne')],
  reportsTo: [],
  days,
}
const bodies = new Map([[panel.slug, panel], [board.slug, board]])
const proposal: Slot = { body: 'panel', date: date('2026-06-09'), time: time('10:00'), minutes: 120, venue: 'Lakeview Room' }
const other: Slot = { body: 'board', date: date('2026-06-09'), time: time('11:30'), minutes: 60 }

function words(changes: Partial<Slot>, others: readonly Slot[] = []): string[] {
  return clashesOf({ ...proposal, ...changes }, others, bodies).map((clash) => clash.words)
}

test('a bank holiday is named, and so is a day of the weekend', () => {
  assert.deepEqual(words({ date: date('2026-05-25') }), ['It is a bank holiday: Spring bank holiday.'])
  assert.deepEqual(words({ date: date('2026-06-13') }), ['It is a Saturday.'])
  assert.deepEqual(words({}), [])
})

test('a body cannot meet twice on one day, whatever the times', () => {
  const found = clashesOf(proposal, [{ ...other, body: 'panel', time: time('18:00') }], bodies)
  assert.deepEqual(found, [{ kind: 'same-body', words: 'This body meets on that day already at 6.00 pm.' }])
  assert.deepEqual(
    words({}, [{ ...other, body: 'panel', isCancelled: true }]),
    ['This body’s meeting on that day was cancelled, and its record stays there.'],
  )
  assert.deepEqual(words({}, [{ ...other, isCancelled: true }]), [], 'a cancelled meeting of another body is in nobody’s way')
})

test('members who sit on another body that meets at the time are named with it; former members and observers are not', () => {
  const shared = (slot: Slot) => clashesOf(proposal, [slot], bodies).filter((clash) => clash.kind === 'members').map((clash) => clash.words)
  assert.deepEqual(shared(other), ['Ada Lorne sits on the Performance Board, which meets at 11.30 am.'])
  assert.deepEqual(shared({ ...other, time: undefined }), ['Ada Lorne sits on the Performance Board, which meets that day (time not known).'])
  assert.deepEqual(shared({ ...other, time: time('12:00') }), [], 'one that begins as the other ends does not overlap')
  assert.deepEqual(shared({ ...other, time: time('08:00') }), [])
})

test('a room is taken by another body at an overlapping time, however its name is typed', () => {
  const rooms = (changes: Partial<Slot>) => clashesOf(proposal, [{ ...other, body: 'elsewhere', ...changes }], bodies).map((clash) => clash.words)
  assert.deepEqual(rooms({ venue: ' lakeview  room' }), ['Lakeview Room is taken by the elsewhere at 11.30 am.'])
  assert.deepEqual(rooms({ venue: 'Council Chamber' }), [])
  assert.deepEqual(rooms({ venue: 'Lakeview Room', time: time('14:00') }), [])
})

test('a meeting is told that its report cannot reach the next meeting of the body it reports to', () => {
  // The board meets on Wednesday 1 July 2026: its agenda is published by Tuesday 23 June, drafts are due ten working days earlier.
  const next = { ...other, date: date('2026-07-01') }
  assert.deepEqual(words({ date: date('2026-06-08') }, [next]), [])
  assert.deepEqual(
    words({ date: date('2026-06-09') }, [next]),
    ['It is after drafts for the Performance Board on 1 July 2026 are due (Tuesday 9 June 2026), so a report of this meeting would reach it late.'],
  )
  assert.deepEqual(
    words({ date: date('2026-06-24') }, [next]),
    ['It is after the agenda of the Performance Board on 1 July 2026 is published (by Tuesday 23 June 2026), so a report of this meeting cannot reach it.'],
  )
  assert.deepEqual(words({ date: date('2026-07-02') }, [next]), [])
})

test('the nearest free day keeps the weekday where one is free within a fortnight', () => {
  const holiday = { ...proposal, date: date('2026-05-25') }
  assert.equal(nearestFreeDay(holiday, [], bodies, date('2026-05-01')), '2026-06-01')
  const taken = ['2026-06-01', '2026-05-18', '2026-06-08', '2026-05-11'].map((day): Slot => ({ ...proposal, date: date(day) }))
  assert.equal(nearestFreeDay(holiday, taken, bodies, date('2026-05-01')), '2026-05-26')
  assert.equal(nearestFreeDay(holiday, taken.slice(0, 1), bodies, date('2026-05-20')), '2026-06-08', 'never a day before the one given')
})
