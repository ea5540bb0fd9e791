import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { readAnswer, type TypedAnswer } from './answer-form.ts'
import { readRequest } from './asking-form.ts'
import type { RequestStanding } from './document-request.ts'
import { lateness, requestClock } from './request-clock.ts'

const today = date('2023-07-03')
const nothing: TypedAnswer = { answer: '', ground: '', reasons: '', where: '', title: '' }
const askedOn = date('2023-06-01')
const now = { today, isForAnother: false }
const waiting: RequestStanding = { state: 'waiting' }
const faultsOf = (read: ReturnType<typeof readAnswer>) => (read.ok ? [] : read.refusal.faults.map(({ field }) => field))

test('ten clear days after Monday 3 July 2023 are over on 13 July by the calendar and on 17 July by working days; both are told, the safer is used', () => {
  const clock = requestClock(today)
  assert.ok(clock.ok)
  assert.equal(clock.value.due, '2023-07-13')
  assert.deepEqual(clock.value.readings?.map(({ due, isSafer }) => [due, isSafer]), [['2023-07-13', true], ['2023-07-17', false]])
})

test('a bank holiday lengthens the count of working days only', () => {
  const clock = requestClock(date('2023-08-21'))
  assert.ok(clock.ok)
  assert.deepEqual(clock.value.readings?.map(({ due }) => due), ['2023-08-31', '2023-09-05'])
})

test('ten clear days over bank holidays, against days counted by hand: the calendar’s count and that of working days', () => {
  const counted = {
    '2023-04-03': ['2023-04-13', '2023-04-19'], // Good Friday 7 April, Easter Monday 10 April
    '2023-04-28': ['2023-05-08', '2023-05-16'], // 1 May, and 8 May for the coronation
    '2022-09-15': ['2022-09-25', '2022-09-30'], // 19 September, the funeral of the Queen
    '2023-12-15': ['2023-12-25', '2024-01-03'], // 25 and 26 December, 1 January
    '2024-02-19': ['2024-02-29', '2024-03-04'], // a leap year
  }
  for (const [asked, dues] of Object.entries(counted)) {
    const clock = requestClock(date(asked))
    assert.deepEqual(clock.ok && clock.value.readings?.map(({ due }) => due), dues, asked)
    assert.equal(clock.ok && clock.value.due, dues[0], 'the safer')
  }
})

test('a council that counts in working days has the later date', () => {
  const clock = requestClock(today, { 'scrutiny-document-request': { clearDays: 'working' } })
  assert.ok(clock.ok && clock.value.due === '2023-07-17')
})

test('a request is late the day after its last day until it is answered, and stays late by so many days', () => {
  const due = date('2023-07-13')
  const of = (standing: RequestStanding, day: string) => lateness({ due, standing, earlier: [] }, date(day))
  assert.deepEqual(of(waiting, '2023-07-13'), { is: 'in-time' })
  assert.deepEqual(of(waiting, '2023-07-14'), { is: 'late', days: 1 })
  assert.deepEqual(of({ state: 'supplied', on: date('2023-07-20') }, '2024-01-01'), { is: 'late', days: 7 })
  assert.deepEqual(of({ state: 'withdrawn', on: date('2023-07-20') }, '2024-01-01'), { is: 'in-time' })
  const refusedInTime = { state: 'refused', on: date('2023-07-10'), ground: 'political-adviser', reasons: 'Advice.' } as const
  assert.deepEqual(lateness({ due, standing: { state: 'supplied', on: date('2023-09-01') }, earlier: [refusedInTime] }, date('2024-01-01')), { is: 'in-time' }, 'the first answer counts')
})

test('a refusal without a ground and written reasons is no refusal', () => {
  assert.deepEqual(faultsOf(readAnswer({ ...nothing, answer: 'refused' }, { standing: waiting, askedOn }, now)), ['ground', 'reasons', 'title'])
  assert.deepEqual(faultsOf(readAnswer({ ...nothing, answer: 'supplied-in-part', ground: 'because', reasons: ' ', title: 'A letter' }, { standing: waiting, askedOn }, now)), ['ground', 'reasons', 'where'])
  assert.deepEqual(faultsOf(readAnswer(nothing, { standing: waiting, askedOn }, now)), ['answer', 'title'])
  const read = readAnswer({ ...nothing, answer: 'refused', ground: 'political-adviser', reasons: 'It is such advice.', title: ' A\nnote ' }, { standing: waiting, askedOn }, now)
  assert.ok(read.ok)
  assert.deepEqual(read.value, { answer: { state: 'refused', on: today, ground: 'political-adviser', reasons: 'It is such advice.' }, title: 'A note' })
})

test('an answer that came on paper counts from the day it was received, and the record says when it was entered; a second is not older than the first', () => {
  const letter = { ...nothing, answer: 'supplied', where: 'On paper', title: 'A note', receipt: { on: '2023-06-12', how: 'Handed to the clerk', why: 'The clerk was away' } }
  assert.deepEqual(faultsOf(readAnswer(letter, { standing: waiting, askedOn }, now)), ['on'], 'whoever answers here does so today')
  const read = readAnswer(letter, { standing: waiting, askedOn }, { today, isForAnother: true })
  assert.ok(read.ok)
  assert.deepEqual(read.value.answer, { state: 'supplied', on: '2023-06-12', entered: { on: today, how: 'Handed to the clerk', why: 'The clerk was away' } })
  assert.deepEqual(lateness({ due: date('2023-06-11'), standing: read.value.answer, earlier: [] }, today), { is: 'late', days: 1 })
  const refused = { state: 'refused', on: date('2023-06-20'), ground: 'not-covered', reasons: 'Not held.' } as const
  assert.deepEqual(faultsOf(readAnswer(letter, { standing: refused, askedOn }, { today, isForAnother: true })), ['on'])
})

test('what was refused may be supplied after all; what was withdrawn or supplied is done', () => {
  const supplied = { ...nothing, answer: 'supplied', where: 'By e-mail', title: 'A note' }
  const refused = { state: 'refused', on: today, ground: 'not-covered', reasons: 'Not held.' } as const
  assert.equal(readAnswer(supplied, { standing: refused, askedOn }, now).ok, true)
  assert.equal(readAnswer(supplied, { standing: { state: 'withdrawn', on: today }, askedOn }, now).ok, false)
  assert.equal(readAnswer(supplied, { standing: { state: 'supplied', on: today }, askedOn }, now).ok, false)
})

test('a member asks for a body of their own, and says which document, about what', () => {
  const bodies = new Set(['panel'])
  const read = readRequest({ body: 'cabinet', document: '', concern: 'gossip', about: ' ', purpose: 'x'.repeat(1001) }, bodies)
  assert.deepEqual(!read.ok && read.refusal.faults.map(({ field }) => field), ['body', 'document', 'concern', 'about', 'purpose'])
  assert.deepEqual(readRequest({ body: 'panel', document: 'The options paper', concern: 'meeting', about: 'Cabinet, 22 June', purpose: '' }, bodies), {
    ok: true,
    value: { body: 'panel', document: 'The options paper', concern: 'meeting', about: 'Cabinet, 22 June' },
  })
})
