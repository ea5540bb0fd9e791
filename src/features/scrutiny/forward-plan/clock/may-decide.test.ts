import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { LocalSettings } from '#features/rules'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { clock, earliestDecision } from './notice-clock.ts'
import { mayDecide } from './may-decide.ts'

const cabinet = { kind: 'body', body: 'cabinet', name: 'Cabinet', members: ['Cllr Ines Fotheringay'] } as const
const entry = (changes: Partial<PlanEntry> = {}) => ({ key: 'key', decisionMaker: { ...cabinet, members: [...cabinet.members] }, ...changes }) as PlanEntry
const counting = (clearDays: 'working' | 'calendar'): LocalSettings => ({ 'key-decision-notice': { clearDays }, 'general-exception': { clearDays } })
const readings = (rule: Parameters<typeof clock>[0], day: string) => {
  const due = clock(rule, date(day), {})
  return due.ok ? [due.value.due, ...(due.value.readings ?? []).map((reading) => reading.due)] : []
}
const may = (found: PlanEntry, day: string, local: LocalSettings = {}) => mayDecide(found, date(day), local).ok
const why = (found: PlanEntry, day: string) => {
  const refused = mayDecide(found, date(day), {})
  return refused.ok ? '' : refused.refusal.message
}

test('28 clear days over Christmas: for Thursday 26 January 2023 by 28 December with weekends in, by 13 December with weekends and three bank holidays out', () => {
  // Calendar: 25 January is day 1, 29 December day 28; neither end counts, so 28 December.
  // Working: 25 January back to 3 January are 17 (2 January is a holiday); 30, 29, 28 December 20; 23 to 19 December 25; 16, 15, 14 December 28; so 13 December.
  assert.deepEqual(readings('key-decision-notice', '2023-01-26'), ['2022-12-13', '2022-12-13', '2022-12-28'])
})

test('28 clear days over the jubilee: for Thursday 30 June 2022 by 1 June with weekends in, by 18 May with weekends, Thursday 2 and Friday 3 June out', () => {
  // Working: 29 to 6 June are 18; 1 June and 31, 30 May 21; 27 to 23 May 26; 20, 19 May 28; so 18 May.
  assert.deepEqual(readings('key-decision-notice', '2022-06-30'), ['2022-05-18', '2022-05-18', '2022-06-01'])
})

test('a key decision is refused a day before its 28 clear days have run, with both dates, and allowed on the day', () => {
  const noticed = entry({ noticed: date('2022-12-13') })
  assert.equal(may(noticed, '2023-01-26'), true)
  assert.equal(may(noticed, '2023-01-25'), false)
  assert.match(why(entry({ noticed: date('2022-12-14') }), '2023-01-26'), /by Tuesday 13 December 2022 \(the safer date.*or Wednesday 28 December 2022.*published on Wednesday 14 December 2022: on that, the first day is Friday 27 January 2023/)
  assert.match(why(entry(), '2023-01-26'), /No notice of it is published/)
})

test('how clear days are counted is the council’s setting, and both dates are given whichever it is', () => {
  const noticed = entry({ noticed: date('2022-12-28') })
  assert.deepEqual([may(noticed, '2023-01-26'), may(noticed, '2023-01-26', counting('working')), may(noticed, '2023-01-26', counting('calendar'))], [false, false, true])
  assert.equal(earliestDecision(date('2022-12-28'), counting('calendar')), '2023-01-26')
})

test('by the general exception five clear days pass after the notice to the chair: over Easter 2023, from Wednesday 5 April to Monday 17 April where holidays are left out', () => {
  // Working: 6 April 1, then Good Friday and Easter Monday out: 11 to 14 April 2 to 5; the working day after is 17 April. Calendar: 6 to 10 April, so the 11th.
  assert.deepEqual(readings('general-exception', '2023-04-05'), ['2023-04-17', '2023-04-17', '2023-04-11'])
  const late = entry({ noticed: date('2023-04-05'), route: { kind: 'general-exception', on: date('2023-04-05'), reason: 'The grant came on 3 April.', to: 'The chair of scrutiny' } })
  assert.deepEqual([may(late, '2023-04-14'), may(late, '2023-04-17')], [false, true])
  assert.match(why(late, '2023-04-14'), /from not before Monday 17 April 2023|Monday 17 April 2023.*Tuesday 11 April 2023/)
})

test('special urgency allows a decision from the day of the agreement, and not before it', () => {
  const urgent = entry({ route: { kind: 'special-urgency', office: 'scrutiny-chair', by: 'Cllr Beatrice Oyelaran', on: date('2023-05-30'), reason: 'The offer lapses.' } })
  assert.deepEqual([may(urgent, '2023-05-29'), may(urgent, '2023-05-30')], [false, true])
})

test('a private meeting needs both notices, 28 and five clear days before, holidays of May 2023 left out', () => {
  // For Thursday 1 June 2023, five clear working days: 31, 30 May, then 29 May is a holiday: 26, 25, 24 May; so 23 May.
  assert.equal(readings('private-meeting-second-notice', '2023-06-01')[0], '2023-05-23')
  // 28: 31, 30 May 2; 26 to 22 May 7; 19 to 15 12; 12 to 9 16 (8 May is the coronation); 5 to 2 20 (1 May is a holiday); 28 to 24 April 25; 21, 20, 19 April 28; so 18 April.
  assert.equal(readings('private-meeting-notice', '2023-06-01')[0], '2023-04-18')
  const part = { part: 'part' as const, reason: 'Prices of bidders', representations: [] }
  const held = (notices: object) => entry({ noticed: date('2023-04-03'), private: { ...part, ...notices } })
  assert.equal(may(held({ firstNotice: date('2023-04-18'), secondNotice: date('2023-05-23') }), '2023-06-01'), true)
  assert.match(why(held({ firstNotice: date('2023-04-19') }), '2023-06-01'), /first notice by Tuesday 18 April 2023/)
  assert.match(why(held({ firstNotice: date('2023-04-18') }), '2023-06-01'), /second notice, with the representations received, by Tuesday 23 May 2023/)
  assert.equal(may(held({ agreed: { office: 'scrutiny-chair', by: 'Cllr A', on: date('2023-05-30'), reason: 'The offer lapses.' } }), '2023-06-01'), true)
})

test('an ordinary decision needs no notice, and one by an officer is no private meeting', () => {
  assert.equal(may(entry({ key: 'not-key' }), '2023-06-01'), true)
  const officer = { kind: 'officer', title: 'Director of Children’s Services', members: [] } as PlanEntry['decisionMaker']
  assert.equal(may(entry({ key: 'not-key', decisionMaker: officer, private: { part: 'whole', reason: 'Prices', representations: [] } }), '2023-06-01'), true)
})
