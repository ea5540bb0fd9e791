import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { eachDatabase } from '#platform/database/testing.ts'
import { mailOutbox, mailOutboxStops } from './outbox-migration.ts'
import { queueMail, queueMails, type Mail } from './queue-mail.ts'
import { sendQueued } from './send-queued.ts'
import { smtpTransport, type MailTransport } from './smtp-transport.ts'
import type { MailTables } from './tables.ts'
import { startTestMailServer, type TestMailServer } from './testing.ts'

eachDatabase([mailOutbox, mailOutboxStops], (store) => {
  let server: TestMailServer
  let transport: MailTransport
  before(async () => {
    server = await startTestMailServer()
    transport = smtpTransport(server.url, 'golden-thread@council.example')
  })
  beforeEach(async () => {
    server.refusal = undefined
    await store().database.owner((tx) => sql`delete from platform.outbox`.execute(tx.tables()))
  })
  after(async () => {
    transport.close()
    await server.close()
  })

  const mail: Mail = { to: 'imogen@example.test', subject: 'Agenda for 7 July', text: 'The agenda is out.\n' }
  const queue = (queued: Mail = mail) => store().database.write('test', (tx) => queueMail(tx, queued))
  const outbox = () => store().database.read('test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox').selectAll().execute())
  const soon = (minutes = 1) => new Date(Date.now() + minutes * 60_000)

  test('what waits is sent once, and its words are not kept', async () => {
    await queue()
    const before = server.received.length
    assert.deepEqual(await sendQueued(store().database, transport, soon()), { sent: 1, failed: 0, waiting: 0, unsendable: false })
    assert.deepEqual(await sendQueued(store().database, transport, soon(60)), { sent: 0, failed: 0, waiting: 0, unsendable: false })
    assert.equal(server.received.length, before + 1)
    assert.deepEqual((await outbox()).map(({ state, text, attempts }) => [state, text, attempts]), [['sent', '', 1]])
  })

  test('an e-mail with an address that stops its kind says it in the headers of one click, and the address is kept no longer than the words', async () => {
    await queue({ ...mail, stop: 'https://council.example/alerts/stop/secret' })
    assert.equal((await sendQueued(store().database, transport, soon())).sent, 1)
    assert.match(server.received.at(-1)?.data ?? '', /^List-Unsubscribe: <https:\/\/council\.example\/alerts\/stop\/secret>\r?\nList-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
    assert.deepEqual((await outbox()).map((row) => row.stop_address), [null])
    assert.equal((await queue({ ...mail, stop: 'https://council.example/a>\r\nBcc: <b@example.test' })).ok, false)
  })

  test('an e-mail of a deed that is undone is never sent', async () => {
    await assert.rejects(
      store().database.write('test', async (tx) => {
        await queueMail(tx, mail)
        throw new Error('undone')
      }),
    )
    assert.deepEqual(await sendQueued(store().database, transport, soon()), { sent: 0, failed: 0, waiting: 0, unsendable: false })
  })

  test('without a mail server e-mails stay in the outbox, and the round says so', async () => {
    await queue()
    assert.deepEqual(await sendQueued(store().database, undefined, soon()), { sent: 0, failed: 0, waiting: 1, unsendable: true })
  })

  test('an e-mail that is refused for now is tried again after longer and longer waits, and given up after six attempts', async () => {
    await queue()
    server.refusal = '450 Try later'
    let minute = 1
    for (const wait of [1, 5, 30, 120, 720]) {
      assert.equal((await sendQueued(store().database, transport, soon(minute))).failed, 1)
      const tooSoon = await sendQueued(store().database, transport, soon(minute + wait - 0.5))
      assert.deepEqual(tooSoon, { sent: 0, failed: 0, waiting: 1, unsendable: false })
      minute += wait + 0.5
    }
    assert.deepEqual(await sendQueued(store().database, transport, soon(minute)), { sent: 0, failed: 1, waiting: 0, unsendable: false })
    const [row] = await outbox()
    assert.deepEqual([row?.state, row?.text, row?.attempts], ['failed', '', 6])
    assert.match(row?.last_error ?? '', /450 Try later/)
  })

  test('an e-mail that is refused for good is given up at once, and the others still go', async () => {
    await queue()
    server.refusal = '550 No such reader'
    assert.deepEqual(await sendQueued(store().database, transport, soon()), { sent: 0, failed: 1, waiting: 0, unsendable: false })
    server.refusal = undefined
    await queue({ ...mail, to: 'kiran@example.test' })
    assert.equal((await sendQueued(store().database, transport, soon(2))).sent, 1)
  })

  test('two processes that send at the same moment send each e-mail once', async () => {
    for (let reader = 0; reader < 5; reader += 1) await queue({ ...mail, to: `reader-${reader}@example.test` })
    const before = server.received.length
    const rounds = await Promise.all([sendQueued(store().database, transport, soon()), sendQueued(store().database, transport, soon())])
    assert.equal(rounds.reduce((sum, { sent }) => sum + sent, 0), 5)
    assert.equal(server.received.length, before + 5)
  })

  test('of e-mails that are queued together all are or, where one cannot be sent, none', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ ...mail, to: `reader-${at}@example.test` }))
    const queueAll = (mails: readonly Mail[]) => store().database.write('test', (tx) => queueMails(tx, mails))
    assert.equal((await queueAll([...many, { ...mail, to: 'nobody' }])).ok, false)
    assert.deepEqual(await outbox(), [])
    assert.ok((await queueAll([])).ok && (await queueAll(many)).ok)
    assert.deepEqual((await outbox()).map(({ recipient }) => recipient).toSorted(), many.map(({ to }) => to).toSorted())
  })

  for (const [field, bad] of Object.entries({
    email: { ...mail, to: 'imogen@example.test\r\nBcc: all@example.test' },
    subject: { ...mail, subject: 'Agenda\nBcc: all@example.test' },
  })) {
    test(`a new header smuggled in by the ${field} is refused`, async () => {
      const queued = await queue(bad)
      assert.equal(queued.ok ? undefined : queued.refusal.faults[0]?.field, field)
      assert.deepEqual(await outbox(), [])
    })
  }

  test('two readers in one address, a name around it and no address are refused', async () => {
    const bad = ['a@example.test, b@example.test', 'A <a@example.test>', '', 'a@b@c', 'a@']
    for (const to of bad) assert.equal((await queue({ ...mail, to })).ok, false)
  })
})
