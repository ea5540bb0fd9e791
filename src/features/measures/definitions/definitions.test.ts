import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { besideKept } from './beside-kept.ts'
import { definition, type Definition } from './definition.ts'
import { fieldFaults } from './field-faults.ts'
import { periodOf } from './frequencies.ts'
import { breakAt, definitionFor, definitionOn, rebaseAt, targetsIn } from './in-force.ts'

const plans = (changes: object = {}): Definition =>
  definition.parse({
    slug: 'plans-on-time', name: 'Plans on time', definition: 'Plans issued within 20 weeks.', why: 'Families wait.', denominator: 'all plans issued', unit: 'percent', decimals: 1,
    polarity: 'higher', frequency: 'quarter', counting: 'period', source: { name: 'SEN2' }, steward: 'Intelligence', owner: 'Head of Inclusion', lag: { days: 30 }, ...changes,
  })
const period = (slug: string) => parsePeriod(slug) ?? assert.fail(slug)
const fields = (changes: object) => fieldFaults(plans(changes)).map(({ field }) => field)

test('a definition that can be so has no fault', () => {
  assert.deepEqual(fields({}), [])
  assert.deepEqual(fields({ unit: 'rate', per: 10000, interval: 'byars', firstPeriod: '2019-20-q1', policy: 'none', exempt: 'Schools, not children.' }), [])
})

test('a rate says of how many, and nothing else does', () => {
  assert.deepEqual(fields({ unit: 'rate' }), ['per'])
  assert.deepEqual(fields({ per: 1000 }), ['per'])
})

test('an interval belongs to its unit, and Wilson’s needs a denominator', () => {
  assert.deepEqual(fields({ unit: 'count', interval: 'wilson' }), ['interval'])
  assert.deepEqual(fields({ interval: 'wilson', denominator: undefined }), ['interval'])
  assert.deepEqual(fields({ interval: 'wilson' }), [])
})

test('periods of a definition are of its frequency', () => {
  assert.deepEqual(fields({ firstPeriod: '2019-20', breaks: [{ period: '2022-04', reason: 'New system.' }], rebases: [{ period: '2022-23-q5', reason: 'New.', decidedOn: '2022-05-01', decidedBy: 'Panel' }] }), [
    'first-period', 'breaks[1].period', 'rebases[1].period',
  ])
})

test('a later version says from when it holds and what it changed', () => {
  assert.deepEqual(fields({ version: 2 }), ['effective-from', 'changed'])
  assert.deepEqual(fields({ changed: 'All of it.' }), ['changed'])
})

test('small counts are shown only with a reason', () => {
  assert.deepEqual(fields({ policy: 'none' }), ['exempt'])
  assert.deepEqual(fields({ exempt: 'Not children.' }), ['exempt'])
})

test('the reason for showing small counts says what the figures are about', () => {
  for (const exempt of ['because', 'Because we say so.', 'not needed', 'n/a', 'Schools schools', '.', '1 2 3']) assert.deepEqual(fields({ policy: 'none', exempt }), ['exempt'], exempt)
  for (const exempt of ['Schools, not children.', 'The figures are about visits to a website.', 'Pounds spent on buildings']) assert.deepEqual(fields({ policy: 'none', exempt }), [], exempt)
})

const target = (from: string, to: string | undefined, value: number, whose = 'council') => ({ from, ...(to === undefined ? {} : { to }), value, whose, setBy: 'Cabinet' })

test('two targets of the same giver never hold at once, and none stands where neither side is better', () => {
  assert.deepEqual(fields({ targets: [target('2019-20-q1', '2019-20-q4', 60), target('2019-20-q4', undefined, 70)] }), ['targets[2].from'])
  assert.deepEqual(fields({ targets: [target('2019-20-q1', undefined, 60), target('2019-20-q1', undefined, 58, 'national')] }), [])
  assert.deepEqual(fields({ targets: [target('2019-20-q4', '2019-20-q1', 60)] }), ['targets[1].to'])
  assert.deepEqual(fields({ targets: [target('2019-20-q7', undefined, 60)] }), ['targets[1].from'])
  assert.deepEqual(fields({ polarity: 'neither', targets: [target('2019-20-q1', undefined, 60)] }), ['targets'])
})

test('the target of a period is the one that holds throughout it, the council’s own before the national one', () => {
  const measure = plans({ targets: [target('2019-20', '2019-20', 58, 'national'), target('2019-20-q3', undefined, 62)] })
  const values = (slug: string) => targetsIn(measure, period(slug)).map(({ value }) => value)
  assert.deepEqual(values('2019-20-q2'), [58])
  assert.deepEqual(values('2019-20-q3'), [62, 58])
  assert.deepEqual(values('2020-21-q1'), [62])
  assert.deepEqual(values('2018-19-q4'), [])
})

