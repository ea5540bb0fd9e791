import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Migration } from './database.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { eachDatabase } from './testing.ts'

const scripted = (name: string, script: string): Migration => ({ name, up: async (tx) => void (await sql.raw(script).execute(tx.tables())) })
const making = (table: string): Migration => scripted(`make-${table}`, `create table work.${table} (a integer)`)
const one = making('one')
const two = making('two')
const broken = scripted('broken', 'create table work.three (a integer); create table work.one (a integer)')

eachDatabase([one], (store) => {
  test('what has not been run is named, then run once, in the order of the list, however many start together', async () => {
    const { database } = store()
    const four = ['four', 'five', 'six', 'seven'].map(making)
    const list = [one, two, ...four]
    assert.deepEqual(await pendingMigrations(database, list), list.slice(1).map(({ name }) => name))
    const other = await store().asCouncil('othershire')
    const handles = database.kind === 'server' ? [database, other, database] : [database, database]
    const runs = await Promise.all(handles.map((handle) => migrate(handle, list)))
    const applied = runs.flatMap((run) => (run.ok ? run.value.applied : assert.fail(run.refusal.message)))
    assert.deepEqual(applied.toSorted(), list.slice(1).map(({ name }) => name).toSorted())
    assert.deepEqual(await pendingMigrations(database, list), [])
    assert.deepEqual(await migrate(database, list), { ok: true, value: { applied: [] } })
  })

  test('a store that a newer version has used is refused and left alone', async () => {
    const refused = await migrate(store().database, [two])
    assert.equal(!refused.ok && refused.refusal.kind, 'unavailable')
    assert.match(refused.ok ? '' : refused.refusal.message, /newer Golden Thread.*make-one/)
  })

  test('a migration that fails half-way leaves nothing of itself', async () => {
    const { database } = store()
    const ran = [one, two, ...['four', 'five', 'six', 'seven'].map(making)]
    await assert.rejects(migrate(database, [...ran, broken]), /broken failed/)
    const { rows } = await database.owner((tx) => sql`select to_regclass('work.three')::text as made`.execute(tx.tables()))
    assert.deepEqual(rows, [{ made: null }])
    assert.deepEqual(await pendingMigrations(database, [...ran, broken]), ['broken'])
  })

  test('two migrations of the same name are a defect', async () => {
    await assert.rejects(migrate(store().database, [one, one]), /same name/)
  })
})
