import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { entryOf } from '../model/change-programme.ts'
import { programmeView, turnsOfStanding } from '../public/programme-view.ts'
import { publicChanges, publicProgramme } from '../store/read-programmes.ts'
import { eachProgrammeDesk, key, programmeText } from '../testing.ts'
import { entryMark, newEntryValues, valuesOfEntry } from '../typed/entry-values.ts'
import { addTyped, editTyped, placeTyped } from './edit-entries.ts'
import { programmesFollowAgendas } from './settle-programmes.ts'

function refusedWith(outcome: Outcome<unknown>): string {
  assert.ok(!outcome.ok, 'it was not refused')
  return outcome.refusal.faults[0]?.message ?? ''
}

eachProgrammeDesk(({ store, app, officer, load, published }) => {
  const standing = async (slug: string) => {
    const { programme } = await published((reader) => publicProgramme(reader, 'panel'))
    return (programme && entryOf(programme, slug)) ?? assert.fail(slug)
  }
  const whenOf = async (slug: string) => {
    const entry = await standing(slug)
    return entry.kind === 'standing' ? undefined : entry.when
  }
  const place = async (slug: string, day: string) => placeTyped(officer(), app(), key, slug, day, entryMark(await standing(slug)))
  const followed = () => store().database.write('operator:test', (tx) => programmesFollowAgendas(tx, { body: 'panel', context: officer(), app: app() }))
  const published15 = (items: string, more = '') => load('meetings', `body: panel\ndate: 2023-11-15\ntime: "10:00"\nstatus: agenda-published\nissued: 2023-07-03\n${more}items:\n  - { number: 1, title: Apologies, standing: apologies }\n${items}`)
  const without = { returnedFrom: '2023-11-15', reason: 'The agenda was published without it.' }

  test('in the deed that publishes an agenda, an entry of that meeting that is not on it goes back to be placed, and its history says why', async () => {
    await published15('  - { number: 2, title: Something else }\n')
    await followed()
    assert.deepEqual(await whenOf('youth-justice'), without)
    const [last] = await published((reader) => publicChanges(reader, key, { limit: 1 }))
    assert.deepEqual([last?.what, last?.why, last?.byRole], ['Came back to be placed: the agenda of 15 November 2023 is published, and this is not on it', 'The agenda was published without it.', 'the system'])
  })

  test('a standing item has no turn, in public, at a meeting whose agenda is published without it', async () => {
    const view = await published(async (reader) => programmeView(reader, (await publicProgramme(reader, 'panel')).programme ?? assert.fail(), date('2023-07-03')))
    const update = entryOf(view.programme, 'standing-update')
    assert.ok(update?.kind === 'standing')
    assert.deepEqual(turnsOfStanding(update, view).days, ['2023-05-10', '2023-09-20', '2024-01-17'])
    assert.deepEqual(view.plan.slots.map(({ when }) => when), [{ meeting: '2023-05-10' }, { meeting: '2023-09-20' }, { meeting: '2024-01-17' }])
  })

  test('an entry is not placed at a meeting whose agenda is published without it, by the button or in its form, and is told what to do', async () => {
    const told = /The agenda of 15 November 2023 is published, and this is not on it\. Choose another meeting; or add it to that agenda as a late item/
    assert.match(refusedWith(await place('transport', '2023-11-15')), told)
    const transport = await standing('transport')
    assert.match(refusedWith(await editTyped(officer(), app(), key, 'transport', { ...valuesOfEntry(transport), meeting: '2023-11-15' }, { basedOn: entryMark(transport), reason: '' })), told)
    assert.match(refusedWith(await addTyped(officer(), app(), key, newEntryValues({ issue: 'Nurseries', meeting: '2023-11-15' }))), told)
    const fits = await addTyped(officer(), app(), key, newEntryValues({ issue: 'Something else', meeting: '2023-11-15' }))
    assert.ok(fits.ok, JSON.stringify(fits))
  })

  test('a file that gives an entry a place at a meeting whose agenda is out without it does not say so in public', async () => {
    await load('programmes', `${programmeText}  - { slug: homes, kind: dated, issue: Homes, subject: homes, when: { meeting: 2023-11-15 } }\n`)
    assert.deepEqual([await whenOf('homes'), await whenOf('youth-justice')], [without, without])
  })

  test('once a late item of its matter is published, an entry that came back has its place again', async () => {
    await published15('  - { number: 2, title: Something else }\n  - { number: 3, title: Young offenders, subjects: [youth-justice], late-reason: It cannot wait }\n', 'correction: An item joins.\n')
    await followed()
    assert.deepEqual(await whenOf('youth-justice'), { meeting: '2023-11-15' })
    assert.deepEqual(await whenOf('homes'), without)
  })
})
