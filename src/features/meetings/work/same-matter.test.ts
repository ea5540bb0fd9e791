import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PaperDraft } from '../record/meeting-draft.ts'
import { meetingEntry, type MeetingEntry } from '../record/meetings-file.ts'
import type { ItemId, ItemInWork, MeetingId, MeetingInWork, PaperId, PaperInList } from './meeting-in-work.ts'
import { sameItems, samePapers } from './same-matter.ts'

const exempt = { paragraph: 3, reason: 'It would harm the tender.' }
const entryOf = (items: readonly object[], facts: object = {}): MeetingEntry => meetingEntry.parse({ body: 'panel', date: '2023-07-12', status: 'planned', ...facts, items })
const keptFrom = ({ items, ...facts }: MeetingEntry): MeetingInWork => ({
  id: 'meeting' as MeetingId,
  revision: 1,
  facts,
  items: items.map((item): ItemInWork => ({ id: `kept ${item.number}` as ItemId, number: item.number, facts: item, papers: [] })),
})
const joined = (coming: MeetingEntry, kept: MeetingEntry) => [...sameItems(coming, keptFrom(kept))].map(([number, { number: before }]) => [number, before])

test('an item goes on where number and title agree, or where its title alone says that it moved', () => {
  const kept = entryOf([{ number: 1, title: 'Apologies' }, { number: 2, title: 'Buses' }, { number: 3, title: 'Meals' }])
  assert.deepEqual(joined(entryOf([{ number: 1, title: 'Apologies' }, { number: 2, title: 'Meals' }, { number: 3, title: 'Trams' }]), kept), [[1, 1], [2, 3]])
})

test('of two items with one title only those in their place go on', () => {
  const kept = entryOf([{ number: 1, title: 'Update' }, { number: 2, title: 'Update' }])
  assert.deepEqual(joined(entryOf([{ number: 2, title: 'Update' }, { number: 3, title: 'Update' }]), kept), [[2, 2]])
})

test('an item that is withheld is never joined with one that is open, whatever number and title say', () => {
  const [open, withheld] = [entryOf([{ number: 4, title: 'Tender' }]), entryOf([{ number: 4, title: 'Tender', exempt }])]
  assert.deepEqual([joined(open, withheld), joined(withheld, open)], [[], []])
  assert.deepEqual(joined(entryOf([{ number: 4, title: 'Tender', confidential: true }]), withheld), [])
  const session = entryOf([{ number: 4, title: 'Tender' }], { public: false })
  assert.deepEqual([joined(open, session), joined(session, open), joined(session, session)], [[], [], [[4, 4]]])
})

const appendix = (position: number, title: string): PaperInList => ({ id: title as PaperId, kind: 'appendix', position, title, isPublicVersion: false, isHeld: true })
const coming = (number: number, title: string): PaperDraft => ({ id: `item-5-appendix-${number}`, item: 5, kind: 'appendix', title })

test('papers are joined within their item, an exchanged appendix by its title and one under a new title by its place', () => {
  const kept = [appendix(1, 'Costs'), appendix(2, 'Routes'), appendix(3, 'Draft map')]
  const same = samePapers([coming(1, 'Routes'), coming(2, 'Costs'), coming(3, 'Map')], new Map([[5, kept]]))
  assert.deepEqual([...same].map(([paper, { title }]) => `${paper.title}: ${title}`).toSorted(), ['Costs: Costs', 'Map: Draft map', 'Routes: Routes'])
  assert.equal(samePapers([{ ...coming(1, 'Costs'), item: 6 }], new Map([[5, kept]])).size, 0)
  assert.equal(samePapers([{ id: 'item-5-public-version', item: 5, kind: 'report', title: 'Report', isPublicVersion: true }], new Map([[5, [{ ...appendix(0, 'Report'), kind: 'report' as const }]]])).size, 0)
})
