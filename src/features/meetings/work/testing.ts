import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import type { Database } from '#platform/database/database.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore, type ContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { interestsRooms } from '#features/interests'
import type { MeetingsApp } from '../meetings-app.ts'
import { meetingsMigrations } from '../migrations/meetings.ts'
import { filesInMemory } from '../testing.ts'
import { bodyFile } from '../../bodies/testing.ts'

/** All that meetings stand on, in the order in which it is made. */
export const meetingsTestMigrations = [publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...interestsRooms.flatMap(({ migrations = [] }) => migrations), ...meetingsMigrations]

export const panelFile = bodyFile('panel', 'Children’s Panel')

/** The product as far as meetings need it, on 3 July 2023; change what the test is about. */
export function meetingsApp(database: Database, files: ContentStore, changes: Partial<MeetingsApp> = {}): MeetingsApp {
  return {
    context: () => testContext(database),
    files,
    typeset,
    now: () => new Date('2023-07-03T09:00:00Z'),
    council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
    origin: 'http://localhost',
    background: (_name, work) => void work(),
    ...changes,
  }
}

export async function loadBodies(app: MeetingsApp, bodies: string): Promise<void> {
  const loaded = await bodiesImporter.load([filesInMemory({ 'bodies.yaml': bodies })], app, () => undefined)
  assert.ok(loaded.ok, JSON.stringify(loaded))
}

/** What tests of meetings are given; used inside tests and hooks only. */
export interface MeetingsDesk {
  readonly store: () => TestStore
  readonly app: () => MeetingsApp
  /** Where its files are kept. */
  readonly folder: () => string
}

/** Runs these tests on each kind of database, with these bodies loaded and a folder of their own for files. */
export function eachMeetingsDesk(bodies: string, declare: (desk: MeetingsDesk) => void): void {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golden-thread-meetings-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))
  eachDatabase(meetingsTestMigrations, (store) => {
    const app = () => meetingsApp(store().database, openContentStore(folder))
    before(() => loadBodies(app(), bodies))
    declare({ store, app, folder: () => folder })
  })
}
