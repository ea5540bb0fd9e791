import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import { ok } from '#core/outcome.ts'
import type { MeetingDraft } from '../record/meeting-draft.ts'
import { partsOf } from '../record/report-parts.ts'
import type { ReportStanding } from '../reports/report-standing.ts'
import { reportFrame } from '../testing.ts'
import type { ItemFacts, ItemId, ItemInWork, MeetingFacts, MeetingId, PaperId, PaperInWork } from '../work/meeting-in-work.ts'
import { deadLinks, internalLinks } from './dead-links.ts'
import { findingInWords } from './decide-publication.ts'
import { readinessOf, type ReadinessFacts } from './readiness.ts'

const facts: MeetingFacts = { body: 'panel', date: date('2023-07-07'), time: time('10:00'), venue: 'Chamber', attendance: 'in-person', webcast: false, public: true, privateDevelopment: false, status: 'planned', alsoInvited: [], contact: { office: 'Scrutiny' } }
const frame = reportFrame.parse({ title: 'School places', frame: 'panel', recommendations: ['note it'], contactPoints: ['Scrutiny'], backgroundPapers: [] })
const listed = { id: 'paper' as PaperId, kind: 'report', position: 0, title: 'School places', frame: 'panel', isPublicVersion: false, isHeld: true } as const
const paper: PaperInWork = { ...listed, item: 'item' as ItemId, meeting: 'meeting' as MeetingId, revision: 1, pictures: [], parts: partsOf(frame, '## Summary\n\nThere are 312 places.\n'), saved: {} }
const item = (changes: Partial<ItemFacts> = {}, papers: ItemInWork['papers'] = [listed]): ItemInWork => ({ id: 'item' as ItemId, number: 4, facts: { title: 'School places', toFollow: false, confidential: false, ...changes }, papers })
const draft = ok({} as MeetingDraft)

function findings(items: readonly ItemInWork[], changes: Partial<ReadinessFacts> = {}, meeting: Partial<MeetingFacts> = {}): string[] {
  const kept = { meeting: { id: 'meeting' as MeetingId, revision: 1, facts: { ...facts, ...meeting }, items }, papers: [paper] }
  return readinessOf({ kept, draft, standings: new Map(), template: { clearances: [] }, deadLinks: [], unchanged: new Set(), published: new Map(), withheldBefore: new Map(), inFiles: new Map(), today: date('2023-06-20'), ...changes }).map((finding) => `${finding.severity}: ${findingInWords(finding)}`)
}

test('an agenda whose items all have whole reports is ready', () => {
  assert.deepEqual(findings([item()]), [])
})

test('an agenda without items, a cancelled meeting and a day that is over stop publication', () => {
  assert.deepEqual(findings([]), ['stops: The agenda has no items. Add at least one.'])
  assert.match(findings([item()], {}, { status: 'cancelled' })[0] ?? '', /^stops: The meeting is cancelled/)
  assert.match(findings([item()], { today: date('2023-07-08') })[0] ?? '', /^stops: The day of the meeting, 7 July 2023, is over/)
})

test('a report that nobody wrote stops publication, unless it is to follow or was withdrawn', () => {
  const unwritten = [{ ...listed, isHeld: false }]
  assert.match(findings([item({}, unwritten)])[0] ?? '', /^stops: Item 4: Nobody has written its report/)
  assert.deepEqual(findings([item({ toFollow: true }, unwritten)]), ['told: Item 4: Its report is to follow: it can be published as a supplement.'])
  assert.deepEqual(findings([item({ withdrawn: 'It comes later.' }, unwritten)]), [])
})

test('items without minutes before one that begins with the meeting are told: no time is left for them', () => {
  const untimed = [1, 2].map((number) => ({ ...item({ standing: 'apologies' }, []), number }))
  const timed = { ...item({ timing: { from: time('10:00'), to: time('10:30') } }), number: 3 }
  assert.deepEqual(findings([...untimed, timed]), ['told: Items 1 to 2 have no minutes, and item 3 begins at 10.00 am, when the meeting begins.'])
  assert.deepEqual(findings([...untimed, { ...timed, facts: { ...timed.facts, timing: { from: time('10:10'), to: time('10:30') } } }]), [])
})

test('a withheld item says who decided, its reason, and when it is to be reviewed', () => {
  const exempt = { paragraph: 3, reason: 'It names prices.' }
  const found = findings([item({ exempt })])
  assert.deepEqual(found.map((line) => line.split(':')[0]), ['stops', 'told', 'told'])
  assert.match(found[0] ?? '', /Say who decided/)
  assert.deepEqual(findings([item({ exempt, withheld: { decidedBy: 'Monitoring Officer', publicTitle: 'A matter', reviewOn: date('2024-01-01') } })]), [])
})

