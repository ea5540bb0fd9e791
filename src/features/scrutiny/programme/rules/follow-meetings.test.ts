import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { ItemOut } from '#features/meetings'
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

const out = (day: string, ...titles: string[]): CalendarDay => ({ ...planned(day), status: 'agenda-published', agenda: titles.map((title) => ({ title, subjects: [] })) })

test('an entry comes back to be placed, with the reason, when the agenda of its meeting is published without it', () => {
  const followed = followMeeting(at('2023-09-27'), [out('2023-09-27', 'Apologies')])
  assert.deepEqual(followed?.entry.when, { returnedFrom: '2023-09-27', reason: 'The agenda was published without it.' })
  assert.equal(followed.what, 'Came back to be placed: the agenda of 27 September 2023 is published, and this is not on it')
  assert.deepEqual(followMeeting(at('2023-09-27'), [moved('2023-09-27', '2023-10-04'), out('2023-10-04')])?.entry.when, { returnedFrom: '2023-10-04', reason: 'The agenda was published without it.' })
})

test('an entry that is on the published agenda stays: by its title, its matter, or because it was put there for it under another title', () => {
  assert.equal(followMeeting(at('2023-09-27'), [out('2023-09-27', 'School transport')]), undefined)
  const about = (item: Partial<ItemOut>) => followMeeting({ ...at('2023-09-27'), subject: 'transport' }, [{ ...out('2023-09-27'), agenda: [{ title: 'Buses', subjects: [], ...item }] }])
  assert.equal(about({ subjects: ['transport'] }), undefined)
  assert.equal(about({ origin: 'programme/school-transport' }), undefined)
  assert.ok(about({}))
})

test('an entry that came back has its place again once the agenda has it as a late item', () => {
  const returned: Entry = { ...at('2023-09-27'), kind: 'dated', when: { returnedFrom: date('2023-09-27'), reason: 'The agenda was published without it.' } }
  assert.equal(followMeeting(returned, [out('2023-09-27', 'Apologies')]), undefined)
  assert.deepEqual(followMeeting(returned, [out('2023-09-27', 'Apologies', 'School transport')])?.entry.when, { meeting: '2023-09-27' })
})

test('what was taken out and what is possible at no meeting stay as they are', () => {
  assert.equal(followMeeting({ ...at('2023-09-27'), takenOut: { on: date('2023-07-01'), who: 'officer', reason: 'Done' } }, [cancelled('2023-09-27')]), undefined)
  assert.equal(followMeeting({ slug: 'x' as EntrySlug, issue: 'X', kind: 'possible', when: 'to-be-confirmed' }, [cancelled('2023-09-27')]), undefined)
})

test('an entry is refused at a cancelled meeting, a moved one, one that is over, a day without one, a day of another year and at one whose agenda is out without it, each with what to do', () => {
  const year = { from: date('2023-05-18'), to: date('2024-04-30') }
  const fault = (day: string, calendar: CalendarDay[]) => {
    const may = mayBePlacedAt(date(day), at(day), { calendar, year, today: date('2023-07-03') })
    return may.ok ? undefined : may.refusal.faults[0]?.message
  }
  assert.equal(fault('2023-09-27', [planned('2023-09-27')]), undefined)
  assert.match(fault('2023-09-27', [cancelled('2023-09-27')]) ?? '', /is cancelled\. Choose another meeting/)
  assert.match(fault('2023-09-27', [moved('2023-09-27', '2023-10-04')]) ?? '', /Choose 4 October 2023/)
  assert.match(fault('2023-09-27', [out('2023-09-27', 'Apologies')]) ?? '', /is published, and this is not on it\. Choose another meeting; or add it to that agenda as a late item with the chair’s reason/)
  assert.equal(fault('2023-09-27', [out('2023-09-27', 'School transport')]), undefined)
  assert.match(fault('2023-07-03', [{ ...planned('2023-07-03'), status: 'held' }]) ?? '', /is over/)
  assert.match(fault('2023-06-01', [planned('2023-06-01')]) ?? '', /is over/)
  assert.match(fault('2023-09-28', []) ?? '', /no meeting of this body/)
  assert.match(fault('2024-05-01', []) ?? '', /outside this programme, which runs from 18 May 2023 to 30 April 2024/)
})
