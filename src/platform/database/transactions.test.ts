import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { councilTable } from './council-table.ts'
import type { Migration, Reader, Transaction } from './database.ts'
import { isUniqueViolation, sqlState } from './sql-errors.ts'
import { eachDatabase } from './testing.ts'

interface Tables {
  'work.actions': { number: number; title: string }
}

const actions: Migration = {
  name: '0001-actions',
  up: (tx) => councilTable(tx, 'work.actions', { columns: 'number integer not null, title text not null', key: 'number' }),
}

async function add(tx: Transaction, number: number): Promise<void> {
  await tx.tables<Tables>().insertInto('work.actions').values({ number, title: 'Ring the school' }).execute()
}

eachDatabase([actions], (store) => {
  const numbers = async (): Promise<number[]> => {
    const query = (reader: Reader) => reader.tables<Tables>().selectFrom('work.actions').select('number').orderBy('number').execute()
    return (await store().database.read('officer', query)).map(({ number }) => number)
  }

  test('work that throws leaves nothing behind, and its error comes out as it was', async () => {
    const error = new Error('The chair said no')
    await assert.rejects(
      store().database.write('officer', async (tx) => {
        await add(tx, 1)
        throw error
      }),
      error,
    )
    assert.deepEqual(await numbers(), [])
  })

  test('an error of the database that is swallowed does not pass for a success', async () => {
    await assert.rejects(
      store().database.write('officer', async (tx) => {
        await add(tx, 2)
        await assert.rejects(add(tx, 2), isUniqueViolation)
      }),
      /Nothing was saved/,
    )
    assert.deepEqual(await numbers(), [])
  })

  test('a transaction inside another is refused at once, by whichever door', async () => {
    const { database } = store()
    const inside: (() => Promise<unknown>)[] = [
      () => database.read('officer', async () => 1),
      () => database.write('officer', async () => 1),
      () => database.readPublished(async () => 1),
      () => database.owner(async () => 1),
      () => database.queue('select 1'),
    ]
    for (const open of inside) await assert.rejects(database.write('officer', open), /open here already/)
  })

  test('work begun inside a transaction that is over may open its own', async () => {
    const { database } = store()
    let later: (() => Promise<unknown>) | undefined
    const over = Promise.withResolvers<void>()
    await database.read('officer', async () => {
      const waiting = over.promise.then(() => database.read('officer', async () => 'read'))
      later = () => waiting
    })
    over.resolve()
    assert.equal(await later?.(), 'read')
  })

  test('a handle kept beyond its transaction does nothing more', async () => {
    let kept: Transaction | undefined
    await store().database.write('officer', async (tx) => void (kept = tx))
    await assert.rejects(add(kept ?? assert.fail(), 3), /transaction is over/)
  })

  test('the actor and the council are known to the database while it works, whatever is in their names, and to nobody afterwards', async () => {
    const { database } = store()
    const actor = `person:O'Brien\\'; drop table work.actions; --`
    const question = `select nullif(current_setting('golden.actor', true), '') as actor, current_user::text = 'golden_staff' as is_staff`
    assert.deepEqual((await database.write(actor, (tx) => sql.raw(question).execute(tx.tables()))).rows, [{ actor, is_staff: true }])
    assert.deepEqual((await database.queue(question)).rows, [{ actor: null, is_staff: false }])
    await assert.rejects(database.write('nul\0nul', async () => 1), /NUL/)
  })

  test('a reading transaction cannot write, and staff cannot change the schema or say two statements at once', async () => {
    const { database } = store()
    await assert.rejects(
      database.read('officer', (reader) => add(reader as unknown as Transaction, 4)),
      (error) => sqlState(error) === '25006',
    )
    for (const statement of ['create table work.mine (a int)', 'drop table work.actions', 'select 1; select 2']) {
      await assert.rejects(database.write('officer', (tx) => sql.raw(statement).execute(tx.tables())))
    }
  })

  test('dates stay days, counts are numbers and what a number cannot hold is refused', async () => {
    const { database } = store()
    const one = async (expression: string): Promise<unknown> =>
      await database.write('officer', async (tx) => (await sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(tx.tables())).rows[0]?.value)
    assert.equal(await one(`date '2023-07-07'`), '2023-07-07')
    assert.deepEqual(await one(`array[date '2023-07-07', null]`), ['2023-07-07', null])
    assert.deepEqual(await one(`timestamptz '2023-07-07 10:00+01'`), new Date('2023-07-07T09:00:00Z'))
    assert.equal(await one('(select count(*) from work.actions)'), 0)
    assert.deepEqual(await one('array[1, 2]::bigint[]'), [1, 2])
    assert.equal(await one('1.10::numeric'), '1.10')
    await assert.rejects(one('9007199254740993'), RangeError)
  })

  test('many at once wait their turn and all are kept', async () => {
    const all = Array.from({ length: 40 }, (_, index) => 100 + index)
    await Promise.all(all.map((number) => store().database.write('officer', (tx) => add(tx, number))))
    assert.deepEqual(await numbers(), all)
  })

  test('queries started together in one transaction wait for one another', async () => {
    await store().database.write('officer', (tx) => Promise.all([add(tx, 200), add(tx, 201), add(tx, 202)]))
    assert.ok((await numbers()).includes(202))
  })
})
