import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before } from 'node:test'
import { insertAccount } from '#access/accounts/account-store.ts'
import type { Context } from '#access/act.ts'
import type { AccountId, PersonId, Role } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import { bodiesImporter, bodiesMigrations, linkMembersByName } from '#features/bodies'
import { interestsRooms } from '#features/interests'
import { meetingIdOn, meetingsImporter, meetingsMigrations, type MeetingId, type MeetingsApp } from '#features/meetings'
import type { ImportFile } from '#platform/command/transfer.ts'
import type { Migration } from '#platform/database/database.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { sittingMigration } from '../migration.ts'
import { bodyFile } from '../../../bodies/testing.ts'

const seat = (name: string, more = '') => `  - { seat: Seat of ${name}, organisation: Office of ${name}, capacity: voting, votes: all, person: ${name}, from: 2022-01-01${more} }\n`

const bodies = `${bodyFile('panel', 'The panel')}terms-of-reference:
  source: Standing orders
  quorum: { at-least: 2, substitutes-count: true, source: Standing orders }
members:
${seat('Cllr Dora Finch')}${seat('Cllr Otto Lane')}${seat('Cllr Wilf Moss', ', substitute: Cllr Ada Pell')}---
${bodyFile('cabinet', 'Cabinet', '', 'cabinet')}members:
${seat('Cllr Ivo Vane')}`

const items = `items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: Foster carers }
  - { number: 3, title: The contract, exempt: { paragraph: 3, reason: Prices are negotiated. } }
  - { number: 4, title: Taken off, withdrawn: Not ready. }
`
const meetings = [
  ['2023-07-07', 'agenda-published', 'issued: 2023-06-29\n'],
  ['2023-07-06', 'cancelled', ''],
  ['2023-07-08', 'planned', ''],
  ['2023-06-20', 'held', 'issued: 2023-06-09\n'],
  ['2023-06-27', 'adjourned', 'issued: 2023-06-16\nresumes-on: 2023-06-30\n'],
  ['2023-06-30', 'planned', 'resumed-from: 2023-06-27\n'],
  ['2023-06-06', 'minutes-confirmed', 'issued: 2023-05-26\n'],
  ['2023-05-09', 'agenda-published', 'public: false\nissued: 2023-04-28\n'],
].map(([day, status, more]) => `body: panel\ndate: ${day}\ntime: "10:00"\nstatus: ${status}\n${more}${items}`).join('---\n')

const interests = `member: Cllr Dora Finch
interests:
  - { ref: charity, kind: employment, words: Trustee of a fund for foster carers, subjects: [Foster carers], from: 2019-01-01, told-on: 2023-06-29, registered-on: 2023-06-30 }
  - { ref: refuge, kind: employment, words: Keeper of Sorrel House, subjects: [Foster carers], from: 2019-01-01, told-on: 2023-06-29, registered-on: 2023-06-30, sensitive: { reason: A threat., state: withheld } }
`
const interestsImporter = interestsRooms.flatMap((room) => room.importers ?? []).find(({ what }) => what === 'interests') ?? assert.fail('interests are not imported')

const people = {
  imogen: { id: '00000000-0000-4000-8000-000000000001', name: 'Imogen Fairweather', roles: ['officer'] },
  rowan: { id: '00000000-0000-4000-8000-000000000002', name: 'Rowan Ashdown', roles: ['officer'] },
  auditor: { id: '00000000-0000-4000-8000-000000000003', name: 'Audrey Pine', roles: ['auditor'] },
  finch: { id: '00000000-0000-4000-8000-000000000004', name: 'Cllr Dora Finch', roles: ['councillor'] },
  outsider: { id: '00000000-0000-4000-8000-000000000005', name: 'Cllr Nell Gray', roles: ['councillor'] },
} as const
export type Somebody = keyof typeof people

const verbs: Readonly<Record<string, readonly string[]>> = {
  officer: ['minutes.take', 'minutes.see', 'agendas.edit', 'declarations.make'],
  auditor: ['minutes.see'],
  councillor: ['declarations.make', 'packs.read', 'packs.read-withheld'],
}

/** What tests of a sitting are given: a panel of three that meets on 7 July 2023, and people who may do something about it; used inside tests and hooks only. */
export interface SittingDesk {
  readonly store: () => TestStore
  readonly app: MeetingsApp
  readonly as: (who: Somebody, day?: LocalDate) => Context
  readonly meetingOf: (day: string) => Promise<MeetingId>
}

const migrations: readonly Migration[] = [publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...interestsRooms.flatMap((room) => room.migrations ?? []), ...meetingsMigrations, sittingMigration]

/** Runs these tests on each kind of database. */
export function eachSittingDesk(declare: (desk: SittingDesk) => void): void {
  eachDatabase(migrations, (store) => {
    const may: Context['may'] = (actor, verb) => actor.kind === 'operator' || (actor.kind === 'person' && actor.roles.some((role) => verbs[role]?.includes(verb)))
    const app: MeetingsApp = {
      context: () => testContext(store().database),
      files: openContentStore(join(tmpdir(), 'golden-thread-sitting-no-files')),
      typeset,
      now: () => new Date('2023-07-07T09:05:00Z'),
      council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
      origin: 'http://localhost',
      background: (_name, work) => void work(),
    }
    const as: SittingDesk['as'] = (who, day = date('2023-07-07')) => {
      const { id, name, roles } = people[who]
      return testContext(store().database, { actor: { kind: 'person', person: id as PersonId, account: id as unknown as AccountId, name, roles: [...roles] }, door: 'web', may, today: day })
    }
    before(() => fill(app, store()))
    declare({ store, app, as, meetingOf: async (day) => (await store().database.read('operator:test', (reader) => meetingIdOn(reader, 'panel', date(day)))) ?? assert.fail(day) })
  })
}

async function fill(app: MeetingsApp, { database }: TestStore): Promise<void> {
  for (const [importer, text] of [[bodiesImporter, bodies], [meetingsImporter, meetings], [interestsImporter, interests]] as const) {
    const loaded = await importer.load([inMemory(text)], app, () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
  }
  await database.write('operator:test', async (tx) => {
    for (const { id, name, roles } of Object.values(people)) {
      await insertAccount(tx, { id: id as unknown as AccountId, person: id as PersonId, name, email: `${id}@county.test`, password: null, roles: [...roles] as Role[], from: date('2020-01-01') }, app.now())
    }
  })
  await linkMembersByName(app.context())
}

function inMemory(text: string): ImportFile {
  return { name: 'file.yaml', bytes: Buffer.from(text), text: () => ok(text), beside: (name) => Promise.resolve(refuse('invalid', `There is no file ${name}.`)) }
}
