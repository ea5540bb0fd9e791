import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before } from 'node:test'
import { sql } from 'kysely'
import { accessMigrations } from '#access/migrations.ts'
import type { Context } from '#access/act.ts'
import type { AccountId, PersonId, Role } from '#access/actor.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { meetingIdOn, meetingInWork, meetingsImporter, meetingsMigrations, type MeetingsApp } from '#features/meetings'
import { filesInMemory } from '../../meetings/testing.ts'
import { forwardPlanMigration } from '../forward-plan/store/migration.ts'
import { programmesImporter } from './import/import-programmes.ts'
import type { ProgrammeYear } from './model/work-programme.ts'
import { programmeMigrations } from './store/migrations.ts'

const bodies = ['panel', 'council', 'cabinet'].map((slug) => `slug: ${slug}\nname: The ${slug}\nkind: ${slug === 'cabinet' ? 'cabinet' : 'scrutiny-panel'}\npurpose: Asks.\nmeets-in-public: true\n${slug === 'panel' ? 'reports-to:\n  - { body: council, cadence: annually, about: Its work }\n' : ''}`).join('---\n')

const planned = (day: string, subjects = '') => `body: panel\ndate: ${day}\ntime: "10:00"\nstatus: planned\nitems:\n  - { number: 1, title: Apologies, standing: apologies }\n${subjects}`

const meetings = [
  `body: panel\ndate: 2023-05-10\nstatus: held\nissued: 2023-04-28\nitems:\n  - { number: 1, title: School transport review, subjects: [school-transport] }\n`,
  planned('2023-09-20', '  - { number: 2, title: Performance, subjects: [performance] }\n'),
  planned('2023-11-15'),
  planned('2024-01-17'),
].join('---\n')

export const programmeText = `body: panel
year: 2023-24
from: 2023-05-01
to: 2024-04-30
agreed: { body: council, on: 2023-05-18 }
entries:
  - { slug: transport, kind: possible, issue: School transport, subject: school-transport, when: to-be-confirmed, stated-reports: [{ on: 2022-01-11 }] }
  - { slug: youth-justice, kind: dated, issue: Youth justice, subject: youth-justice, when: { meeting: 2023-11-15 } }
  - { slug: standing-performance, kind: standing, issue: Performance, subject: performance, frequency: { in-months: [9, 11] } }
  - { slug: standing-update, kind: standing, issue: Update, subject: update, frequency: every-meeting }
`

const now = new Date('2023-07-03T09:00:00Z')
const today = date('2023-07-03')
export const key = { body: 'panel', year: '2023-24' as ProgrammeYear }

export interface ProgrammeDesk {
  readonly store: () => TestStore
  readonly app: () => MeetingsApp
  readonly officer: () => Context
  readonly member: () => Context
  /** Loads a file of meetings or programmes. */
  readonly load: (what: 'meetings' | 'programmes', text: string) => Promise<void>
  readonly published: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>
  /** A meeting is cancelled, or moved to another day. */
  readonly callOff: (day: string, note: string, movedTo?: string) => Promise<void>
  /** The titles on an agenda as it is being built. */
  readonly agenda: (day: string) => Promise<string[]>
}

/** Runs these tests on each kind of database with a panel that has met once and is to meet three times, and its programme. */
export function eachProgrammeDesk(declare: (desk: ProgrammeDesk) => void): void {
  const migrations = [publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations, forwardPlanMigration, ...programmeMigrations]
  eachDatabase(migrations, (store) => {
    const app = (): MeetingsApp => ({
      context: () => testContext(store().database, { today }),
      files: openContentStore(join(tmpdir(), 'golden-thread-programme-no-files')),
      typeset,
      now: () => now,
      council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
      origin: 'http://localhost',
      background: (_name, work) => void work(),
    })
    const person = (role: Role, id: string) => () => testContext(store().database, { actor: { kind: 'person', person: id as PersonId, account: id as unknown as AccountId, name: `The ${role}`, roles: [role] }, today })
    const load = async (what: 'meetings' | 'programmes', text: string) => {
      const loaded = what === 'meetings' ? await meetingsImporter.load([filesInMemory({ 'file.yaml': text })], app(), () => undefined) : await programmesImporter.load([filesInMemory({ 'file.yaml': text })], app(), () => undefined)
      assert.ok(loaded.ok, JSON.stringify(loaded))
    }
    const published = <T>(work: (reader: Reader) => Promise<T>) => store().database.readPublished(work)
    const agenda = (day: string) =>
      store().database.read('operator:test', async (reader) => {
        const id = await meetingIdOn(reader, 'panel', date(day))
        const meeting = id === undefined ? undefined : await meetingInWork(reader, id)
        return (meeting?.items ?? []).map(({ facts }) => facts.title)
      })
    const callOff = (day: string, note: string, movedTo?: string) =>
      store().database.write('operator:test', async (tx) => {
        const said = JSON.stringify({ status: 'cancelled', ...(movedTo === undefined ? {} : { movedTo }) })
        await sql`insert into published.meetings (body, meeting_date, version, status, is_public, has_agenda, note, meeting)
          select body, meeting_date, version + 1, 'cancelled', is_public, has_agenda, ${note}, meeting || ${said}::jsonb from published.current_meetings where body = 'panel' and meeting_date = ${day}::date`.execute(tx.tables())
        await sql`update work.meetings set facts = facts || ${said}::jsonb where body = 'panel' and meeting_date = ${day}::date`.execute(tx.tables())
      })
    before(async () => {
      const loaded = await bodiesImporter.load([filesInMemory({ 'bodies.yaml': bodies })], app(), () => undefined)
      assert.ok(loaded.ok, JSON.stringify(loaded))
      await load('meetings', meetings)
      await load('programmes', programmeText)
    })
    declare({ store, app, officer: person('officer', '00000000-0000-4000-8000-000000000001'), member: person('councillor', '00000000-0000-4000-8000-000000000002'), load, published, callOff, agenda })
  })
}
