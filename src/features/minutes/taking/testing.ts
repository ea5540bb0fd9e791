import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Context } from '#access/act.ts'
import type { AccountId, PersonId } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { Importer, ImportFile } from '#platform/command/transfer.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { interestsRooms } from '#features/interests'
import { meetingIdOn, meetingsImporter, meetingsMigrations, type MeetingId, type MeetingsApp } from '#features/meetings'
import { rulesMigrations } from '#features/rules'
import { actions } from '../actions/actions.ts'
import { sitting } from '../sitting/sitting.ts'
import { minutesImporter } from './import/import-minutes.ts'
import { taking } from './taking.ts'

const member = (name: string, capacity = 'voting') => `  - { seat: Seat of ${name}, organisation: County Council, capacity: ${capacity}, votes: all, person: ${name}, from: 2022-01-01 }\n`

const bodies = `slug: panel
name: Children’s Panel
kind: scrutiny-panel
purpose: Asks.
meets-in-public: true
terms-of-reference:
  source: Constitution
  quorum: { at-least: 2, substitutes-count: true, source: Constitution }
  decision: { rule: majority-vote, casting-vote: chair }
members:
${member('Cllr Dora Finch', 'chair')}${member('Cllr Otto Lane')}${member('Cllr Ines Marsh')}---
slug: cabinet
name: Cabinet
kind: cabinet
purpose: Decides.
meets-in-public: true
`

const agenda = (day: string, status: string) => `body: panel
date: ${day}
time: "10:00"
status: ${status}
issued: 2023-04-24
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: Confirmation of minutes, standing: minutes }
  - { number: 3, title: School transport, subjects: [school-transport] }
  - { number: 4, title: Bids for a home, exempt: { paragraph: 3, reason: It would tell bidders each other’s prices. } }
  - { number: 5, title: Urgent repairs, late-reason: The roof fell in. }
`

interface AuditRow {
  readonly verb: string
  readonly subject_id: string
  readonly outcome: string
  readonly detail: unknown
}

interface Visit {
  readonly context?: Context
  readonly fields?: readonly (readonly [string, string])[]
}

/** What tests of minutes are given. */
export interface MinutesDesk {
  readonly store: () => TestStore
  readonly app: () => MeetingsApp
  /** Olive Reyes, an officer, unless another name is given. */
  readonly officer: (name?: string) => Context
  readonly meetingOn: (day: LocalDate) => Promise<MeetingId>
  readonly read: <T>(reading: (reader: Reader) => Promise<T>) => Promise<T>
  /** A row of the audit each: verb, subject, outcome and detail, in their order; of one verb where one is named. */
  readonly audited: (verb?: string) => Promise<readonly AuditRow[]>
  /** The answer of a page behind the sign-in, to this person or to Olive Reyes; the fields of a form make it sent. */
  readonly visit: (page: StaffPage<MeetingsApp>, params: Readonly<Record<string, string>>, more?: Visit) => Promise<StaffAnswer>
  readonly load: (yaml: string, importer?: Importer<MeetingsApp>) => ReturnType<Importer<MeetingsApp>['load']>
}

export const may = date('2023-05-10')
export const june = date('2023-06-14')

/** Runs these tests on each kind of database with a panel that met in May and in June 2023, and is to meet in September; it is the 3rd of July. */
export function eachMinutesDesk(declare: (desk: MinutesDesk) => void): void {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golden-thread-minutes-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))
  const own = [...interestsRooms.flatMap((room) => room.migrations ?? []), ...(sitting.migrations ?? []), ...(taking.migrations ?? []), ...(actions.migrations ?? [])]
  eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...rulesMigrations, ...bodiesMigrations, ...meetingsMigrations, ...own], (store) => {
    const today = date('2023-07-03')
    const app = (): MeetingsApp => ({
      context: () => testContext(store().database, { today }),
      files: openContentStore(folder),
      typeset,
      now: () => new Date('2023-07-03T09:00:00Z'),
      council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
      origin: 'http://localhost',
      background: (_name, work) => void work(),
    })
    const officer = (name = 'Olive Reyes') =>
      testContext(store().database, { actor: { kind: 'person', person: '00000000-0000-4000-8000-000000000001' as PersonId, account: '00000000-0000-4000-8000-000000000002' as AccountId, name, roles: ['officer'] }, today })
    const read: MinutesDesk['read'] = (reading) => store().database.read('operator:test', reading)
    const audited: MinutesDesk['audited'] = (verb) =>
      store().database.owner((tx) =>
        tx
          .tables<{ 'access.audit': AuditRow & { number: number } }>()
          .selectFrom('access.audit as row')
          .select(['row.verb', 'row.subject_id', 'row.outcome', 'row.detail'])
          .$if(verb !== undefined, (query) => query.where('row.verb', '=', verb ?? ''))
          .orderBy('row.number')
          .execute(),
      )
    const visit: MinutesDesk['visit'] = async (page, params, { context = officer(), fields } = {}) => {
      const path = page.path.replaceAll(/:(\w+)/g, (_whole, name: string) => params[name] ?? '')
      const session = { actor: context.actor, formToken: { field: 'token', value: 'secret' } }
      const request = { context, session, path, params, query: new URLSearchParams(), form: postedForm(fields ?? []), today, now: app().now(), origin: 'http://localhost' } as unknown as StaffRequest
      return (fields === undefined ? await page.show?.(request, app()) : await page.submit?.(request, app())) ?? assert.fail('there is no such page')
    }
    const load: MinutesDesk['load'] = (yaml, importer = minutesImporter) => importer.load([inMemory(yaml)], app(), () => undefined)
    before(async () => {
      const loaded = [
        await load(bodies, bodiesImporter),
        await load([agenda('2023-05-10', 'held'), agenda('2023-06-14', 'held'), agenda('2023-09-20', 'agenda-published').replace('issued: 2023-04-24', 'issued: 2023-07-03')].join('---\n'), meetingsImporter),
      ]
      for (const one of loaded) assert.ok(one.ok, JSON.stringify(one))
    })
    declare({ store, app, officer, read, load, audited, visit, meetingOn: (day) => read(async (reader) => (await meetingIdOn(reader, 'panel', day)) ?? assert.fail(`no meeting on ${day}`)) })
  })
}

function inMemory(text: string): ImportFile {
  return { name: 'file.yaml', bytes: Buffer.from(text), text: () => ok(text), beside: (name) => Promise.resolve(refuse('invalid', `There is no file ${name}.`)) }
}
