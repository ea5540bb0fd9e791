import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate, type LocalDate } from '#core/dates.ts'
import { parseDateTime, type LocalDateTime } from '#core/london-time.ts'
import type { LocalSettings } from '../local-settings.ts'
import type { RuleId } from '../rules.ts'
import { countClearWorkingDays } from './clear-days-given.ts'
import { dueDate } from './due-date.ts'
import { dueWords, type Due } from './due.ts'

function start(text: string): LocalDate | LocalDateTime {
  const found = parseDate(text) ?? parseDateTime(text)
  assert.ok(found, text)
  return found
}

function worked(id: RuleId, from: string, local: LocalSettings = {}): Due {
  const found = dueDate(id, start(from), { local })
  assert.ok(found.ok, found.ok ? '' : found.refusal.message)
  return found.value
}

function due(id: RuleId, from: string, local: LocalSettings = {}): string | undefined {
  const found = worked(id, from, local)
  return found.sets === 'nothing' ? undefined : found.due
}

for (const [meeting, latest, why] of [
  ['2026-02-10', '2026-02-02', 'one weekend lies between'],
  ['2026-04-14', '2026-04-02', 'Easter lies between'],
  ['2026-05-12', '2026-05-01', 'the early May bank holiday lies between'],
  ['2026-06-03', '2026-05-26', 'the spring bank holiday is just before'],
  ['2027-01-05', '2026-12-23', 'Christmas, its substitute day and New Year lie between'],
] as const) {
  test(`agenda-publication: for ${meeting} the latest lawful day is ${latest}, because ${why}`, () => {
    assert.equal(due('agenda-publication', meeting), latest)
  })
}

test('clear working days: a pack issued on Thursday 9 July 2020 for Friday 17 July 2020 gave exactly five', () => {
  assert.deepEqual(countClearWorkingDays(start('2020-07-09') as LocalDate, start('2020-07-17') as LocalDate), { ok: true, value: 5 })
  assert.equal(due('agenda-publication', '2020-07-17'), '2020-07-09')
})

test('clear working days: a pack issued on 3 February 2017 for 14 February 2017 gave six', () => {
  assert.deepEqual(countClearWorkingDays(start('2017-02-03') as LocalDate, start('2017-02-14') as LocalDate), { ok: true, value: 6 })
})

test('clear working days: an agenda issued on Good Friday counts from the Tuesday after Easter, and is late for a meeting for which Thursday was the last day', () => {
  assert.deepEqual(countClearWorkingDays(start('2026-04-02') as LocalDate, start('2026-04-14') as LocalDate), { ok: true, value: 5 })
  assert.deepEqual(countClearWorkingDays(start('2026-04-03') as LocalDate, start('2026-04-14') as LocalDate), { ok: true, value: 4 })
})

test('agenda-publication: the working names every day passed over and ends with the result', () => {
  assert.deepEqual(worked('agenda-publication', '2026-04-14').working, [
    'Counted from the meeting: Tuesday 14 April 2026. 5 clear working days. The day of the event is day 0: it is not counted. The count runs backwards. Clear days: the day reached is not counted either.',
    'Day 1: Monday 13 April 2026.',
    'Not counted: Sunday 12 April 2026, Saturday 11 April 2026.',
    'Days 2 to 5: Friday 10 April 2026 to Tuesday 7 April 2026.',
    'Not counted: Monday 6 April 2026 (Easter Monday), Sunday 5 April 2026, Saturday 4 April 2026, Friday 3 April 2026 (Good Friday).',
    'The working day before those is Thursday 2 April 2026; it is not counted itself.',
    'So publication of the agenda and reports, at the latest: Thursday 2 April 2026.',
  ])
})

test('public-participation closes at 9.00 am on the working day before, as the packs state', () => {
  assert.equal(due('public-participation', '2020-07-17'), '2020-07-16T09:00')
  assert.equal(due('public-participation', '2023-07-07'), '2023-07-06T09:00')
  assert.equal(dueWords(worked('public-participation', '2026-04-07')), '9.00 am on Thursday 2 April 2026')
})

/** The dates that the law leaves open, in the order in which they are shown. */
function open(found: Due): readonly string[] {
  assert.ok(found.sets === 'day' && found.readings !== undefined)
  return found.readings.map(({ due, convention, isSafer }) => `${due}, ${convention}${isSafer ? ', safer' : ''}`)
}

test('key-decision-notice: both readings of 28 clear days are in the headline, the earlier first and called the safer', () => {
  const found = worked('key-decision-notice', '2026-04-14')
  assert.equal(
    dueWords(found),
    'Monday 2 March 2026 (the safer date: weekends and bank holidays left out), or Monday 16 March 2026 (weekends and bank holidays counted)',
  )
  assert.deepEqual(open(found), ['2026-03-02, weekends and bank holidays left out, safer', '2026-03-16, weekends and bank holidays counted'])
  assert.equal(found.sets === 'day' && found.due, '2026-03-02')
})

