import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { planEntry } from '../entry/plan-entry.ts'
import { shortfall } from './shortfall.ts'

const said = (on: string, changes: object, clearDays?: 'calendar' | 'working') => {
  const entry = planEntry.parse({ reference: 'a', matter: 'A', decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet' }, expected: { from: on }, key: 'key', ...changes })
  return shortfall(entry, date(on), clearDays === undefined ? {} : { 'key-decision-notice': { clearDays } })
}

test('a notice that was in time by one count and late by the other is said to be both, and falls short by the count that the council holds to', () => {
  // For Thursday 27 July 2023: 26 to 24 July 3, 21 to 17 8, 14 to 10 13, 7 to 3 18, 30 to 26 June 23, 23 to 19 June 28; so Friday 16 June. In calendar days 28 June.
  assert.equal(
    said('2023-07-27', { noticed: '2023-06-28' }),
    'The notice of this key decision was published on Wednesday 28 June 2023. With weekends and bank holidays left out, it was due by Friday 16 June 2023, and was 12 days late. With weekends and bank holidays counted, it was due by Wednesday 28 June 2023, and was in time.',
  )
  assert.equal(said('2023-07-27', { noticed: '2023-06-28' }, 'calendar'), undefined)
  assert.equal(said('2023-07-27', { noticed: '2023-06-16' }), undefined)
})

test('a general exception that had not run is said by both counts, and an agreement of after the decision as such', () => {
  // Over Easter 2023: 6 April 1, 11 to 14 April 2 to 5; the next working day is the 17th. In calendar days the 11th.
  const exception = { noticed: '2023-04-05', route: { kind: 'general-exception', on: '2023-04-05', reason: 'Late.', to: 'the chair' } }
  assert.match(said('2023-04-14', exception) ?? '', /general exception was published on Wednesday 5 April 2023\. With weekends and bank holidays left out, it could be decided from Monday 17 April 2023, and was 3 days early\. With .* counted, it could be decided from Tuesday 11 April 2023, and was\.$/)
  const urgent = { noticed: '2023-04-05', route: { kind: 'special-urgency', office: 'scrutiny-chair', by: 'Cllr A', on: '2023-04-06', reason: 'It closes.' } }
  assert.equal(said('2023-04-05', urgent), 'That it was urgent was agreed on Thursday 6 April 2023, after the decision.')
  assert.equal(said('2023-04-06', urgent), undefined)
})

test('of what was heard in private only the notices that fell short are named', () => {
  const held = { key: 'not-key', noticed: '2023-04-03', private: { part: 'whole', reason: 'Prices', firstNotice: '2023-04-18' } }
  assert.match(said('2023-06-01', held) ?? '', /^The second notice of the private meeting was not published\. With .* left out, it was due by Tuesday 23 May 2023\. With .* counted, it was due by /)
  assert.equal(said('2023-06-01', { ...held, private: { ...held.private, secondNotice: '2023-05-23' } }), undefined)
})

test('an ordinary decision needs no notice, and of years whose holidays are not known nothing is counted', () => {
  assert.equal(said('2023-06-01', { key: 'not-key', noticed: '2023-06-01' }), undefined)
  assert.equal(said('2190-01-07', { noticed: '2190-01-06' }), undefined)
})
