import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { parseTypedMonth } from '../model/typed-month.ts'
import { workProgramme } from '../model/work-programme.ts'
import { newEntryValues, valuesOfEntry } from './entry-values.ts'
import { readEntryForm } from './read-entry-form.ts'

const frame = { calendar: [{ date: date('2023-09-27'), status: 'planned', note: '' }] as const, year: { from: date('2023-05-01'), to: date('2024-04-30') }, today: date('2023-07-03'), isTaken: () => false }

const entries = workProgramme.parse({
  body: 'panel',
  year: '2023-24',
  from: '2023-05-01',
  to: '2024-04-30',
  entries: [
    { slug: 'a', kind: 'dated', issue: 'A', subject: 'a', when: { meeting: '2023-09-27' }, origin: { who: 'The panel', when: 'May', words: 'Now' }, chosen: { who: 'Chair', why: 'Soon' }, followUp: 'F', lead: 'L', officer: 'O', scores: { priority: { answer: 'yes', why: 'W' } } },
    { slug: 'b', kind: 'dated', issue: 'B', when: { month: '2024-01' }, statedReports: [{ on: '2022-03-23' }, { on: '2022-07' }, { on: '2019-05-25', body: 'overview-and-scrutiny-performance-board' }, { on: '2018-07', body: 'cabinet' }] },
    { slug: 'c', kind: 'possible', issue: 'C', when: { from: '2023-09', to: '2023-11', inWords: 'Autumn 2023' } },
    { slug: 'd', kind: 'possible', issue: 'D', when: 'to-be-confirmed' },
    { slug: 'e', kind: 'dated', issue: 'E', when: { returnedFrom: '2023-09-27', reason: 'Cancelled.' } },
    { slug: 'f', kind: 'standing', issue: 'F', frequency: { onceAYearIn: [11, 1] } },
    { slug: 'g', kind: 'standing', issue: 'G', frequency: 'as-required' },
  ],
}).entries

for (const entry of entries) {
  test(`what a form says of entry ${entry.slug} comes back in its form`, () => {
    const read = readEntryForm(valuesOfEntry(entry), { ...frame, before: entry })
    assert.deepEqual(read, { ok: true, value: entry })
  })
}

test('a meeting and a month together are refused', () => {
  const read = readEntryForm(newEntryValues({ issue: 'X', meeting: '2023-09-27', month: 'May 2024' }), frame)
  assert.deepEqual(read.ok ? [] : read.refusal.faults.map(({ field }) => field), ['month'])
})

test('months are read as people type them, and nothing else is', () => {
  assert.deepEqual(['2024-01', '2024-1', 'January 2024', 'Jan 2024', '1/2024'].map(parseTypedMonth), Array.from({ length: 5 }, () => '2024-01'))
  assert.deepEqual(['', 'soon', '13/2024', '2024', '2024-00', '31 January 2024 x'].map(parseTypedMonth), Array.from({ length: 6 }))
})

test('an issue that is too long is refused at its field', () => {
  const read = readEntryForm(newEntryValues({ issue: 'x'.repeat(501) }), frame)
  assert.deepEqual(read.ok ? [] : read.refusal.faults.map(({ field, message }) => `${field}: ${message}`), ['issue: Shorten this to 500 characters'])
})
