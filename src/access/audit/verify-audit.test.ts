import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql, type RawBuilder } from 'kysely'
import { ok } from '#core/outcome.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { act } from '../act.ts'
import { accessMigrations } from '../migrations.ts'
import { testContext } from '../testing.ts'
import type { AuditAnchor } from './audit-anchor.ts'
import { verifyAudit, type AuditFault, type AuditVerdict } from './verify-audit.ts'

eachDatabase(accessMigrations, (store) => {
  before(async () => {
    const empty = await verify()
    assert.deepEqual(empty, { sound: true, end: { number: 0, hash: '0'.repeat(64) } })
    for (let meeting = 1; meeting <= 8; meeting += 1) {
      const subject = { kind: 'meeting', id: `cabinet/${meeting}` }
      const deed = { verb: 'meetings.add', subject, detail: { café: 'é "quoted"', pages: meeting } }
      await act(testContext(store().database), deed, async () => ok(meeting))
    }
  })

  const verify = (...anchors: AuditAnchor[]): Promise<AuditVerdict> => store().database.read('test', (reader) => verifyAudit(reader, anchors))
  const asOwner = (query: RawBuilder<unknown>): Promise<unknown> => store().database.owner((tx) => query.execute(tx.tables()))
  const asStaff = (query: RawBuilder<unknown>): Promise<unknown> => store().database.write('test', (tx) => query.execute(tx.tables()))

  const protectionOff = [sql`alter table access.audit disable trigger user`, sql`alter table access.audit_head disable trigger user`]

  /** What is found after somebody who owns the database switched its protection off and did this; afterwards all is as it was. */
  async function afterTampering(queries: readonly RawBuilder<unknown>[], ...anchors: AuditAnchor[]): Promise<AuditVerdict> {
    const undo = new Error('undo')
    let verdict: AuditVerdict | undefined
    await assert.rejects(
      store().database.owner(async (tx) => {
        for (const query of [...protectionOff, ...queries]) await query.execute(tx.tables())
        verdict = await verifyAudit(tx.reader, anchors)
        throw undo
      }),
      undo,
    )
    return verdict ?? assert.fail()
  }

  async function faultAfter(...queries: readonly RawBuilder<unknown>[]): Promise<AuditFault | 'none'> {
    const verdict = await afterTampering(queries)
    return verdict.sound ? 'none' : verdict.fault
  }

  async function end(): Promise<AuditAnchor> {
    const verdict = await verify()
    assert.ok(verdict.sound)
    return verdict.end
  }

  test('an audit that nobody touched is sound', async () => {
    assert.equal((await end()).number, 8)
  })

  for (const [what, query] of [
    ['updating', sql`update access.audit set actor = 'public'`],
    ['deleting', sql`delete from access.audit where number = 3`],
    ['emptying', sql`truncate access.audit`],
    ['deleting the head of', sql`delete from access.audit_head`],
  ] as const) {
    test(`${what} the audit is refused, for the owner too`, async () => {
      await assert.rejects(asOwner(query), /can only be added to/)
      await assert.rejects(asStaff(query), /permission denied|only read and write rows/)
      assert.equal((await end()).number, 8)
    })
  }

  test('nobody records a deed in another’s name', async () => {
    const forge = (actor: string): Promise<unknown> => asStaff(sql`
      insert into access.audit (actor, door, verb, subject_kind, subject_id, outcome, detail)
      values (${actor}, 'web', 'meetings.add', 'meeting', 'cabinet/9', 'done', '{}')`)
    for (const actor of ['person:another', 'public', '', 'test ']) await assert.rejects(forge(actor), /in another's name/)
    assert.equal((await end()).number, 8)
  })

  test('staff cannot move the head of the audit', async () => {
    await assert.rejects(asStaff(sql`update access.audit_head set number = 3`), /permission denied/)
    await assert.rejects(asStaff(sql`insert into access.audit_head (number, hash) values (3, '')`), /permission denied/)
  })

  for (const [field, value] of Object.entries({
    actor: 'public',
    door: 'api',
    verb: 'meetings.remove',
    subject_kind: 'body',
    subject_id: 'cabinet/99',
    reason: 'conflict',
    request_id: 'another',
    detail: '{"pages": 400}',
    recorded_at: '2020-01-01T00:00:00Z',
  })) {
    test(`an edited ${field} is found`, async () => {
      const outcome = field === 'reason' ? sql`, outcome = 'refused'` : sql``
      const edit = sql`update access.audit set ${sql.ref(field)} = ${sql.lit(value)} ${outcome} where number = 5`
      assert.deepEqual(await faultAfter(edit), { kind: 'edited', number: 5 })
    })
  }

  const rehash = (number: number) => sql`update access.audit as audit set hash = access.audit_hash(audit) where number = ${sql.lit(number)}`

  test('an edit whose hash was computed again is found at the next row', async () => {
    assert.deepEqual(await faultAfter(sql`update access.audit set actor = 'public' where number = 5`, rehash(5)), { kind: 'broken', number: 6 })
  })

  test('an edit of the last row whose hash was computed again is found at the head', async () => {
    assert.deepEqual(await faultAfter(sql`update access.audit set actor = 'public' where number = 8`, rehash(8)), { kind: 'broken', number: 8 })
  })

  test('a row cut from the middle is found as a gap', async () => {
    assert.deepEqual(await faultAfter(sql`delete from access.audit where number = 4`), { kind: 'gap', after: 3, before: 5 })
  })

  test('rows cut from the beginning are found as a gap', async () => {
    assert.deepEqual(await faultAfter(sql`delete from access.audit where number <= 2`), { kind: 'gap', after: 0, before: 3 })
  })

  test('rows cut from the end are found by the count kept apart', async () => {
    assert.deepEqual(await faultAfter(sql`delete from access.audit where number > 6`), { kind: 'cut', last: 6, recorded: 8 })
  })

  test('all rows cut are found', async () => {
    assert.deepEqual(await faultAfter(sql`delete from access.audit`), { kind: 'cut', last: 0, recorded: 8 })
  })

  test('two rows that changed places are found', async () => {
    const found = await faultAfter(
      sql`update access.audit set number = 100 where number = 3`,
      sql`update access.audit set number = 3 where number = 4`,
      sql`update access.audit set number = 4 where number = 100`,
    )
    assert.deepEqual(found, { kind: 'edited', number: 3 })
  })

  const forged = sql`council, recorded_at, 'person:forged', door, verb, subject_kind, subject_id, outcome, reason, detail, request_id`
  const columns = sql`council, recorded_at, actor, door, verb, subject_kind, subject_id, outcome, reason, detail, request_id`

  test('a row forged after the end is found', async () => {
    const forge = sql`
      insert into access.audit (number, ${columns}, previous_hash, hash)
      select 9, ${forged}, hash, '' from access.audit where number = 8
    `
    assert.deepEqual(await faultAfter(forge), { kind: 'added', after: 8 })
  })

  test('a row forged in the place of another, with a hash of its own, is found', async () => {
    const found = await faultAfter(
      sql`delete from access.audit where number = 5`,
      sql`insert into access.audit (number, ${columns}, previous_hash, hash) select 5, ${forged}, hash, '' from access.audit where number = 4`,
      rehash(5),
    )
    assert.deepEqual(found, { kind: 'broken', number: 6 })
  })

  test('an end that was cut together with the count is found by an anchor kept elsewhere', async () => {
    const anchor = await end()
    const cut = [
      sql`delete from access.audit where number > 6`,
      sql`update access.audit_head set number = 6, hash = (select hash from access.audit where number = 6)`,
    ]
    assert.equal((await afterTampering(cut)).sound, true)
    assert.deepEqual(await afterTampering(cut, anchor), { sound: false, fault: { kind: 'not-the-anchor', anchor } })
  })

  test('an audit rewritten from the first row is found by an anchor kept elsewhere', async () => {
    const anchor = await end()
    const rewrite = [
      sql`update access.audit_head set number = 0, hash = repeat('0', 64)`,
      sql`alter table access.audit enable trigger chain`,
      sql`set local golden.actor = 'person:forged'`,
      sql`with cut as (delete from access.audit returning *) insert into access.audit (${columns}) select ${forged} from cut order by number`,
    ]
    assert.equal((await afterTampering(rewrite)).sound, true)
    assert.deepEqual(await afterTampering(rewrite, anchor), { sound: false, fault: { kind: 'not-the-anchor', anchor } })
  })

  test('an anchor from any earlier moment is met as long as nothing was touched', async () => {
    const anchor = await end()
    await act(testContext(store().database), { verb: 'meetings.add', subject: { kind: 'meeting', id: 'cabinet/9' } }, async () => ok(9))
    const verdict = await verify(anchor, { number: 0, hash: '0'.repeat(64) })
    assert.ok(verdict.sound)
    assert.equal(verdict.end.number, anchor.number + 1)
  })

  test('each council has an audit of its own, numbered from one', async () => {
    const other = await store().asCouncil('othershire')
    await act(testContext(other), { verb: 'meetings.add', subject: { kind: 'meeting', id: 'cabinet/1' } }, async () => ok(1))
    const verdict = await other.read('test', (reader) => verifyAudit(reader))
    assert.equal(verdict.sound && verdict.end.number, 1)
  })

  test('staff cannot make up number, moment or hashes, and what the owner makes up is replaced by the database’s own', async () => {
    const { number } = await end()
    const madeUp = sql`
      insert into access.audit (number, recorded_at, actor, door, verb, subject_kind, subject_id, outcome, detail, previous_hash, hash)
      values (400, '1999-01-01', 'owner', 'web', 'x.y', 'k', 'i', 'done', '{}', 'made up', 'made up')
    `
    await assert.rejects(asStaff(madeUp), /permission denied/)
    await asOwner(madeUp)
    assert.equal((await end()).number, number + 1)
  })

  test('a page of rows follows another', async () => {
    const { number } = await end()
    await asStaff(sql`
      insert into access.audit (actor, door, verb, subject_kind, subject_id, outcome, detail)
      select 'test', 'web', 'x.y', 'k', i::text, 'done', '{}' from generate_series(1, 1500) as i
    `)
    assert.equal((await end()).number, number + 1500)
    assert.deepEqual(await faultAfter(sql`delete from access.audit where number = 1001`), { kind: 'gap', after: 1000, before: 1002 })
  })
})
