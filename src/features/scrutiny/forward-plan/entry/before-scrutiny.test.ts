import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { decisionSections } from '../public/decision-sections.ts'
import { standsWords } from '../public/referred-section.ts'
import { notConsideredOn, notYetWords } from './before-scrutiny.ts'
import { planEntry } from './plan-entry.ts'

const names = new Map([['panel', 'the Children’s Panel']])
const statement = { on: '2023-06-27', by: 'Cabinet', outcome: 'Agreed', reasons: 'Need', alternatives: 'None', conflicts: 'None', dispensations: 'None', published: '2023-06-27T10:00' }
const entry = (changes: object = {}) =>
  planEntry.parse({
    reference: 'library',
    matter: 'The library',
    decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet' },
    expected: { from: '2023-07-20' },
    key: 'not-key',
    noticed: '2023-06-01',
    referrals: [{ body: 'panel', on: '2023-06-02', reason: 'Two towns use it.', meeting: '2023-07-12' }],
    ...changes,
  })

test('who records a decision before the meeting of scrutiny to which it is referred is warned with the day of that meeting', () => {
  const [referral] = notConsideredOn(entry(), date('2023-07-11'))
  assert.ok(referral)
  assert.equal(notYetWords(referral, names), 'This is referred to the Children’s Panel, which meets on Wednesday 12 July 2023 and has not considered it yet.')
  assert.deepEqual(notConsideredOn(entry(), date('2023-07-12')), [])
  assert.equal(notConsideredOn(entry({ referrals: [{ body: 'panel', on: '2023-06-02', reason: 'Two towns use it.' }] }), date('2023-07-12')).length, 1)
})

test('the public entry says that it was decided before scrutiny considered it', () => {
  const early = String(decisionSections(entry({ decision: statement }), names))
  assert.match(early, /Decided before the Children’s Panel considered it at its meeting on Wednesday 12 July 2023\./)
  assert.doesNotMatch(String(decisionSections(entry({ decision: { ...statement, on: '2023-07-13' } }), names)), /Decided before/)
})

test('the item of a referral says how the entry stands now', () => {
  const stands = (changes: object) => standsWords(entry(changes), date('2023-07-12'))
  assert.equal(stands({}), 'The decision is expected on Thursday 20 July 2023.')
  assert.equal(stands({ decision: statement }), 'Decided on Tuesday 27 June 2023, before this meeting.')
  assert.equal(stands({ decision: { ...statement, on: '2023-07-20' } }), 'Decided on Thursday 20 July 2023.')
  assert.equal(stands({ ended: { kind: 'withdrawn', on: '2023-07-01', reason: 'No need.' } }), 'Withdrawn on Saturday 1 July 2023.')
})
