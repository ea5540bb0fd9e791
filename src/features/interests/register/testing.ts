import assert from 'node:assert/strict'
import { addPerson } from '#access/accounts/testing.ts'
import { accessMigrations } from '#access/migrations.ts'
import type { AccountId } from '#access/actor.ts'
import type { Context } from '#access/act.ts'
import { peopleWith } from '#access/people.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import type { Database } from '#platform/database/database.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesImporter, bodiesMigrations, linkMembersByName } from '#features/bodies'
import type { TypedInterest } from './interest-form.ts'
import { interestsLoadedMigration, interestsMigration } from './migration.ts'

/** All that the register stands on. */
export const interestsTestMigrations = [publicationRevision, ...accessMigrations, ...bodiesMigrations, interestsMigration, interestsLoadedMigration]

export const today = date('2023-07-03')
const seat = (person: string, from: string, votes = 'all') => `  - { seat: Member, organisation: Council, capacity: voting, votes: ${votes}, person: ${person}, from: ${from} }\n`
const panel = `slug: panel\nname: Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\nmembers:\n${seat('Ada Lorne', '2023-06-28')}${seat('Ben Okoro', '2022-05-01')}${seat('Cy Dunne', '2023-06-28', 'none')}`

/** A file that exists only in a test. */
export function fileInMemory(name: string, text: string): ImportFile {
  return { name, bytes: Buffer.from(text), text: () => ok(text), beside: () => assert.fail('there is none') }
}

/** A panel of two members who must register, Ada in office since 28 June 2023 with an account, Ben since 2022, and an officer. */
export async function beginPanel(database: Database): Promise<void> {
  const context = testContext(database, { today })
  await addPerson(context, 'ada@example.test', ['councillor'], 'Ada Lorne')
  await addPerson(context, 'olive@example.test', ['officer'], 'Olive Reyes')
  done(await bodiesImporter.load([fileInMemory('bodies.yaml', panel)], { context: () => context }, () => undefined))
  done(await linkMembersByName(context))
}

/** Somebody by their address, at the web door, on a day. */
export async function as(database: Database, email: string, day: LocalDate = today): Promise<Context> {
  const people = await database.read('operator:test', (reader) => peopleWith(reader, day))
  const found = people.find((one) => one.email === email) ?? assert.fail(email)
  return testContext(database, { today: day, door: 'web', actor: { kind: 'person', account: 'unused' as AccountId, person: found.person, name: found.name, roles: found.roles } })
}

export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusal))
  return outcome.value
}

/** An interest as it is typed, in work with a nursery garden; change what the test is about. */
export function typed(changes: Partial<TypedInterest> = {}): TypedInterest {
  return { kind: 'employment', of: 'member', words: 'Gardener at Larkmead Nurseries', subjects: 'Larkmead Nurseries', home: '', address: '', from: '2020-05-01', to: '', 'told-on': '2023-07-01', 'disclosed-on': '', sensitive: '', reason: '', ...changes }
}

/** Everything that stands in the schema `published`, as one text. */
export async function allPublished(database: Database): Promise<string> {
  return database.owner(async (tx) => {
    const tables = tx.tables<{ 'information_schema.tables': { table_schema: string; table_name: string } } & Record<string, Record<string, unknown>>>()
    const names = await tables.selectFrom('information_schema.tables').select('table_name').where('table_schema', '=', 'published').execute()
    const texts: string[] = []
    for (const { table_name } of names) texts.push(JSON.stringify(await tables.selectFrom(`published.${table_name}`).selectAll().execute()))
    return texts.join('\n')
  })
}
