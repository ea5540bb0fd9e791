import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTypedDay } from './typed-day.ts'

test('a day is read in every way in which people here write one', () => {
  const ways = ['2026-04-14', '14 April 2026', ' 14  april 2026 ', '14 Apr 2026', '14 Apr. 2026', '14th April 2026', '14/4/2026', '14/04/2026', '14.4.2026', '14-04-2026']
  for (const way of ways) assert.equal(parseTypedDay(way), '2026-04-14', way)
  assert.equal(parseTypedDay('1 Sept 2026'), '2026-09-01')
  assert.equal(parseTypedDay('3 May 2026'), '2026-05-03')
})

test('the day stands before the month', () => {
  assert.equal(parseTypedDay('5/7/2026'), '2026-07-05')
  assert.equal(parseTypedDay('7/14/2026'), undefined)
})

test('what is no day, or leaves the century open, is not guessed at', () => {
  const others = ['', 'tomorrow', '31 June 2026', '29 February 2026', '0 May 2026', '14/4/26', '14 Aprl 2026', '14 Marching 2026', '14 2026', 'April 2026', '14 April', '2026-4-14', '14 April 2026 at 2']
  for (const text of others) assert.equal(parseTypedDay(text), undefined, text)
})
