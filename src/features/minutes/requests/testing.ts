import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import type { Context } from '#access/act.ts'
import type { AccountId, PersonId } from '#access/actor.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { meetingsImporter, meetingsMigrations, type MeetingsApp } from '#features/meetings'
import { rulesMigrations } from '#features/rules'
import type { Migration } from '#platform/database/database.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { filesInMemory } from '../../meetings/testing.ts'
import { bodyFile } from '../../bodies/testing.ts'

const bodies = `${bodyFile('panel', 'Children’s Panel')}members:
  - { seat: Chair, organisation: County Council, capacity: chair, votes: all, person: Cllr Dora Finch, from: 2022-01-01 }
  - { seat: Member, organisation: County Council, capacity: voting, votes: all, person: Cllr Otto Lane, from: 2022-01-01 }
---
${bodyFile('cabinet', 'Cabinet', '', 'cabinet')}members:
  - { seat: Member, organisation: County Council, capacity: voting, votes: all, person: Cllr Otto Lane, from: 2022-01-01 }
`

const meetings = `body: panel
date: 2023-07-07
time: "10:00"
status: agenda-published
issued: 2023-06-29
contact: { office: Scrutiny, email: scrutiny@example.test }
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: School places }
  - { number: 3, title: A contract, exempt: { paragraph: 3, reason: The price. } }
---
body: panel
date: 2023-09-20
time: "10:00"
status: planned
items:
  - { number: 1, title: Apologies, standing: apologies }
`

const persons = {
  officer: { id: '00000000-0000-4000-8000-000000000001', name: 'Olive Reyes', role: 'officer' },
  director: { id: '00000000-0000-4000-8000-000000000002', name: 'Della Moss', role: 'director' },
  chair: { id: '00000000-0000-4000-8000-000000000003', name: 'Cllr Dora Finch', role: 'chair' },
  member: { id: '00000000-0000-4000-8000-000000000004', name: 'Cllr Otto Lane', role: 'councillor' },
  stranger: { id: '00000000-0000-4000-8000-000000000005', name: 'Cllr Ines Park', role: 'councillor' },
} as const
export type DeskPerson = keyof typeof persons

const member = ['requests.make', 'requests.see', 'questions.ask', 'questions.see']
const allowed: Readonly<Record<string, readonly string[]>> = {
  officer: ['requests.answer', 'requests.receive', 'requests.see', 'requests.export', 'questions.put', 'questions.answer', 'questions.see'],
  director: ['requests.answer', 'requests.see', 'questions.answer', 'questions.see'],
  chair: member,
  councillor: member,
}

export interface AskingDesk {
  readonly store: () => TestStore
  readonly app: () => MeetingsApp
  /** Somebody who is signed in, on 3 July 2023 unless said. */
  readonly as: (who: DeskPerson, today?: LocalDate) => Context
  /** The product itself, as the command line and the housekeeping run it. */
  readonly operator: (today?: LocalDate) => Context
  /** To whom which letters were written since the last look. */
  readonly letters: () => Promise<string[]>
}

/** Runs these tests on each kind of database with a panel, a cabinet, their meetings, and five people, two of whom are linked to members. */
export function eachAskingDesk(own: readonly Migration[], declare: (desk: AskingDesk) => void): void {
  eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...rulesMigrations, ...bodiesMigrations, ...meetingsMigrations, ...own], (store) => {
    const may: Context['may'] = (actor, verb) => (actor.kind === 'person' ? actor.roles : [actor.kind]).some((role) => role === 'operator' || allowed[role]?.includes(verb))
    const operator = (today = date('2023-07-03')) => testContext(store().database, { today, may })
    const app = (): MeetingsApp => ({
      context: () => operator(),
      files: openContentStore(join(tmpdir(), 'golden-thread-asking-no-files')),
      typeset,
      now: () => new Date('2023-07-03T09:00:00Z'),
      council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
      origin: 'http://localhost',
      background: (_name, work) => void work(),
    })
    const as: AskingDesk['as'] = (who, today = date('2023-07-03')) => {
      const { id, name, role } = persons[who]
      return testContext(store().database, { actor: { kind: 'person', person: id as PersonId, account: id as AccountId, name, roles: [role] }, door: 'web', may, today })
    }
    const seen = new Set<string>()
    const letters = async () => {
      const rows = await store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox as mail').select(['mail.id', 'mail.recipient', 'mail.subject']).execute())
      const fresh = rows.filter(({ id }) => !seen.has(id))
      for (const { id } of fresh) seen.add(id)
      return fresh.map(({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject}`).toSorted()
    }
    before(async () => {
      for (const [importer, text] of [[bodiesImporter, bodies], [meetingsImporter, meetings]] as const) {
        const loaded = await importer.load([filesInMemory({ 'file.yaml': text })], app(), () => undefined)
        assert.ok(loaded.ok, JSON.stringify(loaded))
      }
      await addPeople(store())
    })
    declare({ store, app, as, operator, letters })
  })
}

async function addPeople({ database }: TestStore): Promise<void> {
  const people = Object.entries(persons)
  const since = new Date('2022-01-01T00:00:00Z')
  await database.write('operator:test', async (tx) => {
    const tables = tx.tables<Record<string, Record<string, unknown>>>()
    await tables.insertInto('access.person').values(people.map(([, { id, name }]) => ({ id, name }))).execute()
    await tables.insertInto('access.account').values(people.map(([email, { id }]) => ({ id, person: id, email: `${email}@county.test`, status: 'active', made_at: since }))).execute()
    await tables.insertInto('access.account_role').values(people.map(([, { id, role }]) => ({ account: id, role, held_from: '2022-01-01' }))).execute()
    await tables.insertInto('work.member_accounts').values([persons.chair, persons.member].map(({ id, name }) => ({ member: name, person: id }))).execute()
  })
}
