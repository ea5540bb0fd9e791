import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planEntry } from '../entry/plan-entry.ts'
import type { NoticeKind } from '../entry/notice-kinds.ts'
import { noticeOf, noticesOf } from './notice.ts'

const entry = (changes: object) =>
  planEntry.parse({ reference: 'site', matter: 'The site', decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet', members: ['Cllr A', 'Cllr B'] }, expected: { from: '2023-09-28' }, key: 'key', documents: ['Report'], copiesFrom: 'County Hall', ...changes })
const said = (changes: object, kind: NoticeKind) => {
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
})

test('the statement of a decision gives what was decided and why, what was rejected, conflicts and the call-in, by a body under regulation 12 and by a person under 13', () => {
  const decision = { on: '2023-09-28', by: 'Cabinet', outcome: 'Agreed', reasons: 'Need', alternatives: 'None', conflicts: 'None declared', dispensations: 'None', published: '2023-09-29T10:00', window: { closes: '2023-10-06T17:00', members: 3 } }
  assert.equal(
    said({ noticed: '2023-06-19', decision }, 'decision'),
    '2023-09-29 | regulation 12 | The site | Thursday 28 September 2023 | Cabinet | Cllr A, Cllr B | Agreed | Need | None | None declared | None | Report | By 3 members of scrutiny, until 5.00 pm on Friday 6 October 2023.',
  )
  const member = { decisionMaker: { kind: 'member', name: 'Cllr A', title: 'Cabinet member' }, decision: { ...decision, window: undefined, exempt: { reason: 'It lapses.', agreedBy: 'Chair of scrutiny' } } }
  assert.match(said(member, 'decision') ?? '', /^2023-09-29 \| regulation 13 .*Exempt: It lapses\. Agreed by Chair of scrutiny\.$/)
  assert.equal(said({}, 'decision'), undefined)
})

test('an entry has the notices that it published and no other, and a draft none', () => {
  const kinds = (changes: object) => noticesOf(entry(changes)).map(({ kind }) => kind)
  const route = { kind: 'general-exception', on: '2023-06-19', reason: 'Late.', to: 'the chair' }
  assert.deepEqual(kinds({ noticed: '2023-06-19', route, private: { part: 'whole', reason: 'Offers', firstNotice: '2023-06-19' } }), ['key-decision', 'general-exception', 'private-first'])
  assert.deepEqual(kinds({ noticed: '2023-06-19', key: 'not-key' }), [])
  assert.deepEqual(kinds({ route }), [])
})
