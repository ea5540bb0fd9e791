import assert from 'node:assert/strict'
import test from 'node:test'
import { makeLog } from './log.ts'
import { shortLines } from './short-lines.ts'

test('an error in the log keeps its place in the code and leaves out the values that the database names', () => {
  let written = ''
  const log = makeLog({ production: true, to: { write: (line) => (written += line) } })
  log.error(
    {
      err: Object.assign(new Error('invalid input syntax for type date: "ann@example.test"'), {
        code: '22007',
        detail: 'Key (email)=(ann@example.test) already exists.',
      }),
    },
    'failed',
  )
  assert.match(written, /log\.test\.ts/)
  assert.match(written, /22007/)
  assert.doesNotMatch(written, /ann@example/)
})

test('a request is one short line for a person at a terminal', () => {
  let written = ''
  const log = makeLog({ production: false, to: shortLines({ write: (line) => (written += line) }) })
  log.info({ method: 'GET', route: '/bodies/:body', status: 200, ms: 12 })
  assert.match(written, /^\d\d:\d\d:\d\d GET \/bodies\/:body 200 in 12 ms\n$/)
})
