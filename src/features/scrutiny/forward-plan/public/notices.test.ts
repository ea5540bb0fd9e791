import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planEntry } from '../entry/plan-entry.ts'
import { noticeOf } from './notice-page.ts'

const entry = (changes: object) =>
  planEntry.parse({ reference: 'site', matter: 'The site', decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet', members: ['Cllr A', 'Cllr B'] }, expected: { from: '2023-09-28' }, key: 'key', documents: ['Report'], copiesFrom: 'County Hall', ...changes })
const said = (changes: object, kind: string) => {
  const notice = noticeOf(entry(changes), kind)
  return notice === undefined ? undefined : [notice.on, notice.under, ...notice.rows.flatMap(([, words]) => words ?? [])].join(' | ')
}

test('the notice of a key decision gives the matter, who decides with the members, when, the documents and where they are to be had', () => {
  assert.equal(said({ noticed: '2023-06-19' }, 'key-decision'), '2023-06-19 | regulation 9 | The site | Cabinet | Cllr A, Cllr B | Thursday 28 September 2023 | Report | County Hall')
  assert.equal(said({}, 'key-decision'), undefined)
  assert.equal(said({ noticed: '2023-06-19', key: 'not-key' }, 'key-decision'), undefined)
})

test('a notice of a route gives its reason, and to whom it was given or who agreed', () => {
  assert.match(said({ route: { kind: 'general-exception', on: '2023-06-19', reason: 'The grant came late.', to: 'the chair of the board' } }, 'general-exception') ?? '', /regulation 10 .*the chair of the board \| The grant came late/)
  const urgent = { route: { kind: 'special-urgency', office: 'council-chair', by: 'Cllr M', on: '2023-06-20', reason: 'It closes.' } }
  assert.match(said(urgent, 'special-urgency') ?? '', /regulation 11 .*Cllr M, the chair of the council \| It closes/)
  assert.equal(said(urgent, 'general-exception'), undefined)
})

test('the second notice of a private meeting gives each representation with its answer, and the first gives none', () => {
  const held = { noticed: '2023-06-19', private: { part: 'whole', paragraph: 3, reason: 'Offers', firstNotice: '2023-06-19', secondNotice: '2023-09-20', representations: [{ on: '2023-07-01', words: 'Hear it.', answer: 'Not yet.' }] } }
  assert.match(said(held, 'private-second') ?? '', /^2023-09-20 \| regulation 5\(4\) .*Hear it\. Answer: Not yet\./)
  assert.doesNotMatch(said(held, 'private-first') ?? '', /Hear it/)
  assert.equal(said({ noticed: '2023-06-19' }, 'private-first'), undefined)
  assert.equal(said(held, 'nonsense'), undefined)
})
