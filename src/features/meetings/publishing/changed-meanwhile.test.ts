import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { ReportStanding } from '../reports/report-standing.ts'
import type { ItemFacts, ItemId, ItemInWork, MeetingFacts, MeetingId, MeetingInWork, PaperId, PaperInWork } from '../work/meeting-in-work.ts'
import type { Approved } from './approved.ts'
import { changedMeanwhile } from './changed-meanwhile.ts'

const meetingId = 'm' as MeetingId
const item = (number: number, facts: Partial<ItemFacts> = {}): Omit<ItemInWork, 'papers'> => ({ id: `item ${number}` as ItemId, number, facts: { title: `Matter ${number}`, toFollow: false, confidential: false, ...facts } })
const paper = (number: number, changes: Partial<PaperInWork> = {}): PaperInWork => ({
  id: `paper ${number}` as PaperId,
  item: `item ${number}` as ItemId,
  meeting: meetingId,
  kind: 'report',
  position: 0,
  title: `Report ${number}`,
  isPublicVersion: false,
  isHeld: true,
  revision: 1,
  pictures: [{ name: 'site.png', checksum: 'a' }],
  parts: { body: { markdown: 'Words.' } },
  saved: { body: { revision: 1, by: 'Ada Lorne', at: '2023-06-20T09:00:00.000Z' } },
  ...changes,
})
const standing = (changes: Partial<ReportStanding> = {}): ReportStanding => ({ state: 'handed-in', clearances: [], openComments: 0, ...changes })
const facts = { body: 'panel', date: date('2023-07-07'), attendance: 'in-person', venue: 'Council Chamber', webcast: false, public: true, privateDevelopment: false, status: 'planned', alsoInvited: [] } satisfies MeetingFacts

interface Kept {
  readonly meeting?: Partial<MeetingInWork>
  readonly items?: readonly Omit<ItemInWork, 'papers'>[]
  readonly papers?: readonly PaperInWork[]
  readonly standings?: ReadonlyMap<PaperId, ReportStanding>
}

function moment({ meeting = {}, items = [item(1), item(2)], papers = [paper(1), paper(2)], standings = new Map() }: Kept = {}): Approved {
  const listed = items.map((one): ItemInWork => ({ ...one, papers: papers.filter((each) => each.item === one.id) }))
  return { kept: { meeting: { id: meetingId, revision: 4, facts, ...meeting, items: listed }, papers }, standings }
}

const first = 'paper 1' as PaperId
const shown: ReadonlySet<PaperId> = new Set([first, 'paper 2' as PaperId])
const since = (now: Kept, before: Kept = {}, of = shown) => changedMeanwhile(moment(before), moment(now), of)
const stops = (now: Kept, words: RegExp, before: Kept = {}) => {
  const outcome = since(now, before)
  assert.equal(outcome.ok ? undefined : outcome.refusal.kind, 'conflict')
  assert.match(outcome.ok ? '' : outcome.refusal.message, words)
}

test('words that are saved while a meeting is published stop nothing: which papers they are is told', () => {
  const saved = { parts: { body: { markdown: 'Other words.' } }, revision: 1, saved: { body: { revision: 2, by: 'Ben Okoro', at: '2023-06-20T09:01:00.000Z' } } }
  assert.deepEqual(since({ papers: [paper(1, saved), paper(2)] }), { ok: true, value: [first] })
  assert.deepEqual(since({ papers: [paper(1, { title: 'Another title', revision: 2 }), paper(2)] }), { ok: true, value: [first] })
})

test('what is saved again as it was is no change', () => {
  const saved = { savedAt: '2023-06-20T09:01:00.000Z', saved: { body: { revision: 2, by: 'Ben Okoro', at: '2023-06-20T09:01:00.000Z' } } }
  assert.deepEqual(since({ meeting: { editedAt: '2023-06-20T09:01:00.000Z' }, papers: [paper(1, saved), paper(2)] }), { ok: true, value: [] })
})

