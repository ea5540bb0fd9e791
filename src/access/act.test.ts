import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { ok, refuse } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { act, type Deed } from './act.ts'
import type { AccountId, PersonId } from './actor.ts'
import { look } from './look.ts'
import { accessMigrations } from './migrations.ts'
import { testContext } from './testing.ts'
import type { AccessTables } from './tables.ts'

const naming: Deed = { verb: 'people.name', subject: { kind: 'person', id: 'rosalind' }, detail: { letters: 8 } }
const rosalind = { kind: 'person', account: 'a' as AccountId, person: 'p' as PersonId, name: 'Rosalind Ashdown', roles: ['councillor'] } as const

eachDatabase(accessMigrations, (store) => {
  async function addPerson(tx: Transaction): Promise<void> {
    await tx.tables<AccessTables>().insertInto('access.person').values({ id: crypto.randomUUID() as PersonId, name: 'Rosalind' }).execute()
  }
  const people = () => store().database.read('test', (reader) => reader.tables<AccessTables>().selectFrom('access.person').select('id').execute())
  const audit = () =>
    store().database.read('test', (reader) => reader.tables<AccessTables>().selectFrom('access.audit').selectAll().orderBy('number').execute())

  test('a deed and its one audit row are kept together', async () => {
    const [before, had] = [await audit(), await people()]
    const context = testContext(store().database, { actor: rosalind, door: 'web', requestId: 'request-7' })
    const outcome = await act(context, naming, async (tx) => ok(await addPerson(tx)))
    assert.ok(outcome.ok)
    assert.equal((await people()).length, had.length + 1)
    const rows = (await audit()).slice(before.length)
    assert.equal(rows.length, 1)
    assert.partialDeepStrictEqual(rows[0], {
      actor: 'person:p',
      door: 'web',
      verb: 'people.name',
      subject_kind: 'person',
      subject_id: 'rosalind',
      outcome: 'done',
      reason: null,
      detail: { letters: 8 },
      request_id: 'request-7',
    })
  })

  test('a refusal undoes the work and is recorded', async () => {
    const [before, had] = [await audit(), await people()]
    const outcome = await act(testContext(store().database), naming, async (tx) => {
      await addPerson(tx)
      return refuse('conflict', 'There is a Rosalind already.')
    })
    assert.equal(outcome.ok ? undefined : outcome.refusal.message, 'There is a Rosalind already.')
    assert.equal((await people()).length, had.length)
    const rows = (await audit()).slice(before.length)
    assert.deepEqual(rows.map((row) => [row.outcome, row.reason]), [['refused', 'conflict']])
  })

  test('without permission no work is begun, and the attempt is recorded', async () => {
    const before = await audit()
    const context = testContext(store().database, { actor: { kind: 'public' }, may: (actor, verb) => actor.kind !== 'public' && verb !== '' })
    const outcome = await act(context, naming, () => assert.fail('the work was begun'))
    assert.equal(outcome.ok ? undefined : outcome.refusal.kind, 'not-allowed')
    const rows = (await audit()).slice(before.length)
    assert.deepEqual(rows.map((row) => [row.actor, row.outcome, row.reason]), [['public', 'refused', 'not-allowed']])
  })

  test('a refusal names the roles that may and those that whoever asks has', async () => {
    const context = testContext(store().database, { actor: rosalind, may: () => false, rolesThatMay: () => ['officer'] })
    const outcome = await act(context, naming, () => assert.fail('the work was begun'))
    assert.match(outcome.ok ? '' : outcome.refusal.message, /It needs the role scrutiny officer; you are signed in as member of a panel or board\./)
  })

  test('a defect in the work undoes it and is thrown on', async () => {
    const [before, had] = [await audit(), await people()]
    await assert.rejects(
      act(testContext(store().database), naming, async (tx) => {
        await addPerson(tx)
        throw new Error('a defect')
      }),
      /a defect/,
    )
    assert.deepEqual([(await audit()).length, (await people()).length], [before.length, had.length])
  })

  test('where the audit row cannot be written, nothing is', async () => {
    const had = await people()
    const fullDisk = sql`alter table access.audit add constraint full_disk check (verb <> 'people.name') not valid`
    await store().database.owner((tx) => fullDisk.execute(tx.tables()))
    await assert.rejects(act(testContext(store().database), naming, async (tx) => ok(await addPerson(tx))), /full_disk/)
    await store().database.owner((tx) => sql`alter table access.audit drop constraint full_disk`.execute(tx.tables()))
    assert.equal((await people()).length, had.length)
  })

  test('an attempt whose subject holds NUL or half a character is recorded all the same', async () => {
    const deed: Deed = { verb: 'people.name', subject: { kind: 'person', id: 'a\0b\ud800' }, detail: { typed: '\0' } }
    const outcome = await act(testContext(store().database), deed, async () => ok('done'))
    assert.ok(outcome.ok)
    assert.equal((await audit()).at(-1)?.subject_id, 'a\ufffdb\ufffd')
  })

  test('deeds at the same moment are numbered one after another, without a gap for one that is undone', async () => {
    const before = (await audit()).length
    const attempt = (index: number) =>
      act(testContext(store().database), naming, async () => (index % 3 === 0 ? refuse('not-now', 'Not today.') : ok(index)))
    await Promise.all(Array.from({ length: 12 }, (_, index) => attempt(index)))
    const numbers = (await audit()).map((row) => row.number)
    assert.deepEqual(numbers, Array.from({ length: before + 12 }, (_, index) => index + 1))
  })

  test('a look leaves no row, and one that is refused leaves one', async () => {
    const before = (await audit()).length
    const deed: Deed = { verb: 'people.list', subject: { kind: 'person', id: 'all' } }
    const seen = await look(testContext(store().database), deed, async (reader) =>
      ok(await reader.tables<AccessTables>().selectFrom('access.person').select('id').execute()),
    )
    assert.ok(seen.ok)
    assert.equal((await audit()).length, before)
    const refused = await look(testContext(store().database, { may: () => false }), deed, () => assert.fail('it was read'))
    assert.equal(refused.ok ? undefined : refused.refusal.kind, 'not-allowed')
    assert.equal((await audit()).length, before + 1)
    const closed = await look(testContext(store().database), deed, () => Promise.resolve(refuse('not-allowed', 'This is open to its author.')))
    assert.equal(closed.ok ? undefined : closed.refusal.message, 'This is open to its author.')
    assert.equal((await audit()).length, before + 2, 'what the reading itself refuses is recorded too')
  })
})
