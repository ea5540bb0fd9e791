import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { PersonId } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../../migrations/meetings.ts'
import { publishVersion } from '../../publication/publish-version.ts'
import { publishedMeeting } from '../../record/meeting.ts'
import type { ReadingTables } from '../tables.ts'
import { clearOldCopies } from './clear-old-copies.ts'

const day = date('2023-07-12')
const now = new Date('2023-09-01T09:00:00Z')
const [old, recent] = [new Date('2023-07-20T09:00:00Z'), new Date('2023-08-20T09:00:00Z')]
const ada = '0b2c4c0e-7d4e-4a57-9a55-0e6bb9b5a001' as PersonId
const ben = '0b2c4c0e-7d4e-4a57-9a55-0e6bb9b5a002' as PersonId

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-old-copies-'))
})
after(() => rm(folder, { recursive: true, force: true }))

eachDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  const files = () => openContentStore(folder)
  const copies = () => store().database.read('operator:test', (reader) => reader.tables<ReadingTables>().selectFrom('work.member_packs').select(['person', 'version', 'supplement']).orderBy('version').orderBy('person').orderBy('supplement').execute())
  const keep = async (person: PersonId, version: number, supplement: number, words: string, built_at: Date) => {
    const checksum = await files().put(Buffer.from(words))
    const row = { person, body: 'panel', meeting_date: day, version, supplement, reader: 'A member', checksum, bytes: 1, pages: 1, built_at }
    await store().database.write('operator:test', (tx) => tx.tables<ReadingTables>().insertInto('work.member_packs').values(row).execute())
    return checksum
  }

  test('a member’s copy of a version that no longer stands is cleared with its file after thirty days, unless something else is the same file', async () => {
    await store().database.write('operator:test', async (tx) => {
      const meeting = publishedMeeting.parse({ body: 'panel', bodyName: 'Panel', date: day, status: 'planned', members: [], items: [] })
      for (const version of [1, 2]) await publishVersion(tx, { version, note: 'Announced.', meeting, papers: [] }, old)
    })
    const gone = await keep(ada, 1, 0, 'old copy of Ada', old)
    const shared = await keep(ada, 1, 1, 'the same supplement', old)
    const named = await keep(ben, 1, 1, 'what a report shows as well', old)
    const fresh = await keep(ben, 1, 0, 'asked for again lately', recent)
    const standing = await keep(ada, 2, 0, 'copy of what stands', old)
    assert.equal(await keep(ben, 2, 1, 'the same supplement', old), shared)
    const cleared = await clearOldCopies(testContext(store().database), files(), { now, references: [() => Promise.resolve([named])] })
    assert.deepEqual(cleared, { ok: true, value: { cleared: 3 } })
    assert.deepEqual(await copies(), [
      { person: ben, version: 1, supplement: 0 },
      { person: ada, version: 2, supplement: 0 },
      { person: ben, version: 2, supplement: 1 },
    ])
    assert.deepEqual(await Promise.all([gone, shared, named, fresh, standing].map((checksum) => files().has(checksum))), [false, true, true, true, true])
    assert.deepEqual(await clearOldCopies(testContext(store().database), files(), { now, references: [] }), { ok: true, value: { cleared: 0 } })
  })
})
