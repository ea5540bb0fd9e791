import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase } from '#platform/database/testing.ts'
import { markPublished, nothingPublished, publicationRevision, watchPublications } from './publication.ts'

let store: Awaited<ReturnType<typeof testDatabase>>
before(async () => {
  store = await testDatabase([publicationRevision])
})
after(() => store.close())

test('a publication is seen within a second elsewhere and at once where it was made; one that is undone is not seen', async () => {
  const { database } = store
  let clock = 0
  const here = watchPublications(database, () => clock)
  const elsewhere = watchPublications(database, () => clock)
  assert.equal(await nothingPublished(database), true)
  const first = await here.current()
  assert.equal(await elsewhere.current(), first)
  await database.write('test', markPublished)
  here.forget()
  const second = await here.current()
  assert.notEqual(second, first)
  clock = 900
  assert.equal(await elsewhere.current(), first)
  clock = 1000
  assert.equal(await elsewhere.current(), second)
  await assert.rejects(
    database.write('test', async (tx) => {
      await markPublished(tx)
      throw new Error('undone')
    }),
  )
  here.forget()
  assert.equal(await here.current(), second)
  assert.equal(await nothingPublished(database), false)
})

test('a reading that failed is not kept: the next request asks again', async () => {
  let broken = true
  const revisions = watchPublications({
    readPublished: (work) => (broken ? Promise.reject(new Error('the replica is away')) : store.database.readPublished(work)),
  })
  await assert.rejects(revisions.current(), /away/)
  broken = false
  assert.equal(typeof (await revisions.current()), 'number')
})