test('key-decision-notice: the working shows how the other date was counted too', () => {
  const { working } = worked('key-decision-notice', '2026-04-14')
  assert.equal(
    working[0],
    'No authority says whether weekends and bank holidays count as clear days here. Counted first: weekends and bank holidays left out, the safer of the two dates.',
  )
  assert.equal(
    working.at(-1),
    'Counted the other way (weekends and bank holidays counted): Monday 16 March 2026. 28 clear days, weekends and holidays included: the last is Tuesday 17 March 2026. The day before those is Monday 16 March 2026; it is not counted itself.',
  )
})

test('key-decision-notice: where the council has set the less safe way, that date is due and the safer one still comes first', () => {
  const found = worked('key-decision-notice', '2026-04-14', { 'key-decision-notice': { clearDays: 'calendar' } })
  assert.equal(found.sets === 'day' && found.due, '2026-03-16')
  assert.match(dueWords(found), /^Monday 2 March 2026 \(the safer date: .*\), or Monday 16 March 2026 \(weekends and bank holidays counted, as this council counts\)$/)
  assert.match(found.working.at(-1) ?? '', /^Counted the other way \(weekends and bank holidays left out\): Monday 2 March 2026\./)
})

test('key-decision-notice: a council can set which reading it uses', () => {
  assert.equal(due('key-decision-notice', '2026-04-14', { 'key-decision-notice': { clearDays: 'calendar' } }), '2026-03-16')
  assert.equal(due('key-decision-notice', '2026-04-14', { 'key-decision-notice': { clearDays: 'working' } }), '2026-03-02')
})

test('private-meeting-second-notice: five clear days, with working days the safer reading', () => {
  assert.equal(due('private-meeting-second-notice', '2026-04-14'), '2026-04-02')
  assert.equal(due('private-meeting-second-notice', '2026-04-14', { 'private-meeting-second-notice': { clearDays: 'calendar' } }), '2026-04-08')
})

test('general-exception: the decision comes after five clear days, and the later reading is the safer', () => {
  const found = worked('general-exception', '2026-05-21')
  assert.match(dueWords(found), /^not before Monday 1 June 2026 \(the safer date: .*\), or not before Wednesday 27 May 2026 /)
  assert.deepEqual(open(found), ['2026-06-01, weekends and bank holidays left out, safer', '2026-05-27, weekends and bank holidays counted'])
})

test('scrutiny-document-request: supplied by the tenth day, and the earlier reading is the safer', () => {
  const found = worked('scrutiny-document-request', '2026-06-01')
  assert.equal(found.sets === 'day' && found.due, '2026-06-11')
  assert.deepEqual(open(found), ['2026-06-11, weekends and bank holidays counted, safer', '2026-06-15, weekends and bank holidays left out'])
})

test('care-proceedings: the day of issue is day 1, so 26 weeks end on the 182nd day', () => {
  assert.equal(due('care-proceedings', '2026-01-05'), '2026-07-05')
})

test('interest-registration: 28 days beginning with the day of election on 7 May 2015 end on 3 June 2015', () => {
  assert.equal(due('interest-registration', '2015-05-07'), '2015-06-03')
})

test('executive-response: two months beginning with the day of receipt end a day before the corresponding date', () => {
  assert.equal(due('executive-response', '2026-03-10'), '2026-05-09')
  assert.equal(due('executive-response', '2025-12-31'), '2026-02-28')
})

test('minutes-inspection and background-papers: six and four years beginning with the day of the meeting', () => {
  assert.equal(dueWords(worked('minutes-inspection', '2023-07-07')), 'until Friday 6 July 2029')
  assert.equal(due('background-papers', '2023-07-07'), '2027-07-06')
})

test('return-interview: 72 clock hours run through the weekend', () => {
  assert.equal(due('return-interview', '2026-04-14T16:30'), '2026-04-17T16:30')
  assert.equal(due('return-interview', '2026-04-17T16:30'), '2026-04-20T16:30')
})

test('return-interview: a night on which the clocks change is said in the working', () => {
  assert.equal(due('return-interview', '2026-03-27T16:30'), '2026-03-30T17:30')
  assert.match(worked('return-interview', '2026-03-27T16:30').working.join(' '), /The clocks change in this time/)
})

test('return-interview: a day without a time is refused with an example', () => {
  const found = dueDate('return-interview', start('2026-04-14'))
  assert.ok(!found.ok)
  assert.equal(found.refusal.faults[0]?.message, 'Give the date and time as 2026-04-14T16:30')
})

test('assessment: 45 working days from a referral in December pass over Christmas and New Year', () => {
  assert.equal(due('assessment', '2025-12-01'), '2026-02-05')
})

test('contact-decision: a contact on a Friday or at the weekend is decided on Monday; a council may use 24 hours', () => {
  assert.equal(due('contact-decision', '2026-06-05'), '2026-06-08')
  assert.equal(due('contact-decision', '2026-06-06'), '2026-06-08')
  assert.equal(due('contact-decision', '2026-06-05T16:00', { 'contact-decision': { amount: 24, unit: 'clock hours' } }), '2026-06-06T16:00')
})

