import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { eachMeasuresDesk, measuresFile } from '../testing.ts'
import { measuresExporter, measuresImporter } from './import-measures.ts'
import { definitionsOn, versionsOf } from './keep-definitions.ts'

const [plans = ''] = measuresFile.split('---\n')
const second = `${plans.replace('decimals: 1', 'decimals: 0')}version: 2\neffective-from: 2022-04-01\nchanged: Rounded, as the national table is.\n`

eachMeasuresDesk(({ store, app, load, faults }) => {
  test('a version that stands is left, a new one is added, and both are read by their day', async () => {
    const { loaded } = await load(measuresImporter, { 'a.yaml': `${second}---\n${plans}` })
    assert.deepEqual(loaded, { ok: true, value: { measures: 1, 'new versions': 1 } })
    const decimals = (day: string) => store().database.read('operator:test', async (reader) => (await definitionsOn(reader, date(day))).find(({ slug }) => slug === 'plans-on-time')?.decimals)
    assert.deepEqual([await decimals('2022-03-31'), await decimals('2022-04-01')], [1, 0])
    assert.equal((await store().database.read('operator:test', (reader) => versionsOf(reader, 'plans-on-time'))).length, 2)
  })

  test('the words of a version that stands are not changed, and a body that is not there and a rate of nothing are told by their lines', async () => {
    assert.match((await faults(measuresImporter, { 'a.yaml': plans.replace('Families ask.', 'Members ask.') }))[0] ?? '', /a\.yaml 1 version: This version stands with another why\. Give the change as version 3/)
    const other = plans.replace('plans-on-time', 'other').replace('bodies: [panel]', 'bodies: [nobody]').replace('unit: percent', 'unit: rate')
    assert.deepEqual((await faults(measuresImporter, { 'a.yaml': other })).map((line) => line.split(':')[0]), ['a.yaml 1 per', 'a.yaml 12 bodies[1]'])
    assert.match((await faults(measuresImporter, { 'a.yaml': plans.replace('unit: percent', 'unit: parts') }))[0] ?? '', /a\.yaml \d+ unit: Give one of: count, percent/)
  })

  test('a measure is made up of others that there are, in the same file or before, and never of itself', async () => {
    const whole = (sum: string) => plans.replace('plans-on-time', 'whole').concat(`sum-of: [${sum}]\n`)
    const told = await faults(measuresImporter, { 'a.yaml': whole('contacts, no-such, whole') })
    assert.deepEqual(told.map((line) => line.replace(/^a\.yaml \d+ /, '')), ['sum-of[2]: No measure has this address word. Define that measure first, or correct the word.', 'sum-of[3]: A measure is no part of itself. Take it out.'])
  })

  test('a measure is made up of another once, and never of one that it makes up itself, however far', async () => {
    const whole = (slug: string, sum: string) => plans.replace('plans-on-time', slug).concat(`sum-of: [${sum}]\n`)
    const told = await faults(measuresImporter, { 'a.yaml': [whole('one', 'two, contacts, contacts'), whole('two', 'three'), whole('three', 'absence, one'), whole('all', 'one')].join('---\n') })
    assert.deepEqual(told.map((line) => line.replace(/^a\.yaml \d+ /, '')), [
      'sum-of[1]: That measure is itself made up of this one. Take it out here, or this one there.',
      'sum-of[3]: This measure is given twice. Take one of them out.',
      'sum-of[1]: That measure is itself made up of this one. Take it out here, or this one there.',
      'sum-of[2]: That measure is itself made up of this one. Take it out here, or this one there.',
    ])
  })

  test('what is written out is read again the same', async () => {
    const written = await measuresExporter.write(app())
    assert.ok(written.ok)
    assert.deepEqual(written.value.map(({ name }) => name), ['measures/absence.yaml', 'measures/contacts.yaml', 'measures/plans-on-time.yaml'])
    const { loaded } = await load(measuresImporter, Object.fromEntries(written.value.map(({ name, body }) => [name, String(body)])))
    assert.deepEqual(loaded, { ok: true, value: { measures: 3, 'new versions': 0 } })
  })
})