const cleared = { id: 'clearance', kind: 'legal', officer: 'Lena Fairbrother', state: 'cleared', at: '2023-06-01T09:00:00Z', changedSince: true, changedParts: ['body'] } as unknown as ReportStanding['clearances'][number]

test('a clearance that is outstanding stops publication, and a text that changed since it was cleared is told', () => {
  const implied = { ...paper, parts: partsOf({ ...frame, implications: [{ heading: 'Legal implications', text: 'None.' }] }, '## Summary\n\nWords.\n') }
  const clearedBy = (clearances: ReportStanding['clearances']): Partial<ReadinessFacts> => ({ template: { clearances: ['legal'] }, standings: new Map([[paper.id, { state: 'handed-in', clearances, openComments: 0 }]]), kept: { meeting: { id: 'meeting' as MeetingId, revision: 1, facts, items: [item()] }, papers: [implied] } })
  assert.match(findings([item()], clearedBy([]))[0] ?? '', /^stops: Item 4, School places: Legal clearance is needed/)
  assert.match(findings([item()], clearedBy([cleared]))[0] ?? '', /^told: Item 4, School places: The report was changed after the legal officer cleared it/)
})

test('what readers would meet in a document beside the pack is told before it is published', () => {
  const attachment = { name: 'Costs.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: 12, checksum: 'a1' }
  const kept = { meeting: { id: 'meeting' as MeetingId, revision: 1, facts, items: [item()] }, papers: [{ ...paper, attachment }] }
  const hidden = { severity: 'should', part: 'file', message: 'It holds a hidden sheet.' } as const
  assert.deepEqual(findings([item()], { kept, inFiles: new Map([['a1', [hidden]]]) }), ['told: Item 4, School places: It holds a hidden sheet.'])
  assert.deepEqual(findings([item()], { kept, inFiles: new Map([['b2', [hidden]]]) }), [])
})

test('what a paper lacks that stands published as it is stops nothing', () => {
  const bare = { ...paper, parts: { body: { markdown: 'Words.' } } }
  const kept = { meeting: { id: 'meeting' as MeetingId, revision: 1, facts, items: [item()] }, papers: [bare] }
  assert.ok(findings([item()], { kept }).some((line) => line.startsWith('stops')))
  assert.deepEqual(findings([item()], { kept, unchanged: new Set(['item-4-report']) }), [])
})

test('links to bodies, meetings and items of this site that are not there are found, also in tables and notes', () => {
  const link = (address: string) => ({ kind: 'paragraph', content: [{ kind: 'link', address, content: [{ kind: 'text', text: 'there' }] }] }) as const
  const blocks = [link('/bodies/panel'), link('/bodies/choir'), link('/bodies/panel/2023-07-07/items/4#para-1'), { kind: 'note', blocks: [link('/bodies/panel/2023-07-07/items/9')] }, link('/bodies/panel/2023-05-05'), link('https://example.org/bodies/none')] as const
  const papers: MeetingDraft['papers'] = [{ id: 'item-4-report', item: 4, kind: 'report', title: 'School places', text: { title: 'School places', blocks, markdown: '', pictures: [] } }]
  const entry = { body: 'panel', date: date('2023-07-07'), items: [{ number: 4 }] } as unknown as MeetingDraft['entry']
  assert.equal(internalLinks({ papers }).length, 5)
  const dead = deadLinks({ entry, papers }, { bodies: new Set(['panel']), meetings: new Map() })
  assert.deepEqual(dead.map((one) => one.address), ['/bodies/choir', '/bodies/panel/2023-07-07/items/9', '/bodies/panel/2023-05-05'])
})

test('a meeting that names nobody to ask is told of, unless its body does', () => {
  const { contact: _contact, ...unnamed } = facts
  const of = (contact?: MeetingFacts['contact']) => {
    const kept = { meeting: { id: 'meeting' as MeetingId, revision: 1, facts: unnamed, items: [item()] }, papers: [paper] }
    return readinessOf({ kept, draft, standings: new Map(), template: { clearances: [] }, deadLinks: [], unchanged: new Set(), published: new Map(), withheldBefore: new Map(), inFiles: new Map(), ...(contact === undefined ? {} : { contact }), today: date('2023-06-20') }).map(({ message }) => message)
  }
  assert.deepEqual(of(), ['No contact is given: the public would not know whom to ask.'])
  assert.deepEqual(of({ office: 'Scrutiny' }), [])
})
