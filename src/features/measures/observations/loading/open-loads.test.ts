import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Database, Transaction } from '#platform/database/database.ts'
import { eachMeasuresDesk } from '../../testing.ts'
import { filesInMemory } from '../../../meetings/testing.ts'
import { enterFigure } from '../enter-figure.ts'
import { observationsImporter } from '../import-observations.ts'
import { closeLoads, openLoads, touchLoads, undoLoads } from './open-loads.ts'
import { figuresOf } from '../read-figures-kept.ts'

const header = 'measure,period,area,breakdown,numerator,denominator,value,status,note\n'
const areas = ['E92000001', ...Array.from({ length: 9 }, (_, place) => `E1200000${place + 1}`)]
const rowsOf = (phase: string, from: number) => areas.flatMap((area) => Array.from({ length: 600 }, (_, place) => `absence,${from + place}-${String((from + place + 1) % 100).padStart(2, '0')}-ay,${area},phase=${phase},,,20,,`))

eachMeasuresDesk(({ store, app, load }) => {
  const write = <T>(work: (tx: Transaction) => Promise<T>) => store().database.write('operator:test', work)
  const read = async (measure: string) => (await store().database.read('operator:test', (reader) => figuresOf(reader, [measure]))).length
  const id = '00000000-0000-4000-8000-00000000000a'
  const insert = (period: string, of = id) => write((tx) => sql`insert into work.observations (measure, area, breakdown, period, revision, value, status, note, reason, entered_at, load) values ('contacts', 'E10000034', '', ${period}, 1, 5, 'final', '', '', now(), ${of}::uuid)`.execute(tx.tables()))
  /** What an importer does with a database whose writing is watched. */
  const loadWatched = (files: Readonly<Record<string, string>>, before: (write: number) => Promise<unknown>) => {
    let writes = 0
    const database: Database = { ...store().database, read: (actor, work) => store().database.read(actor, work), write: async (actor, work) => { await before((writes += 1)); return store().database.write(actor, work) } }
    const importing = observationsImporter.load(Object.entries(files).map(([name, text]) => filesInMemory({ [name]: text })), { ...app(), context: () => ({ ...app().context(), database }) }, () => undefined)
    return importing.then((loaded) => ({ loaded, writes }))
  }

  test('what an open load wrote is read by nobody until it is closed, and then for good', async () => {
    await write((tx) => openLoads(tx, [id], store().database))
    await insert('2010-11-q1')
    assert.equal(await read('contacts'), 0)
    assert.ok(await write((tx) => closeLoads(tx, [{ id, what: 'observations', figures: 1 }])))
    assert.equal(await read('contacts'), 1)
    await write((tx) => undoLoads(tx, [id]))
    assert.equal(await read('contacts'), 1)
  })

  test('a load that somebody took for broken off is neither written on nor closed', async () => {
    const gone = '00000000-0000-4000-8000-00000000000d'
    await write((tx) => openLoads(tx, [gone], store().database))
    assert.equal(await write((tx) => touchLoads(tx, [gone])), true)
    await write((tx) => undoLoads(tx, [gone]))
    assert.equal(await write((tx) => touchLoads(tx, [gone])), false)
    assert.equal(await write((tx) => closeLoads(tx, [{ id: gone, what: 'observations', figures: 1 }])), false)
  })

  test('a figure that an open load has cannot be typed until the load is at an end or was broken off', async () => {
    const other = '00000000-0000-4000-8000-00000000000c'
    await write((tx) => openLoads(tx, [other], store().database))
    await insert('2010-11-q3', other)
    const row = { measure: 'contacts', period: '2010-11-q3', area: 'E10000034', breakdown: '', numerator: '', denominator: '', value: '7', status: 'final', note: '', reason: '' }
    const enter = () => enterFigure(app().context(), { row, seen: 0 }, app().now())
    const refused = await enter()
    assert.match(refused.ok ? '' : `${refused.refusal.kind} ${refused.refusal.message}`, /^conflict A file that is being loaded has this figure/)
    await write((tx) => sql`update work.open_loads set touched_at = now() - interval '3 minutes'`.execute(tx.tables()))
    assert.ok((await enter()).ok)
    assert.equal(await read('contacts'), 2)
  })

  test('while a load is at work another is refused; what one left that was broken off is taken away', async () => {
    const left = '00000000-0000-4000-8000-00000000000b'
    await write((tx) => openLoads(tx, [left], store().database))
    await insert('2010-11-q2', left)
    const row = { 'a.csv': `${header}contacts,2010-11-q2,E10000034,,,,6,,\n` }
    const { loaded } = await load(observationsImporter, row)
    assert.match(loaded.ok ? '' : `${loaded.refusal.kind} ${loaded.refusal.message}`, /^conflict Other figures are being loaded/)
    await write((tx) => sql`update work.open_loads set touched_at = now() - interval '3 minutes'`.execute(tx.tables()))
    assert.ok((await load(observationsImporter, row)).loaded.ok)
    assert.deepEqual((await store().database.read('operator:test', (reader) => figuresOf(reader, ['contacts']))).map(({ period, value }) => [period, value]), [['2010-11-q1', 5], ['2010-11-q2', 6], ['2010-11-q3', 7]])
  })

  test('what another process left is taken away at once where the store is one process’s alone, and else after two minutes, until when one is told to wait', async () => {
    const left = '00000000-0000-4000-8000-00000000000e'
    await write((tx) => sql`insert into work.open_loads (id, touched_at) values (${left}::uuid, now() - interval '30 seconds')`.execute(tx.tables()))
    await insert('2010-11-q4', left)
    const row = { 'a.csv': `${header}contacts,2010-11-q4,E10000034,,,,8,,\n` }
    const { loaded } = await load(observationsImporter, row)
    if (store().database.kind === 'server') {
      assert.match(loaded.ok ? '' : `${loaded.refusal.kind} ${loaded.refusal.message}`, /^conflict A load of figures has written nothing for 3\d seconds: it seems to have been broken off\. Nothing of it is shown, and in (89|90) seconds/)
      await write((tx) => sql`update work.open_loads set touched_at = now() - interval '2 minutes'`.execute(tx.tables()))
      assert.ok((await load(observationsImporter, row)).loaded.ok)
    } else assert.ok(loaded.ok, JSON.stringify(loaded))
    assert.equal((await store().database.read('operator:test', (reader) => figuresOf(reader, ['contacts']))).find(({ period }) => period === '2010-11-q4')?.value, 8)
  })

  test('a load of another process that wrote a moment ago is at work, on a server', async () => {
    const other = '00000000-0000-4000-8000-00000000000f'
    await write((tx) => sql`insert into work.open_loads (id) values (${other}::uuid)`.execute(tx.tables()))
    const { loaded } = await load(observationsImporter, { 'a.csv': `${header}contacts,2009-10-q4,E10000034,,,,8,,\n` })
    const said = loaded.ok ? 'loaded' : loaded.refusal.message
    assert.match(said, store().database.kind === 'server' ? /^Other figures are being loaded\. Nothing of them is shown/ : /^loaded$/)
    await write((tx) => undoLoads(tx, [other]))
  })

  test('a file that is refused for its last row has written nothing but that it was refused', async () => {
    const { loaded, writes } = await loadWatched({ 'a.csv': `${header}${rowsOf('primary', 1100).join('\n')}\nabsence,2019-20-ay,E92000001,,,,181,,\n` }, async () => undefined)
    assert.deepEqual(!loaded.ok && loaded.refusal.faults.map(({ row, field }) => [row, field]), [[6002, 'value']])
    // The deed that was refused, and its row in the audit.
    assert.equal(writes, 2)
    assert.equal(await read('absence'), 0)
  })

  test('while many figures are written others read, and see none of them or all; the planner knows of them afterwards', async () => {
    const seen: number[] = []
    const reading = async () => void seen.push(await read('absence'))
    const { loaded, writes } = await loadWatched({ 'a.csv': `${header}${[...rowsOf('primary', 1100), ...rowsOf('secondary', 1100)].join('\n')}\n` }, reading)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    await reading()
    assert.ok(writes >= 5, String(writes))
    assert.deepEqual([...new Set(seen)], [0, 12_000])
    // Without an analysis the planner would know of none, -1.
    const { rows } = await store().database.owner((tx) => sql<{ readonly known: number }>`select reltuples::integer as known from pg_class where oid = 'work.observations'::regclass`.execute(tx.tables()))
    assert.ok((rows[0]?.known ?? 0) >= 12_000, `The planner knows of ${rows[0]?.known} figures`)
    // The analysis and the last reading come after it.
    assert.equal(seen.filter((figures) => figures > 0).length, 2)
  })

  test('somebody who enters one of the figures meanwhile is not overwritten: nothing of the file is loaded', async () => {
    const row = { measure: 'absence', period: '1700-01-ay', area: 'E92000001', breakdown: 'phase=primary', numerator: '', denominator: '', value: '21', status: 'final', note: '', reason: '' }
    const before = await read('absence')
    const { loaded } = await loadWatched({ 'a.csv': `${header}${rowsOf('primary', 1700).slice(0, 300).join('\n')}\n` }, async (at) => at === 2 && assert.ok((await enterFigure(app().context(), { row, seen: 0 }, app().now())).ok))
    assert.match(loaded.ok ? '' : loaded.refusal.message, /Somebody else has entered some of these figures meanwhile/)
    assert.equal(await read('absence'), before + 1)
    const { rows } = await write((tx) => sql`select id from work.open_loads`.execute(tx.tables()))
    assert.deepEqual(rows, [])
  })
})
