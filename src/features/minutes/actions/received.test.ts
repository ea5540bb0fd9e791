import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { daysLateOf } from './clock.ts'
import { knownOn, readReceipt, wrongReceipt } from './received.ts'
import { readStep } from './typed-step.ts'

const today = date('2023-07-03')
const late = { on: '1 June 2023', how: 'By letter', why: 'It lay with the other post' }
const faults = (read: ReturnType<typeof readReceipt>) => (read.ok ? [] : read.refusal.faults.map(({ field }) => field))

test('an answer that is given here has the day on which it is given, so nobody who is late dates it back', () => {
  assert.deepEqual(readReceipt({ on: '', how: '', why: '' }, { today, isForAnother: false }), { ok: true, value: { on: today } })
  assert.deepEqual(faults(readReceipt(late, { today, isForAnother: false })), ['on'])
  assert.deepEqual(faults(readReceipt({ ...late, on: '4 July 2023' }, { today, isForAnother: true })), ['on'], 'no day to come')
  const answer = { answer: 'accepted', response: 'Yes.', on: '2023-06-01', how: 'x', why: 'y' }
  assert.equal(readStep({ what: 'answered', fields: answer }, { today, isForAnother: false }).ok, false)
})

test('an officer enters an earlier day of receipt with how it came and why it was not entered then; the clock stops on the day of receipt', () => {
  assert.deepEqual(faults(readReceipt({ ...late, how: ' ', why: '' }, { today, isForAnother: true })), ['how', 'why'])
  const read = readStep({ what: 'answered', fields: { answer: 'accepted', response: 'Yes.', ...late } }, { today, isForAnother: true })
  assert.ok(read.ok)
  assert.deepEqual(read.value, { what: 'answered', answer: 'accepted', response: 'Yes.', on: '2023-06-01', entered: { on: today, how: 'By letter', why: 'It lay with the other post' } })
  assert.equal(daysLateOf([{ what: 'served', on: date('2023-03-31'), report: 'Roads' }, read.value], 1), 2, 'due on 30 May')
})

test('what was entered later than it was received was known from the day on which it was entered', () => {
  assert.equal(knownOn({ on: date('2023-06-01') }), '2023-06-01')
  assert.equal(knownOn({ on: date('2023-06-01'), entered: { on: today, how: 'x', why: 'y' } }), today)
})

test('a file gives a day of entering after that of receipt, and none to come', () => {
  const wrong = (on: string, enteredOn: string) => wrongReceipt({ on: date(on), entered: { on: date(enteredOn), how: 'x', why: 'y' } }, today).length
  assert.deepEqual([wrong('2023-06-01', '2023-06-05'), wrong('2023-06-05', '2023-06-05'), wrong('2023-06-01', '2023-07-04')], [0, 1, 1])
})
