import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { AgendaInCalendar } from '#features/meetings'
import type { Agreement } from '../model/work-programme.ts'
import { actInWords, agreementState } from './agreement.ts'

const agreed: Agreement = { body: 'council', on: date('2020-09-10') }
const [before, day, after] = [date('2020-09-09'), date('2020-09-10'), date('2020-09-11')]
const meeting = (status: AgendaInCalendar['status'], changes: Partial<AgendaInCalendar> = {}): AgendaInCalendar => ({ status, items: [], notTaken: [], ...changes })
const state = (known: AgendaInCalendar | undefined, today = after, act = agreed) => agreementState({ agreed: act, to: date('2021-03-31') }, () => known, today)
const said = (known: AgendaInCalendar | undefined, today = after) => actInWords(agreed, new Map([['council', 'Council']]), () => known, today, { done: 'Agreed', coming: 'To be agreed', lapsed: 'Was to be agreed' })

test('a programme is agreed once the record has the meeting as held, not because its day has passed', () => {
  for (const status of ['held', 'minutes-draft', 'minutes-confirmed'] as const) assert.equal(state(meeting(status)), 'agreed')
  for (const status of ['planned', 'agenda-published', 'adjourned', 'cancelled'] as const) assert.equal(state(meeting(status)), 'not-shown')
  assert.deepEqual([state(meeting('planned'), before), state(meeting('agenda-published'), day), state(meeting('held'), day)], ['to-be-agreed', 'to-be-agreed', 'agreed'])
})

test('a programme that says nothing of an agreement is not agreed yet while its year runs, and afterwards it is not stated', () => {
  assert.deepEqual([day, after].map((today) => agreementState({ to: day }, () => undefined, today)), ['not-agreed', 'not-stated'])
})

test('a meeting to come that is cancelled will agree nothing', () => {
  assert.equal(state(meeting('cancelled'), before), 'not-shown')
})

test('an item that was not taken, or is not on the agenda, agreed nothing; nor did a meeting that took none', () => {
  const item7 = { ...agreed, item: 7 }
  assert.equal(state(meeting('minutes-draft', { items: [1, 7] }), after, item7), 'agreed')
  assert.equal(state(meeting('minutes-draft', { items: [1, 7], notTaken: [7] }), after, item7), 'not-shown')
  assert.equal(state(meeting('held', { items: [1, 6] }), after, item7), 'not-shown')
  assert.equal(state(meeting('minutes-draft', { items: [1, 7], notTaken: [1, 7] })), 'not-shown')
  assert.equal(state(meeting('minutes-draft', { items: [1, 7], notTaken: [1] })), 'agreed')
})

test('what the record does not carry is not said as done', () => {
  assert.equal(said(meeting('held')), 'Agreed by the Council on 10 September 2020')
  assert.equal(said(meeting('planned'), before), 'To be agreed by the Council on 10 September 2020')
  assert.equal(said(meeting('planned')), 'Was to be agreed by the Council on 10 September 2020; the record does not show that it was')
  assert.equal(said(undefined), 'Agreed, as the programme states, by the Council on 10 September 2020; no meeting of that day is kept here')
})
