import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { meetingIdOn, meetingInWork } from '#features/meetings'
import { actionsChangedSince, actionsOf } from './actions-of.ts'
import { addSteps, settleActions } from './keep-actions.ts'
import { bodiesWaiting } from './outstanding.ts'
import { actionsFrom } from './read-actions.ts'
import { raiseActions, withdrawActions, type Asked, type Asking } from './raise-actions.ts'
import type { ActionsTables } from './tables.ts'
import { at, eachActionsDesk } from './testing.ts'

const asking: Asking = { body: 'panel', date: date('2023-05-10'), item: 2, minute: 57, on: date('2023-05-10'), isPublic: true }
const routes: Asked = { origin: { kind: 'resolution', id: 'r-1' }, words: 'A briefing on transport routes.', of: { name: 'Director of Children’s Services' }, kind: 'action', subjects: ['transport'] }
const review: Asked = { origin: { kind: 'resolution', id: 'r-2' }, words: 'Review the policy.', of: { name: 'Cabinet', body: 'board' }, due: date('2023-06-30'), kind: 'recommendation' }

eachActionsDesk(({ store, write }) => {
  const published = (limit = 10) => store().database.readPublished((reader) => actionsOf(reader, { body: 'panel', limit }))
  const counts = () =>
    store().database.readPublished((reader) =>
      reader.tables<ActionsTables>().selectFrom('published.action_counts as count').select(['count.body', 'count.asked_of', 'count.state', 'count.actions']).orderBy('count.asked_of').orderBy('count.state').execute(),
    )

  test('what a body asks is public with its reference at once, what is late first', async () => {
    await write((tx) => raiseActions(tx, asking, [routes, review], at))
    const list = await published()
    assert.deepEqual(
      list.map(({ reference, words, state, waitsUntil, address, bodyName }) => ({ reference, words, state, waitsUntil, address, bodyName })),
      [
        { reference: 2, words: 'Review the policy.', state: 'asked', waitsUntil: '2023-06-30', address: '/recommendations/2', bodyName: 'The panel' },
        { reference: 1, words: 'A briefing on transport routes.', state: 'asked', waitsUntil: undefined, address: '/recommendations/1', bodyName: 'The panel' },
      ],
    )
    assert.equal((await store().database.readPublished((reader) => actionsOf(reader, { subject: 'transport', limit: 10 }))).length, 1)
    assert.equal((await store().database.readPublished((reader) => actionsOf(reader, { body: 'panel', date: date('2023-05-10'), item: 3, limit: 10 }))).length, 0)
  })

  test('raised again, the same origin is the same action; its words are put right while nobody has answered', async () => {
    await write((tx) => raiseActions(tx, asking, [{ ...routes, words: 'A written briefing on transport routes.' }, review], at))
    const list = await published()
    assert.deepEqual(list.map(({ reference, words }) => `${reference} ${words}`), ['2 Review the policy.', '1 A written briefing on transport routes.'])
    const editions = await store().database.readPublished((reader) => reader.tables<ActionsTables>().selectFrom('published.actions as kept').select(['kept.number', 'kept.edition']).orderBy('kept.number').orderBy('kept.edition').execute())
    assert.deepEqual(editions, [{ number: 1, edition: 1 }, { number: 1, edition: 2 }, { number: 2, edition: 1 }])
  })

  test('an item about what is outstanding puts itself on the next agenda, once', async () => {
    const agenda = await store().database.read('operator:test', async (reader) => {
      const id = await meetingIdOn(reader, 'panel', date('2023-09-20'))
      return id && meetingInWork(reader, id)
    })
    assert.deepEqual(agenda?.items.map(({ facts }) => facts.title), ['Apologies', 'Recommendations and actions: what is outstanding'])
  })

  test('what is asked in private is numbered with the others and never published', async () => {
    await write((tx) => raiseActions(tx, { ...asking, body: 'board', isPublic: false }, [{ ...routes, origin: { kind: 'request', id: 'q-1' } }], at))
    assert.equal((await store().database.readPublished((reader) => actionsOf(reader, { body: 'board', limit: 10 }))).length, 0)
    assert.deepEqual(await store().database.read('operator:test', (reader) => bodiesWaiting(reader)), ['panel'])
    const kept = await store().database.read('operator:test', (reader) => reader.tables<ActionsTables>().selectFrom('work.actions as action').select('action.number').where('action.body', '=', 'board').execute())
    assert.deepEqual(kept, [{ number: 3 }])
  })

  test('what was asked is taken back with a reason, and counted where it now stands', async () => {
    await write((tx) => withdrawActions(tx, [routes.origin, { kind: 'question', id: 'r-2' }], 'The resolution was corrected.', at))
    await write((tx) => withdrawActions(tx, [routes.origin], 'Once more.', at))
    const list = await published()
    assert.deepEqual(list.map(({ reference, state, chain }) => [reference, state, chain.length]), [[2, 'asked', 0], [1, 'withdrawn', 1]])
    assert.deepEqual(await counts(), [
      { body: 'panel', asked_of: 'board', state: 'asked', actions: 1 },
      { body: 'panel', asked_of: 'director-of-children-s-services', state: 'withdrawn', actions: 1 },
    ])
  })

  test('what was served keeps its words whatever its minute says afterwards, and the public is told how the minute reads now', async () => {
    await write(async (tx) => {
      const [found] = await actionsFrom(tx.reader, [review.origin])
      assert.ok(found)
      await addSteps(tx, [{ action: found.action, number: 1, step: { what: 'served', on: date('2023-06-01'), report: 'Transport' } }], { by: 'test', at })
      await settleActions(tx, [found.action], at)
    })
    const corrected = { ...review, words: 'Review every policy.', of: { name: 'Director of Education' } }
    await write((tx) => raiseActions(tx, { ...asking, isPublic: false }, [{ ...corrected, words: 'Review the secret policy.' }], at))
    await write((tx) => raiseActions(tx, asking, [corrected], at))
    await write((tx) => raiseActions(tx, asking, [corrected], at))
    const [one] = (await published()).filter(({ reference }) => reference === 2)
    assert.deepEqual([one?.words, one?.state, one?.chain.map(({ what }) => what)], ['Review the policy.', 'served', ['served', 'corrected']])
    const told = one?.chain.at(-1)
    assert.equal(told?.what === 'corrected' && told.words, 'Review every policy. (asked of Director of Education)')
  })

  test('what changed since a moment is told in the order in which it changed', async () => {
    const later = new Date('2023-07-04T09:00:00Z')
    await write((tx) => raiseActions(tx, { ...asking, item: 1 }, [{ ...review, origin: { kind: 'resolution', id: 'r-3' }, words: 'Publish the figures.' }], later))
    const changed = await store().database.readPublished((reader) => actionsChangedSince(reader, at, 10))
    assert.deepEqual(changed.map(({ words, changedAt }) => [words, changedAt.toISOString()]), [['Publish the figures.', later.toISOString()]])
  })
})
