import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { MembersPaper } from '../publication/members-pack.ts'
import type { IssuedItem, IssuedMeeting } from '../publication/prepare-issue.ts'
import { changesSince, kindOfChange, type Said } from './changes-since.ts'

function item(number: number, title: string, changes: Partial<IssuedItem> = {}): IssuedItem {
  return { number, title, toFollow: false, confidential: false, papers: [], withheld: [], ...changes }
}

function words(text: string): Block[] {
  return [{ kind: 'paragraph', content: [{ kind: 'text', text }] }]
}

function paper(number: number, text = 'Words.', changes: Partial<MembersPaper> = {}): MembersPaper {
  return { id: `item-${number}-report`, item: number, title: `Report ${number}`, blocks: words(text), isPublic: true, ...changes }
}

const facts: Omit<IssuedMeeting, 'items'> = { body: 'panel', bodyName: 'Panel', date: date('2023-07-07'), attendance: 'in-person', webcast: false, public: true, privateDevelopment: false, status: 'agenda-published', alsoInvited: [], members: [], participation: undefined }
const meeting = (items: readonly IssuedItem[], changes: Partial<IssuedMeeting> = {}): IssuedMeeting => ({ ...facts, ...changes, items })
const exempt = { paragraph: 3, reason: 'It names prices.' }
const released = { decidedBy: 'Monitoring Officer', decidedOn: date('2023-09-01') }

const standing: Said = {
  meeting: meeting([item(1, 'Apologies'), item(2, 'School places'), item(3, 'Budget', { toFollow: true }), item(4, 'A contract', { exempt })]),
  papers: [paper(2), paper(4, 'The price.', { isPublic: false })],
}
const kind = (draft: Said) => kindOfChange(standing, changesSince(standing, draft))
const withItems = (change: (items: readonly IssuedItem[]) => readonly IssuedItem[], papers = standing.papers): Said => ({ meeting: meeting(change(standing.meeting.items)), papers })

test('nothing has changed where the same is said, whatever order its fields stand in', () => {
  const { title, number, ...rest } = item(1, 'Apologies')
  assert.equal(kind(withItems((items) => [{ ...rest, title, number }, ...items.slice(1)])), undefined)
})

test('a meeting without an agenda in public gets its first one', () => {
  assert.equal(kindOfChange(undefined, changesSince({ meeting: meeting([]), papers: [] }, standing)), 'agenda')
  assert.equal(kindOfChange({ meeting: meeting([]), papers: [] }, changesSince({ meeting: meeting([]), papers: [] }, standing)), 'agenda')
})

test('papers for an item that was to follow, and items after the last, are a supplement', () => {
  const followed = withItems((items) => items.map((one) => (one.number === 3 ? { ...one, toFollow: false } : one)), [...standing.papers, paper(3)])
  assert.equal(kind(followed), 'supplement')
  assert.equal(kind(withItems((items) => [...items, item(5, 'A closed school', { lateReason: 'It closed yesterday.' })])), 'supplement')
})

test('a paper that reads otherwise, another title, place or order is a correction', () => {
  assert.equal(kind({ ...standing, papers: [paper(2, 'Other words.'), ...standing.papers.slice(1)] }), 'correction')
  assert.equal(kind(withItems((items) => items.map((one) => (one.number === 1 ? { ...one, title: 'Apologies and substitutes' } : one)))), 'correction')
  assert.equal(kind({ ...standing, meeting: meeting(standing.meeting.items, { venue: 'Other hall' }) }), 'correction')
  assert.equal(kind(withItems((items) => items.slice(1))), 'correction')
  const changes = changesSince(standing, { ...standing, meeting: meeting(standing.meeting.items, { venue: 'Other hall' }) })
  assert.deepEqual(changes.facts, ['the place'])
})

test('new papers beside a corrected one are a correction: what could be read before is touched', () => {
  assert.equal(kind({ ...standing, papers: [paper(2, 'Other words.'), ...standing.papers.slice(1), paper(3)] }), 'correction')
})

test('the times that follow from a withdrawal are no correction of their own', () => {
  const timed: Said = { ...standing, meeting: meeting(standing.meeting.items.map((one) => ({ ...one, timing: { from: time('10:00'), to: time('10:15') } }))) }
  const after = timed.meeting.items.map((one) => (one.number === 1 ? { ...item(1, one.title), withdrawn: 'It comes in the autumn.' } : { ...one, timing: { from: time('09:45'), to: time('10:00') } }))
  assert.equal(kindOfChange(timed, changesSince(timed, { ...timed, meeting: meeting(after) })), 'withdrawal')
  const only = timed.meeting.items.map((one) => (one.number === 2 ? { ...one, timing: { from: time('09:45'), to: time('10:00') } } : one))
  assert.equal(kindOfChange(timed, changesSince(timed, { ...timed, meeting: meeting(only) })), 'correction')
})

test('an item or a paper that is withdrawn with its reason is a withdrawal', () => {
  const without = standing.papers.filter((one) => one.item !== 2)
  assert.equal(kind(withItems((items) => items.map((one) => (one.number === 2 ? { ...one, withdrawn: 'It comes in the autumn.' } : one)), without)), 'withdrawal')
  const named = { id: 'item-2-report', kind: 'report', title: 'Report 2', held: false, withdrawn: 'Its figures were wrong.' } as const
  assert.equal(kind(withItems((items) => items.map((one) => (one.number === 2 ? { ...one, papers: [named] } : one)), without)), 'withdrawal')
})

test('a paper that vanishes without a reason is a correction', () => {
  assert.equal(kind({ ...standing, papers: standing.papers.slice(1) }), 'correction')
})

test('an exempt item whose reason lapsed is a release, and its papers are released with it', () => {
  const lapsed = withItems(
    (items) => items.map(({ exempt: _exempt, ...one }) => (one.number === 4 ? { ...one, released } : { ...one })),
    [paper(2), paper(4, 'The price.')],
  )
  assert.equal(kind(lapsed), 'release')
  assert.deepEqual(changesSince(standing, lapsed).papers.map(({ id, change }) => [id, change]), [['item-4-report', 'released']])
})

test('a change of a withheld paper is a change, though the public does not see it', () => {
  const changes = changesSince(standing, { ...standing, papers: [paper(2), paper(4, 'Another price.', { isPublic: false })] })
  assert.deepEqual(changes.papers.map(({ id, change, isPublic }) => [id, change, isPublic]), [['item-4-report', 'changed', false]])
})

test('a meeting that was held since is a change of its state alone', () => {
  assert.equal(kind({ ...standing, meeting: meeting(standing.meeting.items, { status: 'held' }) }), 'state')
})
