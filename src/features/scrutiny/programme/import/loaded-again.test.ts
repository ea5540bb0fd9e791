import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Outcome } from '#core/outcome.ts'
import { filesInMemory } from '../../../meetings/testing.ts'
import { addTyped, editTyped, orderEntry, placeTyped, scoreTyped, takeOut } from '../deeds/edit-entries.ts'
import { saveHead } from '../deeds/keep-head.ts'
import { entryOf, placeOf } from '../model/change-programme.ts'
import { publicChanges, publicProgramme } from '../store/read-programmes.ts'
import { eachProgrammeDesk, key, programmeText } from '../testing.ts'
import { entryMark, newEntryValues, valuesOfEntry } from '../typed/entry-values.ts'
import { headMark } from '../typed/head-values.ts'
import { programmesExporter, programmesImporter } from './import-programmes.ts'

function unwrap<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

eachProgrammeDesk(({ store, app, officer, published }) => {
  const load = (text: string) => programmesImporter.load([filesInMemory({ 'panel.yaml': text })], app(), () => undefined)
  const refusedAt = async (text: string) => {
    const loaded = await load(text)
    return loaded.ok ? [] : loaded.refusal.faults.map(({ file, row, field, found }) => `${file} ${row} ${field} ${found}`)
  }
  const standing = async () => (await published((reader) => publicProgramme(reader, 'panel'))).programme ?? assert.fail()
  const entry = async (slug: string) => entryOf(await standing(), slug) ?? assert.fail(slug)
  /** Everything that a saving would touch. */
  const marks = () =>
    store().database.read('operator:test', async (reader) => {
      const { rows } = await sql`select (select json_agg(kept) from work.programmes as kept) as kept, (select json_agg(current) from published.current_programmes as current) as current,
        (select count(*)::int from work.programme_changes) as lines, (select number from published.revision) as publications`.execute(reader.tables() as never)
      return rows[0]
    })

  test('the same file loaded twice writes nothing', async () => {
    const before = await marks()
    assert.deepEqual(unwrap(await load(programmeText)), { programmes: 1, entries: 4, published: 0 })
    assert.deepEqual(await marks(), before)
  })

  test('entries that were added, moved, scored, edited, placed and taken out here, and the agreement, stay when the file is loaded again', async () => {
    unwrap(await addTyped(officer(), app(), key, newEntryValues({ issue: 'Nursery places', kind: 'possible' })))
    unwrap(await orderEntry(officer(), app(), key, 'nursery-places', 'up', placeOf(await standing(), await entry('nursery-places'))))
    unwrap(await scoreTyped(officer(), app(), key, 'youth-justice', { priority: { answer: 'yes', why: 'In the plan' } }, entryMark(await entry('youth-justice'))))
    unwrap(await editTyped(officer(), app(), key, 'transport', { ...valuesOfEntry(await entry('transport')), 'follow-up': 'With the costs' }, { basedOn: entryMark(await entry('transport')), reason: '' }))
    unwrap(await placeTyped(officer(), app(), key, 'transport', '2024-01-17', entryMark(await entry('transport'))))
    unwrap(await takeOut(officer(), app(), key, 'standing-update', 'Comes by mail', entryMark(await entry('standing-update'))))
    unwrap(await saveHead(officer(), app(), key, { focus: 'Places', remit: '', leads: '', recommendedBy: '', recommendedOn: '', recommendedItem: '', agreedBy: 'council', agreedOn: '18 May 2023', agreedItem: '7', note: '' }, headMark(await standing())))
    const before = await marks()
    assert.deepEqual(unwrap(await load(programmeText)), { programmes: 1, entries: 4, published: 0 })
    assert.deepEqual(await marks(), before)
  })

  test('a file that changes what nobody changed here is taken beside what was done here, and history says what it changed', async () => {
    assert.deepEqual(unwrap(await load(programmeText.replace('issue: Youth justice', 'issue: The youth justice plan'))), { programmes: 1, entries: 4, published: 1 })
    const { issue, scores } = await entry('youth-justice')
    assert.deepEqual([issue, scores], ['The youth justice plan', { priority: { answer: 'yes', why: 'In the plan' } }])
    const [last] = await published((reader) => publicChanges(reader, key, { limit: 1 }))
    assert.deepEqual([last?.entry, last?.what, last?.byRole], ['youth-justice', 'Changed: issue', 'a file that was loaded'])
    assert.equal((await entry('transport')).followUp, 'With the costs')
  })

  test('a file that changes what was changed here too is refused by file, row and field, and nothing of it is loaded', async () => {
    const before = await marks()
    const changed = programmeText.replace('issue: Youth justice', 'issue: Justice').replace('when: to-be-confirmed', 'when: { month: 2024-02 }').replace('on: 2023-05-18', 'on: 2023-05-19')
    assert.deepEqual(await refusedAt(changed), ['panel.yaml 5 agreed 2023-24', 'panel.yaml 7 entries[1].when transport'])
    assert.deepEqual(await marks(), before)
  })

  test('what is exported and loaded again changes nothing, and the older file still undoes nothing', async () => {
    const before = await marks()
    const written = unwrap(await programmesExporter.write(app()))
    assert.deepEqual(unwrap(await load(String(written[0]?.body))), { programmes: 1, entries: 5, published: 0 })
    assert.deepEqual(unwrap(await load(programmeText.replace('issue: Youth justice', 'issue: The youth justice plan'))), { programmes: 1, entries: 4, published: 0 })
    assert.deepEqual(await marks(), before)
  })

  test('of a programme that an earlier build loaded nobody knows what the file said: one that says something else is refused', async () => {
    await store().database.write('operator:test', (tx) => sql`update work.programmes set loaded = null`.execute(tx.tables()))
    assert.deepEqual((await refusedAt(programmeText)).map((line) => line.split(' ').slice(2).join(' ')), [
      'agreed 2023-24', 'focus 2023-24', 'entries[1].kind transport', 'entries[1].when transport', 'entries[1].follow-up transport', 'entries[2].issue youth-justice', 'entries[2].scores youth-justice', 'entries[4].taken-out standing-update',
    ])
  })
})
