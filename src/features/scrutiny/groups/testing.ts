import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before } from 'node:test'
import { sql } from 'kysely'
import { insertAccount } from '#access/accounts/account-store.ts'
import type { Context } from '#access/act.ts'
import type { AccountId, PersonId, Role } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { bodiesImporter, bodiesMigrations, linkMembersByName } from '#features/bodies'
import { meetingsImporter, meetingsMigrations, type MeetingsApp } from '#features/meetings'
import { minutesRooms } from '#features/minutes'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import type { Migration, Transaction } from '#platform/database/database.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox, mailOutboxForgets, mailOutboxStops } from '#platform/mail/outbox-migration.ts'
import { filesInMemory } from '../../meetings/testing.ts'

const member = (name: string, capacity: string) => `  - { seat: Councillor, organisation: County Council, capacity: ${capacity}, votes: all, person: ${name}, from: 2022-01-01 }\n`
const bodies = `slug: board
name: The board
kind: scrutiny-board
purpose: Asks.
meets-in-public: true
members:
${member('Cllr Dora Finch', 'chair')}${member('Cllr Otto Lane', 'voting')}---
slug: panel
name: The panel
kind: scrutiny-panel
purpose: Asks.
meets-in-public: true
reports-to:
  - { body: board, cadence: quarterly }
members:
${member('Cllr Otto Lane', 'chair')}---
slug: cabinet
name: Cabinet
kind: cabinet
purpose: Decides.
meets-in-public: true
`

const meetings = ['2023-07-19', '2023-09-20'].map((day) => `body: board\ndate: ${day}\ntime: "10:00"\nstatus: planned\nitems:\n  - { number: 1, title: Apologies, standing: apologies }\n`)
  .concat('body: board\ndate: 2022-01-05\ntime: "10:00"\nstatus: held\n')
  .join('---\n')

/** The moment of everything in these tests. */
const at = new Date('2023-07-03T09:00:00Z')
export const today = date('2023-07-03')

const people = {
  officer: { id: '00000000-0000-4000-8000-000000000001', name: 'Olive Reyes', roles: ['officer'] },
  chair: { id: '00000000-0000-4000-8000-000000000002', name: 'Cllr Dora Finch', roles: ['chair'] },
  lead: { id: '00000000-0000-4000-8000-000000000003', name: 'Cllr Otto Lane', roles: ['chair'] },
  auditor: { id: '00000000-0000-4000-8000-000000000004', name: 'Audrey Pine', roles: ['auditor'] },
} as const

type Somebody = keyof typeof people

const members = ['groups.see', 'groups.tell', 'exceptions.see', 'exceptions.report']
const allowed: Readonly<Record<string, readonly string[]>> = {
  officer: ['groups.see', 'groups.edit', 'groups.publish', 'exceptions.see', 'exceptions.report'],
  chair: members,
  auditor: ['groups.see', 'exceptions.see'],
  public: ['alerts.subscribe'],
}

export interface ScrutinyDesk {
  readonly store: () => TestStore
  readonly app: () => MeetingsApp
  /** Somebody who is signed in. */
  readonly as: (who: Somebody, day?: LocalDate) => Context
  /** Nobody is signed in. */
  readonly anybody: () => Context
  readonly operator: (day?: LocalDate) => Context
  readonly write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  /** How many rows the audit has. */
  readonly audited: () => Promise<number>
  /** The agenda of a meeting as staff keep it: number and title. */
  readonly agenda: (day: string) => Promise<string[]>
  /** Publishes the agenda of the board's meeting on that day with what stands on it; `change` is of the meeting, such as its status. */
  readonly publishAgenda: (day: string, change?: string) => Promise<void>
  /** A page as somebody sees it, or as it answers what they post. */
  readonly show: (page: StaffPage<MeetingsApp>, who: Somebody, params?: Readonly<Record<string, string>>) => Promise<StaffAnswer>
  readonly post: (page: StaffPage<MeetingsApp>, who: Somebody, params: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>, day?: LocalDate) => Promise<StaffAnswer>
}

