import { test } from 'node:test'
import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import { dutyAfterDisclosure, dutyOnChange, dutyOnTakingOffice, owedAfterDisclosures } from './registration-clock.ts'
import { memberRegister } from './interest.ts'

const lastDay = ({ due }: ReturnType<typeof dutyOnTakingOffice>) => (due?.sets === 'day' ? due.due : undefined)

test('28 days beginning with the day of taking office: 28 June is the first, 25 July 2023 the last', () => {
  const day = date('2023-06-28')
  const open = dutyOnTakingOffice(day, undefined, date('2023-07-25'))
  assert.equal(open.state, 'due')
  assert.equal(lastDay(open), '2023-07-25')
  assert.match(open.due?.working.join(' ') ?? '', /day 1/)
  assert.match(open.due?.citation ?? '', /section 30/)
  assert.equal(dutyOnTakingOffice(day, undefined, date('2023-07-26')).state, 'late')
})

test('what was told on the last day was told in time, a day later it was told late, and before taking office it was told', () => {
  const day = date('2023-06-28')
  const today = date('2023-09-01')
  assert.equal(dutyOnTakingOffice(day, date('2023-07-25'), today).state, 'told')
  assert.equal(dutyOnTakingOffice(day, date('2023-07-26'), today).state, 'told-late')
  assert.equal(dutyOnTakingOffice(day, date('2020-01-01'), today).state, 'told')
})

test('nobody is late before taking office, or for an office taken before the Act was in force', () => {
  assert.equal(dutyOnTakingOffice(date('2023-07-07'), undefined, date('2023-07-03')).state, 'to-come')
  assert.deepEqual(dutyOnTakingOffice(date('2009-05-01'), undefined, date('2023-07-03')), { state: 'due' })
})

test('a disclosure at a meeting has its own 28 days, the day of the meeting the first, and is answered by a disclosable interest told with that day', () => {
  const on = date('2023-07-07')
  assert.equal(lastDay(dutyAfterDisclosure(on, undefined, on)), '2023-08-03')
  const interest = { ref: 'one', kind: 'employment', words: 'Clerk', subjects: ['Larkmead'], from: '2022-01-01', toldOn: '2023-07-20', disclosedOn: '2023-07-07' }
  const states = (interests: object[], today: string) => {
    const register = memberRegister.parse({ member: 'Ada Lorne', interests })
    return owedAfterDisclosures({ interests: register.interests, disclosures: [{ on, about: 'Buses' }] }, { tookOffice: date('2021-05-06') }, date(today)).map(({ duty }) => duty.state)
  }
  assert.deepEqual(states([], '2023-08-03'), ['due'])
  assert.deepEqual(states([], '2023-08-04'), ['late'])
  assert.deepEqual(states([interest], '2023-08-04'), [], 'it is told')
  assert.deepEqual(states([{ ...interest, kind: 'other' }], '2023-08-04'), ['late'])
})

test('an interest that began in office is told within 28 days under the council’s code, the day itself not counted; one from before has no such limit', () => {
  const state = (from: string, toldOn: string) => dutyOnChange({ from: date(from), toldOn: date(toldOn) }, date('2022-07-20'), date('2023-07-03'))?.state
  assert.deepEqual([state('2023-05-01', '2023-05-29'), state('2023-05-01', '2023-05-30'), state('2022-07-20', '2023-05-30')], ['told', 'told-late', undefined])
})

test('over Christmas every day counts, bank holidays and all: from 12 December to 8 January on taking office, from 20 December to 16 January after a meeting, to 17 January for a change', () => {
  assert.equal(lastDay(dutyOnTakingOffice(date('2023-12-12'), undefined, date('2023-12-12'))), '2024-01-08')
  assert.equal(lastDay(dutyOnTakingOffice(date('2024-12-05'), undefined, date('2024-12-05'))), '2025-01-01', 'New Year’s Day can be the last')
  assert.equal(lastDay(dutyAfterDisclosure(date('2023-12-20'), undefined, date('2023-12-20'))), '2024-01-16')
  const changed = (toldOn: string) => dutyOnChange({ from: date('2023-12-20'), toldOn: date(toldOn) }, date('2021-05-06'), date('2024-02-01'))?.state
  assert.deepEqual([changed('2024-01-17'), changed('2024-01-18')], ['told', 'told-late'])
  assert.deepEqual([dutyOnTakingOffice(date('2023-12-12'), undefined, date('2024-01-08')).state, dutyOnTakingOffice(date('2023-12-12'), undefined, date('2024-01-09')).state], ['due', 'late'])
})

test('whoever leaves the council while the clock runs owes nothing more, and whoever comes back owes what is of the new time in office', () => {
  const disclosures = [{ on: date('2023-07-07'), about: 'Buses' }, { on: date('2024-02-01'), about: 'Parks' }]
  const owed = (inOffice: { tookOffice: ReturnType<typeof date> } | undefined) => owedAfterDisclosures({ interests: [], disclosures }, inOffice, date('2024-06-01')).map(({ about }) => about)
  assert.deepEqual(owed(undefined), [])
  assert.deepEqual(owed({ tookOffice: date('2021-05-06') }), ['Buses', 'Parks'])
  assert.deepEqual(owed({ tookOffice: date('2024-01-15') }), ['Parks'])
})
