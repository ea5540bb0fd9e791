import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, type LocalTime } from '#core/dates.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { IssuedPaper } from '../../publication/issued-meetings.ts'
import type { IssuedItem, IssuedMeeting } from '../../publication/prepare-issue.ts'
import { changesBetween, isUnchanged, type ComparedVersion } from './changes-between.ts'

function item(number: number, changes: Partial<IssuedItem> = {}): IssuedItem {
  return { number, title: `Item ${number}`, toFollow: false, confidential: false, papers: [], withheld: [], ...changes }
}

function paper(id: string, number: number, ...paragraphs: string[]): IssuedPaper {
  const blocks = paragraphs.map((text): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] }))
  return { id, item: number, title: `Paper ${id}`, blocks, isPublic: true, pictures: [] }
}

function version(items: readonly IssuedItem[], papers: readonly IssuedPaper[] = [], changes: Partial<IssuedMeeting> = {}): ComparedVersion {
  const meeting: IssuedMeeting = {
    body: 'panel',
    bodyName: 'Panel',
    date: date('2023-07-07'),
    status: 'agenda-published',
    public: true,
    privateDevelopment: false,
    attendance: 'in-person',
    webcast: false,
    alsoInvited: [],
    members: [],
    participation: undefined,
    items,
    ...changes,
  }
  return { meeting, papers }
}

test('the same version has no changes', () => {
  const one = version([item(1)], [paper('a', 1, 'Words.')])
  assert.ok(isUnchanged(changesBetween(one, one)))
})

test('a paper whose words changed is told with the words that came and went', () => {
  const [change] = changesBetween(version([item(1)], [paper('a', 1, 'It costs four pounds.', 'So be it.')]), version([item(1)], [paper('a', 1, 'It costs five pounds.', 'So be it.')])).items
  assert.equal(change?.papers[0]?.kind, 'changed')
  assert.deepEqual(change.papers[0]?.text?.map(({ kind }) => kind), ['changed', 'same'])
})

test('items that came, went and were withdrawn are told in the order of the agenda', () => {
  const changes = changesBetween(version([item(1), item(2), item(3)]), version([item(1), item(3, { withdrawn: 'The author is ill.' }), item(4)]))
  assert.deepEqual(changes.items.map(({ number, facts }) => [number, facts[0]]), [
    [2, 'This item is no longer on the agenda.'],
    [3, 'This item was withdrawn: The author is ill.'],
    [4, 'This item is new.'],
  ])
})

test('a paper that came later and one that was withdrawn are told with its reason', () => {
  const withdrawn = { id: 'a', kind: 'report', title: 'Paper a', held: false, withdrawn: 'It was wrong.' } as const
  const changes = changesBetween(version([item(1, { toFollow: true })], [paper('a', 1, 'One.')]), version([item(1, { papers: [withdrawn] })], [paper('b', 1, 'Two.')]))
  assert.deepEqual(changes.items[0]?.facts, ['What was to follow is there now.'])
  assert.deepEqual(changes.items[0]?.papers.map(({ paper: id, kind, reason }) => [id, kind, reason]), [['b', 'new', undefined], ['a', 'withdrawn', 'It was wrong.']])
})

test('another page in the pack is no change, another time of the meeting is', () => {
  const paged = (from: number) => item(1, { papers: [{ id: 'a', kind: 'report', title: 'Paper a', held: true, pages: { from, to: from } }] })
  const changes = changesBetween(version([paged(1)], [], { time: '10:00' as LocalTime }), version([paged(2)], [], { time: '14:00' as LocalTime }))
  assert.deepEqual(changes, { facts: ['Time: 2.00 pm (was: 10.00 am)'], items: [] })
})
