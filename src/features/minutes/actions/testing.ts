import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before } from 'node:test'
import { sql } from 'kysely'
import { accessMigrations } from '#access/migrations.ts'
import type { Context } from '#access/act.ts'
import type { AccountId, PersonId, Role } from '#access/actor.ts'
import { insertAccount } from '#access/accounts/account-store.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import type { Transaction } from '#platform/database/database.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesImporter, bodiesMigrations, linkMembersByName } from '#features/bodies'
import { meetingsImporter, meetingsMigrations, type MeetingsApp } from '#features/meetings'
import { filesInMemory } from '../../meetings/testing.ts'
import { sitting } from '../sitting/sitting.ts'
import { taking } from '../taking/taking.ts'
import { actionsMigrations } from './migrations.ts'
import { raiseActions } from './raise-actions.ts'
import { actionsFrom } from './read-actions.ts'

/** Who sits on each, by the names of their accounts. */
const membersOf: Readonly<Record<string, string>> = {
  panel: 'members:\n  - { seat: Chair, organisation: County, capacity: chair, votes: all, person: The chair, from: 2020-01-01 }\n',
  board: `members:
  - { seat: Church representative, organisation: Church, capacity: co-opted, votes: education-only, person: The coopted, from: 2020-01-01 }
  - { seat: Observer, organisation: County, capacity: observer, votes: none, person: The councillor, from: 2020-01-01 }
`,
}

const kinds = { panel: 'scrutiny-panel', board: 'cabinet', trust: 'partner-body' }
const bodies = Object.entries(kinds).map(([slug, kind]) => `slug: ${slug}\nname: The ${slug}\nkind: ${kind}\npurpose: Asks.\nmeets-in-public: true\n${membersOf[slug] ?? ''}`).join('---\n')

const meetings = `body: panel
date: 2023-03-01
time: "10:00"
status: planned
items:
  - { number: 1, title: Apologies, standing: apologies }
---
body: panel
date: 2023-05-10
time: "10:00"
status: planned
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: School transport }
---
body: panel
date: 2023-09-20
time: "10:00"
status: planned
items:
  - { number: 1, title: Apologies, standing: apologies }
`

/** The moment of everything in these tests. */
export const at = new Date('2023-07-03T09:00:00Z')
export const today = date('2023-07-03')

const persons = { officer: '00000000-0000-4000-8000-000000000001', director: '00000000-0000-4000-8000-000000000002', analyst: '00000000-0000-4000-8000-000000000003', chair: '00000000-0000-4000-8000-000000000004', councillor: '00000000-0000-4000-8000-000000000005', coopted: '00000000-0000-4000-8000-000000000006', auditor: '00000000-0000-4000-8000-000000000007' } as const

/** What the roles of these tests may do. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  officer: ['actions.see', 'actions.keep', 'actions.answer'],
  director: ['actions.see', 'actions.answer'],
  analyst: ['actions.see', 'actions.answer'],
  chair: ['actions.see', 'packs.read-withheld'],
  councillor: ['actions.see', 'packs.read-withheld'],
  coopted: ['actions.see', 'packs.read-withheld'],
  auditor: ['actions.see'],
  operator: ['actions.import', 'actions.export', 'actions.keep', 'bodies.import', 'meetings.import'],
}

export interface ActionsDesk {
  readonly store: () => TestStore
  readonly app: () => MeetingsApp
  /** Somebody who is signed in. */
  readonly as: (role: keyof typeof persons) => Context
  readonly person: (role: keyof typeof persons) => PersonId
  /** Records that the panel's meeting of this day was held. */
  readonly hold: (day: string) => Promise<void>
  /** The panel recommends each of these to the board at its meeting of 1 March 2023, which is held; answers their references. */
  readonly recommend: (...said: readonly string[]) => Promise<string[]>
  readonly write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
}

/** Runs these tests on each kind of database with a panel that has met and will meet again, a board, and the people of both. */
export function eachActionsDesk(declare: (desk: ActionsDesk) => void): void {
  const migrations = [publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations, ...(sitting.migrations ?? []), ...(taking.migrations ?? []), ...actionsMigrations]
  eachDatabase(migrations, (store) => {
    const may: Context['may'] = (actor, verb) => (actor.kind === 'person' ? actor.roles : [actor.kind]).some((role) => allowed[role]?.includes(verb))
    const rolesThatMay: Context['rolesThatMay'] = (verb) => Object.keys(allowed).filter((role): role is Role => role !== 'operator' && allowed[role]?.includes(verb) === true)
    const app = (): MeetingsApp => ({
      context: () => testContext(store().database, { today, may: () => true, rolesThatMay }),
      files: openContentStore(join(tmpdir(), 'golden-thread-actions-no-files')),
      typeset,
      now: () => at,
      council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
      origin: 'http://localhost',
      background: (_name, work) => void work(),
    })
    const as = (role: keyof typeof persons) =>
      testContext(store().database, { actor: { kind: 'person', person: persons[role] as PersonId, account: persons[role] as unknown as AccountId, name: `The ${role}`, roles: [role] }, may, rolesThatMay, today })
    const write = <T>(work: (tx: Transaction) => Promise<T>) => store().database.write('operator:test', work)
    before(async () => {
      await load(app())
      await write(async (tx) => {
        for (const [role, id] of Object.entries(persons)) {
          await insertAccount(tx, { id: id as unknown as AccountId, person: id as PersonId, name: `The ${role}`, email: `${role}@county.test`, password: null, roles: [role as Role], from: date('2020-01-01') }, at)
        }
      })
      const linked = await linkMembersByName(app().context())
      assert.ok(linked.ok)
    })
    const hold = async (day: string) => {
      await write((tx) => sql`update work.meetings set facts = jsonb_set(facts, '{status}', '"held"') where body = 'panel' and meeting_date = ${day}::date`.execute(tx.tables()))
    }
    const recommend = async (...said: readonly string[]) => {
      await hold('2023-03-01')
      const asked = said.map((words) => ({ origin: { kind: 'resolution' as const, id: words }, words, of: { name: 'The board', body: 'board' }, kind: 'recommendation' as const }))
      return write(async (tx) => {
        await raiseActions(tx, { body: 'panel', date: date('2023-03-01'), on: date('2023-03-01'), isPublic: true }, asked, at)
        return (await actionsFrom(tx.reader, asked.map(({ origin }) => origin))).toSorted((one, other) => one.number - other.number).map(({ number }) => String(number))
      })
    }
    declare({ store, app, as, hold, recommend, person: (role) => persons[role] as PersonId, write })
  })
}

async function load(app: MeetingsApp): Promise<void> {
  for (const [importer, text] of [[bodiesImporter, bodies], [meetingsImporter, meetings]] as const) {
    const loaded = await importer.load([filesInMemory({ 'file.yaml': text })], app, () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
  }
}
