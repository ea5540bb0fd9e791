import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { smtpTransport, type MailTransport } from './smtp-transport.ts'
import { startTestMailServer, type TestMailServer } from './testing.ts'

let server: TestMailServer
let transport: MailTransport
before(async () => {
  server = await startTestMailServer()
  transport = smtpTransport(server.url, 'golden-thread@council.example')
})
beforeEach(() => {
  server.refusal = undefined
})
after(async () => {
  transport.close()
  await server.close()
})

const mail = { id: '5d1f', to: 'imogen@example.test', subject: 'Agenda for 7 July', text: 'The agenda is out.\n.\nAs ever: café, naïve.\n' }

test('an e-mail reaches the mail server with its reader, subject, words and an id that stays the same', async () => {
  await transport.send(mail)
  const received = server.received.at(-1)
  assert.equal(received?.from, 'golden-thread@council.example')
  assert.deepEqual(received?.to, ['imogen@example.test'])
  assert.match(received?.data ?? '', /^Subject: Agenda for 7 July$/m)
  assert.match(received?.data ?? '', /^Message-ID: <5d1f@council\.example>$/m)
  assert.match(received?.data ?? '', /The agenda is out\./)
})

test('what the mail server refuses is an error with its code', async () => {
  server.refusal = '550 No such reader'
  await assert.rejects(transport.send(mail), { responseCode: 550 })
})

test('a mail server that is not there is an error, and soon', async () => {
  const nowhere = smtpTransport('smtp://127.0.0.1:1', 'golden-thread@council.example')
  await assert.rejects(nowhere.send(mail), /ECONNREFUSED/)
  nowhere.close()
})
