import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, type LocalDate } from '#core/dates.ts'
import { followedBy, meetingIdOn, meetingInWork, meetingsImporter } from '#features/meetings'
import { filesInMemory } from '../../meetings/testing.ts'
import { actions } from './actions.ts'
import { keepOutstanding } from './reminders.ts'
import { raiseActions } from './raise-actions.ts'
import { at, eachActionsDesk } from './testing.ts'

eachActionsDesk(({ store, app, write }) => {
  const followAgendas = followedBy(actions.followAgendas ?? [])
  const titles = (day: LocalDate) =>
    store().database.read('operator:test', async (reader) => {
      const id = await meetingIdOn(reader, 'panel', day)
      return ((id && (await meetingInWork(reader, id)))?.items ?? []).map(({ facts }) => facts.title)
    })
  const load = async (day: string, status: string) => {
    const loaded = await meetingsImporter.load([filesInMemory({ 'a.yaml': `body: panel\ndate: ${day}\ntime: "10:00"\nstatus: ${status}\nitems:\n  - { number: 1, title: Apologies, standing: apologies }\n` })], { ...app(), followAgendas }, () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
  }
  const outstanding = 'Recommendations and actions: what is outstanding'

  test('a meeting that comes into the calendar gets what is outstanding in the same deed, without waiting for the hour', async () => {
    await write((tx) => raiseActions(tx, { body: 'panel', on: date('2023-05-10'), isPublic: true }, [{ origin: { kind: 'resolution', id: '1' }, words: 'A map.', of: { name: 'Director' }, kind: 'action' }], at))
    assert.ok((await titles(date('2023-09-20'))).includes(outstanding))
    await load('2023-07-12', 'planned')
    assert.deepEqual(await titles(date('2023-07-12')), ['Apologies', outstanding])
  })

  test('the hours that follow put nothing there a second time', async () => {
    assert.ok((await keepOutstanding(app().context(), app())).ok)
    assert.equal((await titles(date('2023-07-12'))).length, 2)
  })
})