/** Runs these tests on each kind of database with a board that meets twice, a panel that reports to it, and four people; `more` are the migrations of the room under test. */
export function eachScrutinyDesk(more: readonly Migration[], declare: (desk: ScrutinyDesk) => void): void {
  const migrations = [publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations, mailOutboxForgets, mailOutboxStops, ...minutesRooms.flatMap((room) => room.migrations ?? []), ...more]
  eachDatabase(migrations, (store) => {
    const may: Context['may'] = (actor, verb) => actor.kind === 'operator' || (actor.kind === 'person' ? actor.roles : [actor.kind]).some((role) => allowed[role]?.includes(verb))
    const app = (): MeetingsApp => ({
      context: () => operator(),
      files: openContentStore(join(tmpdir(), 'golden-thread-scrutiny-no-files')),
      typeset,
      now: () => at,
      council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
      origin: 'http://localhost',
      background: (_name, work) => void work(),
    })
    const operator = (day = today) => testContext(store().database, { today: day, may })
    const as = (who: Somebody, day = today) => {
      const { id, name, roles } = people[who]
      return testContext(store().database, { actor: { kind: 'person', person: id as PersonId, account: id as unknown as AccountId, name, roles: [...roles] }, door: 'web', may, today: day })
    }
    const write = <T>(work: (tx: Transaction) => Promise<T>) => store().database.write('operator:test', work)
    before(() => fill(app(), write))
    const answer = (who: Somebody, params: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>, day = today) =>
      ({ context: as(who, day), session: { actor: as(who).actor, formToken: { field: 'token', value: 'secret' } }, path: '/staff', params, query: new URLSearchParams(), form: postedForm(Object.entries(fields)), today: day, now: at, origin: 'http://localhost' }) as unknown as StaffRequest
    declare({
      store,
      app,
      as,
      anybody: () => testContext(store().database, { actor: { kind: 'public' }, door: 'web', may, today }),
      operator,
      write,
      audited: () => store().database.read('operator:test', async (reader) => Number((await sql<{ rows: string }>`select count(*) as rows from access.audit`.execute(reader.tables() as never)).rows[0]?.rows)),
      agenda: (day) => write(async (tx) => (await rows(tx, day)).map(({ number, title }) => `${number} ${title}`)),
      publishAgenda: (day, change = '{}') => write((tx) => publishAgenda(tx, day, change)),
      show: async (page, who, params = {}) => (await page.show?.(answer(who, params, {}), app())) ?? assert.fail('nothing is shown there'),
      post: async (page, who, params, fields, day) => (await page.submit?.(answer(who, params, fields, day), app())) ?? assert.fail('nothing can be posted there'),
    })
  })
}

async function fill(app: MeetingsApp, write: ScrutinyDesk['write']): Promise<void> {
  for (const [importer, text] of [[bodiesImporter, bodies], [meetingsImporter, meetings]] as const) {
    const loaded = await importer.load([filesInMemory({ 'file.yaml': text })], app, () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
  }
  await write(async (tx) => {
    for (const { id, name, roles } of Object.values(people)) {
      await insertAccount(tx, { id: id as unknown as AccountId, person: id as PersonId, name, email: `${id}@county.test`, password: null, roles: [...roles] as Role[], from: date('2020-01-01') }, at)
    }
  })
  await linkMembersByName(app.context())
}

async function rows(tx: Transaction, day: string): Promise<{ number: number; title: string; subjects: string[] | null }[]> {
  const found = await sql<{ number: number; title: string; subjects: string[] | null }>`select item.number, item.facts ->> 'title' as title, item.facts -> 'subjects' as subjects
    from work.items as item join work.meetings as meeting on meeting.id = item.meeting where meeting.body = 'board' and meeting.meeting_date = ${day} order by item.number`.execute(tx.tables())
  return found.rows
}

async function publishAgenda(tx: Transaction, day: string, change: string): Promise<void> {
  const items = (await rows(tx, day)).map(({ number, title, subjects }) => ({ number, title, toFollow: false, confidential: false, papers: [], ...(subjects === null ? {} : { subjects }) }))
  await sql`insert into published.meetings (body, meeting_date, version, meeting_time, status, is_public, has_agenda, note, meeting, published_at)
    select now.body, now.meeting_date, now.version + 1, now.meeting_time, coalesce(${change}::jsonb ->> 'status', 'agenda-published'), now.is_public, true, 'The agenda is published.', now.meeting || ${JSON.stringify({ status: 'agenda-published', items })}::jsonb || ${change}::jsonb, ${at}
    from published.current_meetings as now where now.body = 'board' and now.meeting_date = ${day}`.execute(tx.tables())
  await sql`update work.meetings set facts = facts || '{"status": "agenda-published"}'::jsonb where body = 'board' and meeting_date = ${day}`.execute(tx.tables())
}

/** The markup of a page; fails where the answer is none. */
export function markupOf(answer: StaffAnswer): string {
  assert.ok(answer.kind === 'page', JSON.stringify(answer))
  return answer.body.toString()
}
