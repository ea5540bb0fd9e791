import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachDatabase } from '#platform/database/testing.ts'
import { forgetOldMail } from './forget-old-mail.ts'
import { mailOutbox, mailOutboxForgets } from './outbox-migration.ts'
import { queueMail } from './queue-mail.ts'
import type { MailTables } from './tables.ts'

eachDatabase([mailOutbox, mailOutboxForgets], (store) => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  const queue = (to: string, notBefore?: Date) => store().database.write('test', (tx) => queueMail(tx, { to, subject: 'Agenda', text: 'It is out.' }, notBefore))
  const kept = () => store().database.read('test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox as mail').select('mail.recipient').execute())

  test('an e-mail is forgotten after thirty days, and one that is to go out later thirty days after that', async () => {
    await queue('imogen@example.test')
    await queue('later@example.test', inDays(20))
    assert.equal(await forgetOldMail(store().database, 'test', inDays(29)), 0)
    assert.equal(await forgetOldMail(store().database, 'test', inDays(31)), 1)
    assert.deepEqual(await kept(), [{ recipient: 'later@example.test' }])
    assert.equal(await forgetOldMail(store().database, 'test', inDays(51)), 1)
  })
})