test('whatever changes the agenda stops a publication: a fact, a title, an order, an item made exempt, an item more or less', () => {
  const agenda = /^Somebody changed this meeting or its agenda/
  stops({ meeting: { facts: { ...facts, venue: 'Old Hall' } } }, agenda)
  stops({ meeting: { revision: 5 } }, agenda)
  stops({ items: [item(1), item(2, { title: 'Another matter' })] }, agenda)
  stops({ items: [item(1), item(2, { exempt: { paragraph: 3, reason: 'It names prices.' } })] }, agenda)
  stops({ items: [item(1), item(2, { confidential: true })] }, agenda)
  stops({ items: [item(1), item(2, { withdrawnPapers: [{ paper: 'report', reason: 'Its figures were wrong.' }] })] }, agenda)
  stops({ items: [{ ...item(2), number: 1 }, { ...item(1), number: 2 }] }, agenda)
  stops({ items: [item(1)], papers: [paper(1)] }, agenda)
  stops({ items: [item(1), item(2), item(3)] }, agenda)
})

test('a paper that is added or taken off stops a publication, whether or not the version shows it', () => {
  const papers = /^Somebody added a paper or took one off/
  stops({ papers: [paper(1)] }, papers)
  stops({ papers: [paper(1), paper(2), paper(3, { item: 'item 2' as ItemId, kind: 'appendix', position: 1 })] }, papers)
  assert.equal(changedMeanwhile(moment(), moment({ papers: [paper(1)] }), new Set()).ok, false)
})

test('a picture or a document that is taken out or replaced stops a publication; a picture that comes does not', () => {
  stops({ papers: [paper(1, { pictures: [] }), paper(2)] }, /^Somebody took out or replaced a picture of “Report 1”/)
  stops({ papers: [paper(1, { pictures: [{ name: 'site.png', checksum: 'b' }] }), paper(2)] }, /^Somebody took out or replaced a picture/)
  const attachment = { name: 'prices.csv', checksum: 'c', mediaType: 'text/csv', bytes: 9 }
  stops({}, /^Somebody changed the place or the document of “Report 1”/, { papers: [paper(1, { attachment }), paper(2)] })
  stops({ papers: [paper(1, { attachment }), paper(2)] }, /the document of “Report 1”/)
  const added = [{ name: 'site.png', checksum: 'a' }, { name: 'gate.png', checksum: 'd' }]
  assert.deepEqual(since({ papers: [paper(1, { pictures: added }), paper(2)] }), { ok: true, value: [] })
})

test('an appendix that changes its place stops a publication', () => {
  const appendix = (position: number) => paper(2, { kind: 'appendix', position })
  stops({ papers: [paper(1), appendix(2)] }, /^Somebody changed the place or the document/, { papers: [paper(1), appendix(1)] })
})

test('other words in the version for the public of what is withheld stop a publication: they say what may be read', () => {
  const before = { papers: [paper(1), paper(2, { isPublicVersion: true })] }
  stops({ papers: [paper(1), paper(2, { isPublicVersion: true, parts: { body: { markdown: 'Fewer words.' } } })] }, /^Somebody changed what the public may read of “Report 2”/, before)
})

test('a report that is given back, by whoever received it or was to clear it, stops a publication', () => {
  const back = /^Somebody gave “Report 1” back/
  const before = { standings: new Map([[first, standing()]]) }
  stops({ standings: new Map([[first, standing({ state: 'returned' })]]) }, back, before)
  const clearance = { id: 'c' as never, kind: 'legal' as const, officer: 'Eve Marsh', person: 'p' as never, state: 'returned' as const, at: '2023-06-20T09:01:00.000Z', changedSince: false, changedParts: [] }
  stops({ standings: new Map([[first, standing({ clearances: [clearance] })]]) }, back, before)
  assert.deepEqual(since({ standings: new Map([[first, standing({ openComments: 2 })]]) }, before), { ok: true, value: [] })
})

test('of a paper that the version does not show, pictures, document and state may change', () => {
  const other = paper(1, { pictures: [], attachment: { name: 'a.csv', checksum: 'c', mediaType: 'text/csv', bytes: 9 }, parts: {} })
  const now = moment({ papers: [other, paper(2)], standings: new Map([[first, standing({ state: 'returned' })]]) })
  assert.deepEqual(changedMeanwhile(moment(), now, new Set(['paper 2' as PaperId])), { ok: true, value: [first] })
})