test('a version holds from its day on, and for the periods that end then or later', () => {
  const versions = [plans(), plans({ version: 2, effectiveFrom: '2022-06-30', changed: 'Counted by week.' })]
  assert.equal(definitionOn(versions, date('2022-06-29')).version, 1)
  assert.equal(definitionOn(versions.toReversed(), date('2022-06-30')).version, 2)
  assert.equal(definitionFor(versions, period('2022-23-q1')).version, 2)
  assert.equal(definitionFor(versions, period('2021-22-q4')).version, 1)
})

test('breaks and rebases are found at their period', () => {
  const measure = plans({ breaks: [{ period: '2022-23-q1', reason: 'New system.' }], rebases: [{ period: '2022-23-q2', reason: 'Settled.', decidedOn: '2022-12-01', decidedBy: 'Panel' }] })
  assert.equal(breakAt(measure, period('2022-23-q1'))?.reason, 'New system.')
  assert.equal(breakAt(measure, period('2022-23-q2')), undefined)
  assert.equal(rebaseAt(measure, period('2022-23-q2'))?.reason, 'Settled.')
})

test('what stands is left, what would change it is refused, and a new version follows the last', () => {
  const kept = [plans(), plans({ version: 2, effectiveFrom: '2022-06-30', changed: 'Counted by week.' })]
  const fieldsOf = (given: Definition) => besideKept(given, kept).faults.map(({ field }) => field)
  assert.deepEqual(besideKept(plans(), kept), { isNew: false, faults: [] })
  assert.match(besideKept(plans({ why: 'Else.' }), kept).faults[0]?.message ?? '', /another why\. Give the change as version 3/)
  assert.deepEqual(fieldsOf(plans({ version: 4, effectiveFrom: '2023-04-01', changed: 'Else.' })), ['version'])
  assert.deepEqual(fieldsOf(plans({ version: 3, effectiveFrom: '2022-06-30', changed: 'Else.' })), ['effective-from'])
  assert.equal(besideKept(plans({ version: 3, effectiveFrom: '2020-04-01', changed: 'Else.' }), kept).faults[0]?.message, 'The version before, version 2, holds from 30 June 2022. Give a later day.')
  assert.deepEqual(besideKept(plans({ version: 3, effectiveFrom: '2023-04-01', changed: 'Else.' }), kept), { isNew: true, faults: [] })
})

test('once there are figures a new version counts the same thing as often and in the same way', () => {
  const next = (changes: object) => plans({ version: 2, effectiveFrom: '2023-04-01', changed: 'Else.', ...changes })
  const fieldsOf = (changes: object, hasFigures: boolean) => besideKept(next(changes), [plans()], hasFigures).faults.map(({ field }) => field)
  assert.deepEqual(fieldsOf({ unit: 'rate', per: 1000, frequency: 'month', counting: 'rolling' }, true), ['unit', 'per', 'frequency', 'counting'])
  assert.deepEqual(fieldsOf({ unit: 'rate', per: 1000, frequency: 'month', counting: 'rolling' }, false), [])
  assert.deepEqual(fieldsOf({ name: 'Plans in time', decimals: 0, owner: 'Else' }, true), [])
})

test('a measure has no word that another page of the list has, and none that is too long for an address', () => {
  assert.deepEqual([fields({ slug: 'a'.repeat(100) }), fields({ slug: 'a'.repeat(101) })], [[], ['slug']])
  assert.deepEqual(['new', 'load', 'newer'].map((slug) => fields({ slug })), [['slug'], ['slug'], []])
})

test('a figure’s period is of the measure’s frequency; England’s may be a year', () => {
  assert.equal(periodOf('quarter', '2019-20-q1')?.to, '2019-06-30')
  assert.equal(periodOf('quarter', '2019-20-outturn')?.kind, 'outturn')
  assert.equal(periodOf('quarter', '2019-20'), undefined)
  assert.equal(periodOf('quarter', '2019-20', 'others')?.kind, 'financial-year')
  assert.equal(periodOf('month', '2008-09')?.to, '2008-09-30')
  assert.equal(periodOf('financial-year', '2008-09')?.to, '2009-03-31')
})

test('a target that was set before a break is none for the figures after it, unless it was set or reviewed since', () => {
  const breaks = [{ period: '2019-20-q3', reason: 'Counted by week.' }]
  const values = (slug: string, changes: object = {}) => targetsIn(plans({ breaks, targets: [{ ...target('2018-19-q1', undefined, 58), ...changes }] }), period(slug)).map(({ value }) => value)
  assert.deepEqual([values('2019-20-q2'), values('2019-20-q3'), values('2020-21-q1')], [[58], [], []])
  assert.deepEqual(values('2019-20-q4', { reviewedOn: '2019-10-01' }), [58])
  assert.deepEqual(values('2019-20-q2', { reviewedOn: '2019-10-01' }), [58], 'it held before, too')
  assert.deepEqual(values('2019-20-q4', { setOn: '2019-03-01' }), [])
})