test('call-in: five working days from publication of the decision, or as the council sets', () => {
  assert.equal(due('call-in', '2026-05-21'), '2026-05-29')
  assert.equal(due('call-in', '2026-05-21', { 'call-in': { amount: 3, members: 5 } }), '2026-05-27')
})

test('a number set by statute cannot be a local setting', () => {
  assert.throws(() => dueDate('agenda-publication', start('2026-05-12'), { local: { 'agenda-publication': { amount: 3 } } }), /set by statute/)
})

test('in-need-review: no national interval, and the council’s own once it sets one', () => {
  const found = worked('in-need-review', '2026-01-05')
  assert.equal(found.sets, 'nothing')
  assert.deepEqual(found.working, ['There is no national interval: each council sets its own.'])
  assert.equal(dueWords(found), 'no date')
  assert.equal(due('in-need-review', '2026-01-05', { 'in-need-review': { amount: 6, unit: 'weeks' } }), '2026-02-16')
})

test('ehc-plan, ehc-decision-to-assess and ehc-decision-not-to-issue: 20, 6 and 16 weeks from the request', () => {
  assert.equal(due('ehc-plan', '2026-01-05'), '2026-05-25')
  assert.equal(due('ehc-decision-to-assess', '2026-01-05'), '2026-02-16')
  assert.equal(due('ehc-decision-not-to-issue', '2026-01-05'), '2026-04-27')
})

test('ehc-draft-time: the parent has 15 days beginning with the day of service', () => {
  assert.equal(dueWords(worked('ehc-draft-time', '2026-04-07')), 'until Tuesday 21 April 2026')
})

test('ehc-phase-transfer: 15 February, or 31 March to post-16, in the year of the transfer', () => {
  assert.equal(due('ehc-phase-transfer', '2026-09-01'), '2026-02-15')
  assert.equal(due('ehc-phase-transfer-post-16', '2026-09-01'), '2026-03-31')
})

test('looked-after reviews: 20 working days, then three months, then six', () => {
  assert.equal(due('looked-after-review-first', '2026-03-23'), '2026-04-22')
  assert.equal(due('looked-after-review-second', '2025-11-30'), '2026-02-28')
  assert.equal(due('looked-after-review-later', '2026-08-31'), '2027-02-28')
})

test('looked-after-record-retention: to the 75th birthday, beyond the years whose holidays are known', () => {
  assert.equal(dueWords(worked('looked-after-record-retention', '2010-05-01')), 'until Tuesday 1 May 2085')
  assert.equal(due('looked-after-record-retention-after-death', '2026-05-01'), '2041-04-30')
})

test('looked-after-record-retention: a birth in 1990 counts, and the working says that the regulations came later', () => {
  const found = worked('looked-after-record-retention', '1990-06-15')
  assert.equal(dueWords(found), 'until Monday 15 June 2065')
  assert.equal(found.working[1], 'In force from 1 April 2011; births before that day count too.')
  assert.doesNotMatch(worked('looked-after-record-retention', '2012-06-15').working.join(), /In force/)
})

test('practice-review-publication: the working says that the source states no first day', () => {
  assert.match(worked('practice-review-publication', '2016-01-04').working.join(), /The source does not state from when this applies\./)
})

test('a day before the rule was in force is refused, with the day from which it is', () => {
  const found = dueDate('care-proceedings', start('2014-04-21'))
  assert.ok(!found.ok)
  assert.match(found.refusal.message, /not in force on 21 April 2014\. It is known here from 22 April 2014/)
  assert.ok(dueDate('care-proceedings', start('2014-04-22')).ok)
})

test('a count that touches a year whose bank holidays are not yet published says so in one sentence, and no other does', () => {
  const sentence = /^Bank holidays after 2027 are taken from the regular pattern, not from a published list: those of 2028 may still be changed by proclamation\.$/
  const said = (id: RuleId, from: string) => worked(id, from).working.filter((step) => sentence.test(step)).length
  assert.equal(said('agenda-publication', '2028-01-11'), 1)
  assert.equal(said('looked-after-review-first', '2027-12-20'), 1)
  assert.equal(said('agenda-publication', '2027-12-14'), 0)
  assert.equal(said('agenda-publication', '2028-01-01'), 0, 'the day of the meeting is not counted, and 2027 is published')
  assert.equal(said('ehc-plan', '2028-01-11'), 0, 'weeks need no bank holidays')
  assert.match(worked('general-exception', '2027-12-29').working.join(), /those of 2028 may/)
  assert.match(worked('assessment', '2028-12-20').working.join(), /those of 2028 and 2029 may/)
})

test('years whose holidays are not known are refused, not counted wrong', () => {
  for (const day of ['2011-12-30', '2032-12-30']) {
    const found = dueDate('looked-after-review-first', start(day))
    assert.ok(!found.ok)
    assert.match(found.refusal.message, /Holidays are known from 2012 to 2032/)
  }
  assert.ok(!countClearWorkingDays(start('2011-12-20') as LocalDate, start('2012-01-05') as LocalDate).ok)
})
