import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { happeningsOnFile } from './happenings-on-file.ts'
import { publishedFrom } from './record-of-sitting.ts'
import { seatsOn } from './seats.ts'
import { attendanceFields, type SittingOnFile } from './sitting-file.ts'
import { sittingOnFile } from './sitting-on-file.ts'
import { sittingGroups } from '../taking/record/sitting-groups.ts'
import { board, declares, factsOf, logFrom } from './testing.ts'

const seats = seatsOn(board(), date('2017-02-14'))
const onFile = (attendance: object, declarations: SittingOnFile['declarations'] = []): SittingOnFile => ({ attendance: attendanceFields.parse(attendance), declarations, whips: [] })

const full = onFile({
  opened: '14:00',
  closed: '16:10',
  present: [
    { member: 'Cllr Ashe', out: [{ from: 5, until: 6, forInterest: true }] },
    { member: 'Dr Birch', remote: true, out: [{ from: 7 }] },
    { member: 'Juniper', substitute: 'Kestrel', arrived: 3 },
  ],
  apologies: ['Officer Fir'],
  inAttendance: [{ name: 'Wren Ellery', role: 'Democratic Services Officer' }],
  educationMatters: [5],
})

test('what a file says of a sitting is what the record gives back', () => {
  const { additions, faults } = happeningsOnFile(seats, full)
  assert.deepEqual(faults, [])
  assert.deepEqual(sittingOnFile(seats, logFrom(additions.map(({ item, what }) => [item, what]))), full)
})

test('a name without a seat on the day is refused by its place in the file', () => {
  const { faults } = happeningsOnFile(seats, onFile({ present: [{ member: 'Cllr Ashe' }, { member: 'Nobody' }], apologies: ['No one'] }))
  assert.deepEqual(faults.map(({ field, found }) => [field, found]), [['attendance.apologies[0]', 'No one'], ['attendance.present[1].member', 'Nobody']])
})

test('the public reads who sat for whom, in which capacity, and who was out for which item', () => {
  const { additions } = happeningsOnFile(seats, full)
  const published = publishedFrom(factsOf(additions.map(({ item, what }) => [item, what])), meeting())
  assert.deepEqual(published?.present[2], { name: 'Kestrel', seat: 'Substitute for Juniper', organisation: 'Office of Juniper', capacity: 'voting', substituteFor: 'Juniper', remote: false, arrived: 3, out: [] })
  assert.deepEqual(published?.apologies.map(({ name }) => name), ['Officer Fir'])
})

test('the public reads of a sensitive interest no more than that it is one, and not the words against an item that is not open', () => {
  const told = [declares(3, { words: 'My employer.' }), declares(4, { words: 'My home.', sensitive: true }), declares(5, { words: 'The contractor.' })]
  const published = publishedFrom(factsOf(told), meeting({ confidential: true }))
  assert.deepEqual(published?.declarations.map(({ item, words }) => [item, words]), [[3, 'My employer.'], [4, 'a sensitive interest'], [5, undefined]])
  assert.doesNotMatch(JSON.stringify(published), /home|contractor/)
})

test('a member with an interest is shown as out only where the record has them out', () => {
  const there = [[0, { kind: 'arrives', seat: 'cllr-ashe', person: 'Cllr Ashe', asSubstitute: false, remotely: false }] as const, declares(3, { nature: 'disclosable-pecuniary' })]
  const left = (told: Parameters<typeof factsOf>[0]) => publishedFrom(factsOf(told), meeting())?.declarations[0]?.left
  assert.equal(left(there), false)
  const out = [3, { kind: 'leaves', seat: 'cllr-ashe', forInterest: true }] as const
  assert.equal(left([...there, out]), true)
  assert.equal(left([...there, out, [3, { kind: 'returns', seat: 'cllr-ashe' }]]), true)
})

test('apologies of a member in whose place a substitute sits name the substitute, and who came after apologies is only under present', () => {
  const { additions } = happeningsOnFile(seats, onFile({ present: [{ member: 'Juniper', substitute: 'Kestrel' }, { member: 'Dr Birch', arrived: 4 }], apologies: ['Juniper', 'Dr Birch', 'Officer Fir'] }))
  const published = publishedFrom(factsOf(additions.map(({ item, what }) => [item, what])), meeting())
  assert.deepEqual(published?.apologies.map(({ name, substitute }) => [name, substitute]), [['Juniper', 'Kestrel'], ['Officer Fir', undefined]])
  assert.deepEqual(sittingGroups(published).find(({ heading }) => heading === 'Apologies')?.lines[0], 'Juniper, Seat of Juniper, Office of Juniper (substitute: Kestrel)')
  assert.ok(sittingGroups(published)[0]?.lines.some((line) => line.startsWith('Dr Birch') && line.includes('from item 4')))
})

test('whoever left during an item and came back during it is out for part of it in the minutes, not for all of it', () => {
  const { additions } = happeningsOnFile(seats, onFile({ present: [{ member: 'Cllr Ashe', out: [{ from: 5, until: 5 }] }, { member: 'Dr Birch', out: [{ from: 5, until: 6 }] }] }))
  const [present] = sittingGroups(publishedFrom(factsOf(additions.map(({ item, what }) => [item, what])), meeting()))
  assert.match(present?.lines[0] ?? '', /out of the room for part of item 5/)
  assert.match(present?.lines[1] ?? '', /out of the room from item 5, back in item 6/)
})

/** Item 5 is as given; the others are open. */
function meeting(item5: object = {}): Parameters<typeof publishedFrom>[1] {
  const item = (number: number, facts: object) => ({ number, facts: { title: `Item ${number}`, confidential: false, ...facts } })
  return { facts: { public: true, privateDevelopment: false }, items: [item(3, {}), item(4, {}), item(5, item5)] } as unknown as Parameters<typeof publishedFrom>[1]
}
