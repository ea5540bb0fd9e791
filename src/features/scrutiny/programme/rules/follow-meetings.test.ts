import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Entry, EntrySlug } from '../model/work-programme.ts'
import { followMeeting, mayBePlacedAt, type CalendarDay } from './follow-meetings.ts'

const at = (day: string): Entry => ({ slug: 'school-transport' as EntrySlug, issue: 'School transport', kind: 'dated', when: { meeting: date(day) } })
const planned = (day: string): CalendarDay => ({ date: date(day), status: 'planned', note: 'Announced in the calendar.' })
const cancelled = (day: string): CalendarDay => ({ date: date(day), status: 'cancelled', note: 'The meeting is cancelled. No room.' })
const moved = (day: string, to: string): CalendarDay => ({ date: date(day), status: 'cancelled', movedTo: date(to), note: 'Moved.' })

test('an entry stays at a meeting that stands, and at a day of which the record has no meeting', () => {
  assert.equal(followMeeting(at('2023-09-27'), [planned('2023-09-27')]), undefined)
  assert.equal(followMeeting(at('2020-09-08'), []), undefined)
})

test('an entry of a cancelled meeting comes back to be placed, with the reason', () => {
  const followed = followMeeting(at('2023-09-27'), [cancelled('2023-09-27')])
  assert.deepEqual(followed?.entry.when, { returnedFrom: '2023-09-27', reason: 'The meeting is cancelled. No room.' })
})

test('an entry follows its meeting to the day on which it is held at last', () => {
  const calendar = [moved('2023-09-27', '2023-10-04'), moved('2023-10-04', '2023-10-11'), planned('2023-10-11')]
  assert.deepEqual(followMeeting(at('2023-09-27'), calendar)?.entry.when, { meeting: '2023-10-11' })
})

test('a meeting that was moved and then cancelled gives its entries back', () => {
  const followed = followMeeting(at('2023-09-27'), [moved('2023-09-27', '2023-10-04'), cancelled('2023-10-04')])
  assert.deepEqual(followed?.entry.when, { returnedFrom: '2023-10-04', reason: 'The meeting is cancelled. No room.' })
})

test('a meeting that moved there and back leaves its entry where it is', () => {
  assert.equal(followMeeting(at('2023-09-27'), [planned('2023-09-27'), moved('2023-10-04', '2023-09-27')]), undefined)
})

test('what was taken out and what is possible at no meeting stay as they are', () => {
  assert.equal(followMeeting({ ...at('2023-09-27'), takenOut: { on: date('2023-07-01'), who: 'officer', reason: 'Done' } }, [cancelled('2023-09-27')]), undefined)
  assert.equal(followMeeting({ slug: 'x' as EntrySlug, issue: 'X', kind: 'possible', when: 'to-be-confirmed' }, [cancelled('2023-09-27')]), undefined)
})

test('an entry is refused at a cancelled meeting, a moved one, one that is over, a day without one and a day of another year, each with what to do', () => {
  const year = { from: date('2023-05-18'), to: date('2024-04-30') }
  const fault = (day: string, calendar: CalendarDay[]) => {
    const may = mayBePlacedAt(date(day), { calendar, year, today: date('2023-07-03') })
    return may.ok ? undefined : may.refusal.faults[0]?.message
  }
  assert.equal(fault('2023-09-27', [planned('2023-09-27')]), undefined)
  assert.match(fault('2023-09-27', [cancelled('2023-09-27')]) ?? '', /is cancelled\. Choose another meeting/)
  assert.match(fault('2023-09-27', [moved('2023-09-27', '2023-10-04')]) ?? '', /Choose 4 October 2023/)
  assert.match(fault('2023-06-01', [planned('2023-06-01')]) ?? '', /is over/)
  assert.match(fault('2023-09-28', []) ?? '', /no meeting of this body/)
  assert.match(fault('2024-05-01', []) ?? '', /outside this programme, which runs from 18 May 2023 to 30 April 2024/)
})
