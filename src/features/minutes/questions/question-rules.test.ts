import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { readAnswer, readOwner, readReason } from './answering-form.ts'
import { isAddress, readQuestion, type OpenItem, type TypedQuestion } from './asking-form.ts'
import { isPrivate, lateness } from './question.ts'

const places: OpenItem = { body: 'panel', date: date('2023-07-07'), item: 6, title: 'Performance' }
const nothing: TypedQuestion = { item: '', body: '', record: '', address: '', question: '' }
const bodies = new Set(['panel'])
const today = date('2023-07-03')
const faults = (read: { ok: true } | { ok: false; refusal: { faults: readonly { field?: string }[] } }) => (read.ok ? [] : read.refusal.faults.map(({ field }) => field))

test('a question is about one thing: an open item of one’s own bodies, or a figure in words', () => {
  assert.deepEqual(faults(readQuestion(nothing, [places], bodies)), ['body', 'record', 'question'])
  assert.deepEqual(faults(readQuestion({ ...nothing, item: 'panel/2023-07-07/7', question: 'Why?' }, [places], bodies)), ['item'])
  assert.deepEqual(faults(readQuestion({ ...nothing, item: 'panel/2023-07-07/6', record: 'Referrals', question: 'Why?' }, [places], bodies)), ['record'])
  assert.deepEqual(readQuestion({ ...nothing, item: 'panel/2023-07-07/6', question: ' Why? ' }, [places], bodies), {
    ok: true,
    value: { body: 'panel', about: { kind: 'item', date: '2023-07-07', item: 6, title: 'Performance' }, text: 'Why?' },
  })
  assert.deepEqual(readQuestion({ ...nothing, body: 'panel', record: 'Referrals in May', address: '/meetings?month=2023-05', question: 'Why?' }, [], bodies), {
    ok: true,
    value: { body: 'panel', about: { kind: 'record', words: 'Referrals in May', address: '/meetings?month=2023-05' }, text: 'Why?' },
  })
})

test('only an address of the public site becomes a link', () => {
  for (const good of ['', '/', '/bodies/panel/2023-07-07/items/6#item-6-report']) assert.equal(isAddress(good), true, good)
  for (const bad of ['//elsewhere.test', 'https://elsewhere.test', '/staff/meetings', '/staff', 'javascript:alert(1)', '/a b', `/${'x'.repeat(400)}`]) assert.equal(isAddress(bad), false, bad)
})

test('a question is put with who answers it and by which day that is still to come', () => {
  const people = new Set(['p-1'])
  assert.deepEqual(faults(readOwner({ person: 'p-2', role: ' ', due: 'soon' }, people, today)), ['person', 'role', 'due'])
  assert.deepEqual(faults(readOwner({ person: '', role: 'Director', due: '2 July 2023' }, people, today)), ['due'])
  assert.deepEqual(readOwner({ person: 'p-1', role: 'Director of Children’s Services', due: '7 July 2023' }, people, today), { ok: true, value: { role: 'Director of Children’s Services', due: '2023-07-07', person: 'p-1' } })
  assert.deepEqual(faults(readReason('  ')), ['reason'])
})

const askedOn = date('2023-06-01')
const now = { today, isForAnother: false }

test('only what is put is answered, and a second answer says what it corrects', () => {
  assert.equal(readAnswer({ answer: 'Because.', correction: '' }, { standing: { state: 'asked' }, askedOn }, now).ok, false)
  assert.deepEqual(faults(readAnswer({ answer: ' ', correction: '' }, { standing: { state: 'put' }, askedOn }, now)), ['answer'])
  assert.deepEqual(faults(readAnswer({ answer: '<b>x</b>', correction: '' }, { standing: { state: 'put' }, askedOn }, now)), ['answer'])
  const answered = { state: 'answered', text: 'Because.', on: today, by: 'Director' } as const
  assert.deepEqual(faults(readAnswer({ answer: 'Therefore.', correction: '' }, { standing: answered, askedOn }, now)), ['correction'])
  const read = readAnswer({ answer: 'Therefore.', correction: 'The month.' }, { standing: answered, askedOn }, now)
  assert.equal(read.ok && read.value.corrected, 'The month.')
})

test('an answer that came on paper counts from the day it was received, and the record says when it was entered; nobody else dates one back, and none is older than its question', () => {
  const letter = { answer: 'Because.', correction: '', receipt: { on: '6 June 2023', how: 'By letter', why: 'It lay with the other post' } }
  const put = { standing: { state: 'put' }, askedOn } as const
  assert.deepEqual(faults(readAnswer(letter, put, now)), ['on'])
  const read = readAnswer(letter, put, { today, isForAnother: true })
  assert.ok(read.ok)
  assert.deepEqual(read.value.receipt, { on: '2023-06-06', entered: { on: today, how: 'By letter', why: 'It lay with the other post' } })
  assert.deepEqual(lateness(date('2023-06-05'), { state: 'answered', text: 'Because.', by: 'Director', ...read.value.receipt }, today), { is: 'late', days: 1, isAnswered: true })
  assert.deepEqual(faults(readAnswer({ ...letter, receipt: { ...letter.receipt, on: '31 May 2023' } }, put, { today, isForAnother: true })), ['on'], 'before it was asked')
  assert.deepEqual(faults(readAnswer({ ...letter, receipt: { on: '6 June 2023', how: '', why: '' } }, put, { today, isForAnother: true })), ['how', 'why'])
})

test('what is not put is between the member and the officers', () => {
  assert.equal(isPrivate({ standing: { state: 'asked' }, isWithheld: false }), true)
  assert.equal(isPrivate({ standing: { state: 'not-put', reason: 'Not of this body.', on: today }, isWithheld: false }), true)
  assert.equal(isPrivate({ standing: { state: 'withdrawn', on: today }, isWithheld: false }), true, 'withdrawn before it was put')
  assert.equal(isPrivate({ standing: { state: 'put' }, number: 1 as never, isWithheld: false }), false)
  assert.equal(isPrivate({ standing: { state: 'answered', text: 'Because.', on: today, by: 'Director' }, number: 1 as never, isWithheld: true }), true, 'its item was withheld since')
})
