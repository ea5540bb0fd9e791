import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { dateTime, time, type LocalDateTime } from '#core/london-time.ts'
import type { AgendaItem, PublishedMeeting } from '../record/meeting.ts'
import { meetingBody } from '../public/meeting-page.ts'
import { whereClosed } from './ask/where-closed.ts'
import { askInWords } from './ask-link.ts'
import { responseDue, speakingAt } from './speaking-at.ts'

const participation = { closesAt: time('09:00'), workingDaysBefore: 1, minutesInAll: 20, minutesEach: 3, writtenResponseDays: 28 }
const item = (number: number, changes: Partial<AgendaItem> = {}): AgendaItem => ({ number, title: `Item ${number}`, toFollow: false, confidential: false, papers: [], ...changes })
const panel: PublishedMeeting = {
  body: 'panel',
  bodyName: 'Children’s Panel',
  date: date('2023-07-07'),
  time: time('10:00'),
  attendance: 'in-person',
  webcast: false,
  public: true,
  privateDevelopment: false,
  status: 'agenda-published',
  alsoInvited: [],
  members: [],
  participation,
  items: [item(1, { standing: 'apologies' }), item(2), item(3, { exempt: { paragraph: 3, reason: 'A tender.' } }), item(4, { confidential: true }), item(5, { withdrawn: 'Not ready.' }), item(6, { toFollow: true }), item(7, { standing: 'minutes' }), item(8, { standing: 'interests' })],
}

function at(day: string, clock: string): LocalDateTime {
  return dateTime(date(day), time(clock))
}

function closing(changes: Partial<PublishedMeeting>, moment: LocalDateTime) {
  const speaking = speakingAt({ ...panel, ...changes }, moment)
  assert.equal(speaking.state, 'open')
  return speaking.state === 'open' ? { closes: speaking.closes?.words, isLate: speaking.isLate } : undefined
}

test('for a meeting on Friday 7 July 2023 one asks by 9.00 am on Thursday 6 July; a minute later is late', () => {
  assert.deepEqual(closing({}, at('2023-07-06', '09:00')), { closes: '9.00 am on Thursday 6 July 2023', isLate: false })
  assert.deepEqual(closing({}, at('2023-07-06', '09:01'))?.isLate, true)
})

test('for a meeting on the Tuesday after Easter one asks by the Thursday before Good Friday', () => {
  const easter = { date: date('2026-04-07') }
  assert.deepEqual(closing(easter, at('2026-04-01', '12:00')), { closes: '9.00 am on Thursday 2 April 2026', isLate: false })
  assert.deepEqual(closing(easter, at('2026-04-03', '08:00'))?.isLate, true, 'on Good Friday it is over')
})

test('a body’s own terms set the closing time', () => {
  assert.equal(closing({ participation: { closesAt: time('12:00'), workingDaysBefore: 3 } }, at('2023-07-03', '09:00'))?.closes, '12.00 noon on Tuesday 4 July 2023')
})

test('where bank holidays are not known nobody is late', () => {
  assert.deepEqual(closing({ date: date('2040-07-06') }, at('2040-07-06', '08:00')), { closes: undefined, isLate: false })
})

test('one may speak on open items that stand, reports to follow included, and not on withheld or withdrawn ones or the proceedings', () => {
  const speaking = speakingAt(panel, at('2023-07-03', '09:00'))
  assert.deepEqual(speaking.state === 'open' && speaking.items.map(({ number }) => number), [2, 6])
  assert.equal(speakingAt({ ...panel, items: panel.items.slice(0, 1) }, at('2023-07-03', '09:00')).state, 'no-items')
})

test('nobody may ask at a meeting that is cancelled, private, over or without public participation', () => {
  const state = (changes: Partial<PublishedMeeting>, moment = at('2023-07-03', '09:00')) => speakingAt({ ...panel, ...changes }, moment)
  assert.deepEqual(state({ status: 'cancelled', movedTo: date('2023-07-14') }), { state: 'cancelled', movedTo: '2023-07-14' })
  assert.deepEqual(state({ status: 'adjourned', resumesOn: date('2023-07-14') }), { state: 'adjourned', resumesOn: '2023-07-14' })
  assert.equal(state({ public: false }).state, 'private')
  assert.equal(state({ privateDevelopment: true }).state, 'private')
  assert.equal(state({ participation: undefined }).state, 'not-taken')
  assert.equal(state({ status: 'held' }).state, 'over')
  assert.equal(state({}, at('2023-07-07', '10:00')).state, 'over', 'it has begun')
  assert.equal(state({}, at('2023-07-07', '09:59')).state, 'open')
  assert.equal(state({ time: undefined }, at('2023-07-08', '00:00')).state, 'over')
})

test('of a body without recorded terms it is not said that it hears nobody, but whom to ask', () => {
  const page = (changes: Partial<PublishedMeeting>) => String(whereClosed({ state: 'not-taken' }, { ...panel, participation: undefined, ...changes }))
  assert.match(page({ contact: { office: 'Scrutiny', email: 'scrutiny@example.test' } }), /No rule for public participation is recorded[^]*ask Scrutiny, named below[^]*scrutiny@example\.test/)
  assert.match(page({}), /ask the council/)
})

test('before the agenda is published one is told by when it will be', () => {
  const speaking = speakingAt({ ...panel, status: 'planned', items: [] }, at('2023-06-01', '09:00'))
  assert.ok(speaking.state === 'no-agenda')
  assert.deepEqual([speaking.agendaBy?.words, speaking.closes?.words], ['Thursday 29 June 2023', '9.00 am on Thursday 6 July 2023'])
})

test('the facts of a meeting say how and until when one can ask to speak, also before the agenda is out', () => {
  const today = date('2023-07-03')
  assert.match(String(askInWords(panel, today)), /href="\/bodies\/panel\/2023-07-07\/speak">Ask to speak<\/a>, by 9\.00 am on Thursday 6 July 2023/)
  assert.equal(String(askInWords({ ...panel, status: 'planned', items: [] }, today)), 'You can ask to speak once the agenda is published, by 9.00 am on Thursday 6 July 2023')
  assert.equal(askInWords({ ...panel, participation: undefined }, today), undefined)
})

test('a meeting that was moved away is neither due to publish an agenda nor planned', () => {
  const moved: PublishedMeeting = { ...panel, status: 'cancelled', movedTo: date('2023-07-14'), items: [] }
  const page = String(meetingBody({ meeting: moved }, '/bodies/panel/2023-07-07', date('2023-07-03')))
  assert.match(page, /State[^]*Moved/)
  assert.doesNotMatch(page, /Cancelled|No agenda is published|id="deadlines"|Yes, you may come/)
})

test('at the item of public participation stands the way to ask', () => {
  const page = String(meetingBody({ meeting: { ...panel, items: [...panel.items, item(9, { title: 'Public', standing: 'public-participation' })] } }, '/bodies/panel/2023-07-07', date('2023-07-03')))
  assert.match(page, /id="item-9"[^]*?Ask to speak at this meeting/)
})

test('a written response is due 28 days after the meeting, or as the body’s terms say', () => {
  assert.equal(responseDue(panel), '2023-08-04')
  assert.equal(responseDue({ ...panel, participation: { ...participation, writtenResponseDays: 10 } }), '2023-07-17')
  assert.equal(responseDue({ ...panel, participation: { closesAt: time('09:00'), workingDaysBefore: 1 } }), undefined)
})
