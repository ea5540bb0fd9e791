import assert from 'node:assert/strict'
import { test } from 'node:test'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import { isOutOfRoom } from './out-of-room.ts'
import { testServer } from './testing.ts'

const full = () => Object.assign(new Error('could not extend file "base/5/16414": No space left on device'), { code: '53100' })

test('a full disk is known by what the database, the system and the file store call it, and by what lies under it', () => {
  for (const error of [full(), Object.assign(new Error('write'), { code: 'ENOSPC' }), Object.assign(new Error('write'), { code: 'EDQUOT' })]) {
    assert.ok(isOutOfRoom(error))
    assert.ok(isOutOfRoom(new StoreCannotWrite('/data/files', 'its disk is full', error)))
  }
  for (const other of [new Error('no'), Object.assign(new Error('duplicate key'), { code: '23505' }), 'No space left on device', undefined]) assert.ok(!isOutOfRoom(other))
})

test('where the disk is full the answer says so with status 503, for a page and for the API', async () => {
  const { server } = await testServer()
  for (const path of ['/write', '/api/v1/write']) server.get(path, () => Promise.reject(full()))
  const page = await server.inject('/write')
  assert.deepEqual([page.statusCode, page.headers['retry-after']], [503, '60'])
  assert.match(page.body, /The disk of this site is full, so nothing was saved/)
  const problem = await server.inject('/api/v1/write')
  assert.deepEqual([problem.statusCode, problem.headers['content-type']], [503, 'application/problem+json'])
  assert.match(problem.json<{ detail: string }>().detail, /disk of this site is full/)
  await server.close()
})
