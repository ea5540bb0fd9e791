import { test } from 'node:test'
import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import { faultsOfDispensation, faultsOfInterest } from './impossible.ts'
import { dispensationSchema, interestSchema } from './interest.ts'

const today = date('2023-07-03')
const granted = (changes: object) => dispensationSchema.parse({ ref: 'one', matter: 'School places', may: 'speak', from: '2023-01-01', to: '2023-12-31', grantedBy: 'Standards Committee', grantedOn: '2022-12-01', ground: 'c', reason: 'Many governors sit.', ...changes })
const told = (changes: object) => interestSchema.parse({ ref: 'one', kind: 'land', words: 'A field', subjects: ['Ombersley'], from: '2020-01-01', toldOn: '2023-06-01', ...changes })
const fields = (faults: readonly { field?: string }[]) => faults.map(({ field }) => field)

test('a dispensation of four years to the day is the longest (Localism Act 2011 s33(3))', () => {
  assert.deepEqual(faultsOfDispensation(granted({ from: '2023-01-01', to: '2026-12-31' }), today), [])
  assert.deepEqual(fields(faultsOfDispensation(granted({ from: '2023-01-01', to: '2027-01-01' }), today)), ['to'])
})

test('a dispensation is granted before it begins, by a day that has come, and ends after it begins', () => {
  assert.deepEqual(fields(faultsOfDispensation(granted({ grantedOn: '2023-01-02' }), today)), ['grantedOn'])
  assert.deepEqual(fields(faultsOfDispensation(granted({ from: '2023-08-02', grantedOn: '2023-08-01' }), today)), ['grantedOn'])
  assert.deepEqual(fields(faultsOfDispensation(granted({ to: '2022-12-31' }), today)), ['to'])
})

test('a home is land; nothing is told, registered or disclosed in an order that time does not have', () => {
  assert.deepEqual(faultsOfInterest(told({ home: { address: '1 Nowhere Lane' } }), today), [])
  assert.deepEqual(fields(faultsOfInterest(told({ kind: 'employment', home: { address: '1 Nowhere Lane' } }), today)), ['kind'])
  assert.deepEqual(fields(faultsOfInterest(told({ to: '2019-12-31' }), today)), ['to'])
  assert.deepEqual(fields(faultsOfInterest(told({ toldOn: '2023-07-04' }), today)), ['toldOn'])
  assert.deepEqual(fields(faultsOfInterest(told({ from: '2023-07-04', toldOn: '2023-07-01' }), today)), ['from'])
  assert.deepEqual(fields(faultsOfInterest(told({ registeredOn: '2023-07-04' }), today)), ['registeredOn'])
  assert.deepEqual(fields(faultsOfInterest(told({ to: '2023-07-04' }), today)), ['to'])
  assert.deepEqual(fields(faultsOfInterest(told({ registeredOn: '2023-05-31' }), today)), ['registeredOn'])
  assert.deepEqual(fields(faultsOfInterest(told({ disclosedOn: '2023-06-02' }), today)), ['disclosedOn'])
})
