import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { receiveSignature } from '../../call-in/receive-signature.ts'
import { signCallIn } from '../../call-in/sign.ts'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { seenIn } from '../pages/deed-page.ts'
import { readEntry, usualValues } from '../pages/entry-values.ts'
import { decidedInJune, eachPlanDesk, keyEntry } from '../testing.ts'
import { addEntry } from './change-entry.ts'
import { noteRepresentation } from './notices.ts'
import { turnEntry } from './turn-entry.ts'

const held = 'private: { part: part, reason: Offers, first-notice: 2023-05-01 }\n'
const said = (one: Outcome<unknown>) => (one.ok ? 'done' : one.refusal.kind)

eachPlanDesk(({ store, app, load, kept, withAccount }) => {
  const twice = async <Value>(deed: () => Promise<Outcome<Value>>) => Promise.all([deed(), deed(), deed()])

  test('the form of a new entry that is sent three times at once begins one, and each press is taken there; another of the same matter is refused', async () => {
    const add = (about = '') => addEntry(app().context(), app(), readEntry({ ...usualValues, matter: 'The pond', from: '2023-09-28', 'key-reason': 'Two towns.', about }))
    assert.deepEqual((await twice(add)).map((one) => (one.ok ? one.value.reference : one.refusal.kind)), ['the-pond', 'the-pond', 'the-pond'])
    assert.equal((await kept('the-pond'))?.revision, 1)
    assert.equal(said(await add('Of another village.')), 'conflict')
  })

  test('a press that is sent three times at once does its deed once and is taken there each time; the form of somebody else is told that it is stale', async () => {
    assert.ok((await load(keyEntry('mill', held))).ok)
    const press = (words: string) => {
      const request = { context: app().context(), path: '/staff/forward-plan/mill/representations', params: { reference: 'mill' }, form: postedForm([['revision', '1'], ['said', words]]) } as unknown as StaffRequest
      return turnEntry(request.context, app(), seenIn(request), 'forward-plan.edit', noteRepresentation(words, ''))
    }
    assert.deepEqual((await twice(() => press('Hear it in public.'))).map(said), ['done', 'done', 'done'])
    const after = await kept('mill')
    assert.deepEqual([after?.revision, after?.entry.private?.representations.length], [2, 1])
    assert.equal(said(await press('Another.')), 'conflict')
  })

  test('an account signs for a call-in once, and so does a name: sent three times at once, and on paper besides', async () => {
    const window = decidedInJune.replace(' }\n', ', window: { closes: 2023-07-07T17:00, members: 3 } }\n')
    assert.ok((await load(keyEntry('depot', window, '2023-06-29'))).ok)
    const person = await withAccount('Cllr One')
    const actor = { kind: 'person', account: person as never, person, name: 'Account of Cllr One', roles: ['councillor'] } as const
    const typed = { principle: 'openness', reason: 'No papers.' }
    const sign = (reason = typed.reason) => signCallIn(testContext(store().database, { today: date('2023-07-03'), actor }), app(), 'depot', { ...typed, reason })
    const paper = (member: string) => receiveSignature(app().context(), app(), 'depot', { ...typed, member, on: '2023-07-03', at: '09:30', by: 'paper' })
    assert.deepEqual((await Promise.all([sign(), sign(), sign(), paper('Cllr Chair'), paper('Cllr Chair')])).map(said), ['done', 'done', 'done', 'done', 'done'])
    assert.equal(said(await paper('Cllr One')), 'not-now')
    const last = await paper('Cllr Chair')
    assert.deepEqual(last, { ok: true, value: { signatures: 2, isCalledIn: false } })
    assert.equal(said(await sign('Other words.')), 'not-now')
  })
})
