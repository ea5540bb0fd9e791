import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { councilTable } from './council-table.ts'
import type { Database, Migration } from './database.ts'
import { eachDatabase } from './testing.ts'

interface Tables {
  'work.bodies': { slug: string; council?: string }
  'published.bodies': { slug: string }
}

const bodies: Migration = {
  name: '0001-bodies',
  up: async (tx) => {
    await councilTable(tx, 'work.bodies', { columns: 'slug text not null', key: 'slug' })
    await councilTable(tx, 'published.bodies', { columns: 'slug text not null', key: 'slug' })
    await councilTable(tx, 'published.current_bodies', { columns: 'slug text not null', key: 'slug', isCurrent: true })
  },
}

eachDatabase([bodies], (store) => {
  const slugs = async (database: Database): Promise<string[]> =>
    await database.read('officer', async (reader) => (await reader.tables<Tables>().selectFrom('work.bodies').select('slug').execute()).map(({ slug }) => slug))

  test('a council sees and changes its own rows only, and the owner no more than that', async () => {
    const here = store().database
    await here.write('officer', (tx) => tx.tables<Tables>().insertInto('work.bodies').values({ slug: 'cabinet' }).execute())
    const there = await store().asCouncil('othershire')
    assert.deepEqual(await slugs(there), [])
    assert.deepEqual(await slugs(here), ['cabinet'])
    await there.write('officer', async (tx) => {
      const { numDeletedRows } = await tx.tables<Tables>().deleteFrom('work.bodies').executeTakeFirstOrThrow()
      assert.equal(numDeletedRows, 0n)
      await tx.tables<Tables>().insertInto('work.bodies').values({ slug: 'cabinet' }).execute()
    })
    await assert.rejects(
      there.write('officer', (tx) => tx.tables<Tables>().insertInto('work.bodies').values({ slug: 'panel', council: 'testshire' }).execute()),
      /row-level security/,
    )
    assert.deepEqual(await there.owner(async (tx) => (await tx.tables<Tables>().selectFrom('work.bodies').selectAll().execute()).length), 1)
  })

  test('what is published is neither changed nor deleted nor emptied, by staff or by the owner', async () => {
    const { database } = store()
    await database.write('officer', (tx) => tx.tables<Tables>().insertInto('published.bodies').values({ slug: 'cabinet' }).execute())
    for (const change of [sql`update published.bodies set slug = 'x'`, sql`delete from published.bodies`, sql`truncate published.bodies`]) {
      await assert.rejects(database.write('officer', (tx) => change.execute(tx.tables())), /permission denied|only read and write rows/)
      await assert.rejects(database.owner((tx) => change.execute(tx.tables())), /can only be added to/)
    }
    const rows = await database.readPublished((reader) => reader.tables<Tables>().selectFrom('published.bodies').select('slug').execute())
    assert.deepEqual(rows, [{ slug: 'cabinet' }])
  })

  test('what says how things stand today is changed by staff, and by nobody who only reads', async () => {
    const { database } = store()
    const say = (statement: string) => database.write('officer', (tx) => sql.raw(statement).execute(tx.tables()))
    for (const statement of [`insert into published.current_bodies (slug) values ('cabinet')`, `update published.current_bodies set slug = 'panel'`, 'delete from published.current_bodies']) await say(statement)
    await assert.rejects(say('truncate published.current_bodies'), /permission denied|only read and write rows/)
    await assert.rejects(database.readPublished((reader) => sql`update published.current_bodies set slug = 'x'`.execute(reader.tables() as never)))
  })
})
