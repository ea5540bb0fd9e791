import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { meetingEntries } from './meeting-entries.ts'
import type { MembersMeeting } from './members-meetings.ts'

const day = date('2023-09-27')
const meeting: MembersMeeting = {
  body: 'panel',
  bodyName: 'Children’s Panel',
  date: day,
  status: 'planned',
  isPublic: true,
  isWebcast: false,
  privateDevelopment: false,
  hasAgenda: false,
  hasPack: false,
  hasPapers: false,
  version: 1,
  note: '',
  publishedAt: '2023-01-01T00:00:00.000Z',
}

function said(changes: Partial<MembersMeeting>, today: string): string {
  const list = meetingEntries({ meetings: [{ ...meeting, ...changes }], changed: new Map(), touched: new Map(), today: date(today), headingLevel: 3 })
  return list.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('papers are said to be due before their day, and to have been due after it', () => {
  assert.match(said({}, '2023-09-01'), /not published yet; they are due by [^.]*19 September 2023/)
  assert.match(said({}, '2023-09-22'), /The papers were due by [^.]*19 September 2023 and are not published\./)
})

test('a meeting of today says so, and once it was held nobody waits for its papers or is told to read them', () => {
  assert.match(said({}, '2023-09-27'), /Today , Wednesday 27 September 2023.*were due by/)
  const held = said({ status: 'held' }, '2023-09-27')
  assert.match(held, /Today.*Held.*No papers were published for it/)
  assert.doesNotMatch(held, /due by/)
  assert.match(said({ hasPapers: true }, '2023-09-27'), /Not opened yet/)
  assert.doesNotMatch(said({ hasPapers: true, status: 'held' }, '2023-09-27'), /Not opened yet/)
  assert.doesNotMatch(said({}, '2023-09-26'), /Today/)
})
