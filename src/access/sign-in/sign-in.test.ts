import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { disableAccount } from '../accounts/disable-account.ts'
import { addPerson, testPassword as password } from '../accounts/testing.ts'
import type { Context } from '../act.ts'
import { accessMigrations } from '../migrations.ts'
import type { AccessTables } from '../tables.ts'
import { at, testContext } from '../testing.ts'
import { clearSignInTraces } from './clear-sign-in-traces.ts'
import { signIn } from './sign-in.ts'

eachDatabase(accessMigrations, (store) => {
  let visitor: Context
  before(() => {
    visitor = testContext(store().database, { actor: { kind: 'public' }, door: 'web' })
  })

  const person = (email: string) => addPerson(testContext(store().database), email)

  let networks = 0
  const newNetwork = (): string => `203.0.113.${(networks += 1)}`
  const terms = (now = at('09:00:00')) => ({ now, unusedDays: 90 })
  const enter = (email: string, tried: string, address = newNetwork(), now = at('09:00:00')) =>
    signIn(visitor, { email, password: tried, address }, terms(now))
  const refusal = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.refusal)
  const lastAudit = () =>
    store().database.read('test', (reader) =>
      reader.tables<AccessTables>().selectFrom('access.audit').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst(),
    )

  test('the right password signs in, whatever the case of the e-mail address, and is recorded', async () => {
    await person('right@example.test')
    const entered = await enter('  Right@Example.TEST ', password)
    assert.match(entered.ok ? entered.value : '', /^[\w-]{43}$/)
    const row = await lastAudit()
    assert.deepEqual([row?.actor, row?.verb, row?.outcome, row?.detail], ['public', 'access.sign-in', 'done', { by: 'password' }])
  })

  test('a session’s token is kept only as its hash', async () => {
    await person('hashed@example.test')
    const entered = await enter('hashed@example.test', password)
    const rows = await store().database.read('test', (reader) => reader.tables<AccessTables>().selectFrom('access.session').selectAll().execute())
    assert.ok(entered.ok && rows.length > 0)
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(entered.value))
  })

  test('wrong password, unknown address, closed account and account without a role today get one and the same answer', async () => {
    await person('wrong@example.test')
    await person('closed@example.test')
    await disableAccount(testContext(store().database), 'closed@example.test', 'left')
    await addPerson(testContext(store().database, { today: date('2023-09-01') }), 'later@example.test')
    const wrong = refusal(await enter('wrong@example.test', 'not the password at all'))
    assert.equal(wrong?.kind, 'invalid')
    assert.deepEqual(refusal(await enter('nobody@example.test', password)), wrong)
    assert.deepEqual(refusal(await enter('closed@example.test', password)), wrong)
    assert.deepEqual(refusal(await enter('later@example.test', password)), wrong)
    assert.deepEqual(refusal(await enter('\0\ud800', '\0\ud800')), wrong)
  })

  test('a refused sign-in is recorded without the address that was typed', async () => {
    await enter('nobody@example.test', password)
    const row = await lastAudit()
    assert.deepEqual([row?.subject_id, row?.outcome, row?.reason], ['unknown', 'refused', 'invalid'])
  })

  test('after ten wrong guesses in five minutes at one account even the right password waits', async () => {
    await person('guessed@example.test')
    for (let guess = 0; guess < 10; guess += 1) assert.equal(refusal(await enter('guessed@example.test', `guess number ${guess}`))?.kind, 'invalid')
    assert.equal(refusal(await enter('guessed@example.test', password))?.kind, 'not-now')
    assert.equal(refusal(await enter('guessed@example.test', password, newNetwork(), at('09:04:59')))?.kind, 'not-now')
    assert.ok((await enter('guessed@example.test', password, newNetwork(), at('09:05:00'))).ok)
  })

  test('guesses made while the clock was ahead keep nobody out when it is right again; a minute of difference is borne', async () => {
    await person('ahead@example.test')
    for (let guess = 0; guess < 10; guess += 1) await enter('ahead@example.test', `guess number ${guess}`, newNetwork(), at('11:00:00'))
    assert.equal(refusal(await enter('ahead@example.test', password, newNetwork(), at('10:59:00')))?.kind, 'not-now')
    assert.ok((await enter('ahead@example.test', password, newNetwork(), at('10:58:59'))).ok)
  })

  test('an address that nobody has is guarded like one that somebody has', async () => {
    for (let guess = 0; guess < 10; guess += 1) await enter('ghost@example.test', `guess number ${guess}`)
    assert.equal(refusal(await enter('ghost@example.test', password))?.kind, 'not-now')
  })

  test('somebody who has forgotten a password keeps nobody else of the office out; a hundred wrong guesses from one network stop it for every account', async () => {
    await person('neighbour@example.test')
    for (let guess = 0; guess < 12; guess += 1) await enter('forgetful@example.test', password, `2001:db8::${guess}`)
    assert.ok((await enter('neighbour@example.test', password, '2001:db8::ffff')).ok)
    // Those that were refused as too many count no more.
    for (let guess = 10; guess < 100; guess += 1) await enter(`stranger-${guess}@example.test`, password, `2001:db8::${guess}`)
    assert.equal(refusal(await enter('neighbour@example.test', password, '2001:db8::ffff'))?.kind, 'not-now')
    assert.ok((await enter('neighbour@example.test', password)).ok)
  })

  test('signing in with the right password is no guess: a whole office can do it from one network', async () => {
    await person('office@example.test')
    const network = newNetwork()
    for (let colleague = 0; colleague < 11; colleague += 1) assert.ok((await enter('office@example.test', password, network)).ok)
  })

  test('guesses made at the same moment count each other', async () => {
    await person('crowd@example.test')
    const tried = await Promise.all(Array.from({ length: 14 }, (_, guess) => enter('crowd@example.test', `guess number ${guess}`)))
    assert.equal(tried.filter((outcome) => refusal(outcome)?.kind === 'invalid').length, 10)
  })

  test('an account unused for ninety days cannot sign in', async () => {
    await person('sleeper@example.test')
    assert.equal(refusal(await enter('sleeper@example.test', password, newNetwork(), new Date('2023-10-05T08:00:00Z')))?.kind, 'invalid')
    assert.ok((await enter('sleeper@example.test', password, newNetwork(), new Date('2023-10-05T07:59:59Z'))).ok)
  })

  test('signing in ends the session that the browser held', async () => {
    await person('again@example.test')
    const first = await enter('again@example.test', password)
    assert.ok(first.ok)
    const sessions = () => store().database.read('test', (reader) => reader.tables<AccessTables>().selectFrom('access.session').selectAll().execute())
    const before = (await sessions()).length
    const second = await signIn(visitor, { email: 'again@example.test', password, address: newNetwork() }, { ...terms(), formerToken: first.value })
    assert.ok(second.ok && second.value !== first.value)
    assert.equal((await sessions()).length, before)
  })

  test('what has expired is cleared away', async () => {
    await clearSignInTraces(testContext(store().database), new Date('2024-01-01T00:00:00Z'), { idleMinutes: 30, absoluteHours: 12 })
    const left = await store().database.read('test', async (reader) => {
      const tables = reader.tables<AccessTables>()
      const sessions = await tables.selectFrom('access.session').select('token_hash').execute()
      return [...sessions, ...(await tables.selectFrom('access.guess').select('id').execute())]
    })
    assert.deepEqual(left, [])
  })
})
