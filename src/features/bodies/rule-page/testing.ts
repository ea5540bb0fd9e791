import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { importBodies } from '../import-bodies.ts'
import { bodiesMigrations } from '../migrations/bodies.ts'
import { publishedBody } from '../published-bodies.ts'

/** What tests of a rule's page have at hand: a store with the body `forum`, and the form of its page. */
export function ruleDesk(page: StaffPage<unknown>, forum: string) {
  const address = page.path.replace(':body', 'forum')
  let store: TestStore
  const context = () => testContext(store.database, { today: date('2026-05-01') })
  before(async () => {
    store = await testDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations])
    assert.ok((await importBodies(context(), [{ name: 'bodies.yaml', text: forum }])).ok)
  })
  after(() => store.close())
  return {
    address,
    send: (fields: Readonly<Record<string, string>>): Promise<StaffAnswer> => {
      const request = { context: context(), today: date('2026-05-01'), session: { formToken: { field: 'token', value: 'secret' } }, path: address, params: { body: 'forum' }, query: new URLSearchParams(), form: postedForm(Object.entries(fields)) }
      return page.submit?.(request as unknown as StaffRequest, undefined) ?? assert.fail('it takes a form')
    },
    edition: async () => (await store.database.readPublished((reader) => publishedBody(reader, 'forum'))) ?? assert.fail('it is public'),
  }
}

/** The words of a page that was refused with this status. */
export function refusedWith(answer: StaffAnswer, status: number): string {
  assert.ok(answer.kind === 'page' && answer.status === status, JSON.stringify(answer))
  return answer.body.toString()
}
