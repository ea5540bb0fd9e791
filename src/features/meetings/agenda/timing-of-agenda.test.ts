import assert from 'node:assert/strict'
import { test } from 'node:test'
import { time } from '#core/london-time.ts'
import { endInWords, timingsOf } from './timing-of-agenda.ts'

const lasting = (number: number, minutes: number) => ({ number, facts: { minutes } })
const fixed = (number: number, from: string, to: string) => ({ number, facts: { timing: { from: time(from), to: time(to) } } })
const open = (number: number) => ({ number, facts: {} })
const ten = time('10:00')

test('each item begins where the one before it ends, the first at the start of the meeting', () => {
  const { spans, end, troubles, untimed } = timingsOf(ten, [lasting(1, 5), lasting(2, 40), lasting(3, 30)])
  assert.deepEqual([...spans], [
    [1, { from: '10:00', to: '10:05' }],
    [2, { from: '10:05', to: '10:45' }],
    [3, { from: '10:45', to: '11:15' }],
  ])
  assert.deepEqual([end, troubles, untimed], ['11:15', [], []])
})

test('timings add up: how long before or after its planned end the meeting ends is told', () => {
  const ends = (...items: ReturnType<typeof lasting>[]) => endInWords(ten, 120, timingsOf(ten, items))
  assert.equal(ends(lasting(1, 125)), 'Timings add up: the meeting ends at 12.05 pm, 5 minutes after the planned end of 12.00 noon.')
  assert.equal(ends(lasting(1, 119)), 'Timings add up: the meeting ends at 11.59 am, 1 minute before the planned end of 12.00 noon.')
  assert.equal(ends(lasting(1, 120)), 'Timings add up: the meeting ends at 12.00 noon, as planned.')
})

test('a fixed time is kept, and the time left free before it is told', () => {
  const { spans, troubles } = timingsOf(ten, [lasting(1, 5), fixed(2, '10:15', '10:45'), lasting(3, 15)])
  assert.deepEqual(spans.get(3), { from: '10:45', to: '11:00' })
  assert.deepEqual(troubles, ['10 minutes are free before item 2.'])
})

test('an item that begins before the one before it ends is told', () => {
  assert.deepEqual(timingsOf(ten, [lasting(1, 20), fixed(2, '10:15', '10:45')]).troubles, ['Item 2 begins 5 minutes before item 1 ends.'])
  assert.deepEqual(timingsOf(ten, [fixed(1, '09:45', '10:15')]).troubles, ['Item 1 begins 15 minutes before the meeting does.'])
})

test('items without minutes fill what lies before a fixed time, so there is no gap, and they are named', () => {
  const { troubles, untimed } = timingsOf(ten, [open(1), open(2), fixed(3, '10:05', '10:45')])
  assert.deepEqual([troubles, untimed], [[], [1, 2]])
})

test('an item that was withdrawn takes no time', () => {
  const { spans, end } = timingsOf(ten, [{ number: 1, facts: { minutes: 30, withdrawn: 'Not ready.' } }, lasting(2, 10)])
  assert.deepEqual([spans.get(1), end], [undefined, '10:10'])
})

test('without a start, or past midnight, nothing is computed', () => {
  assert.equal(timingsOf(undefined, [lasting(1, 5)]).spans.size, 0)
  assert.equal(endInWords(undefined, 120, timingsOf(undefined, [])), 'The meeting has no time yet, so items cannot be timed.')
  assert.equal(timingsOf(time('23:30'), [lasting(1, 20), lasting(2, 20)]).end, '23:50')
})
