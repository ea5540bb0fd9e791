import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { dueInWords } from './due-dates.ts'

const today = date('2026-01-20')

test('a day stands to today as people say it, and nobody is late with one that was over when the report was asked for', () => {
  assert.deepEqual(['2026-01-19', '2026-01-20', '2026-01-23'].map((day) => dueInWords(date(day), today, undefined)), ['1 day late', 'today', 'in 3 days'])
  assert.equal(dueInWords(date('2026-01-19'), today, date('2026-01-20')), 'over when the report was asked for')
  assert.equal(dueInWords(date('2026-01-19'), today, date('2026-01-19')), '1 day late')
})
