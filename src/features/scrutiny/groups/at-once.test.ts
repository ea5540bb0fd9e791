import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffAnswer } from '#access/staff/staff-page.ts'
import { waitingExceptions } from '../exceptions/keep-exceptions.ts'
import { exceptionsMigrations } from '../exceptions/migrations.ts'
import { newExceptionPage } from '../exceptions/pages/staff-pages.ts'
import { keptLeads } from './leads/keep-leads.ts'
import { leadsOfBodyPage } from './leads/leads-pages.ts'
import { groupsMigrations } from './migrations.ts'
import { keptGroup, keptGroups } from './task-groups/keep-group.ts'
import { editGroupPage, newGroupPage } from './task-groups/pages/edit-pages.ts'
import { groupPage } from './task-groups/pages/group-page.ts'
import { eachScrutinyDesk } from './testing.ts'
import { waitingUpdates } from './updates/read-updates.ts'
import { updatesPage } from './updates/updates-page.ts'

const roads = { group: 'roads' }
const typed = { title: 'Roads', 'commissioned-by': 'board', terms: 'Who pays?', lead: 'Cllr Otto Lane' }

eachScrutinyDesk([...groupsMigrations, ...exceptionsMigrations], ({ store, post }) => {
  const revision = async () => String((await store().database.read('operator:test', (reader) => keptGroup(reader, 'roads')))?.revision)
  const group = async () => (await store().database.read('operator:test', (reader) => keptGroup(reader, 'roads'))) ?? assert.fail('there is no group')
  /** Sends the same thrice at the same moment; each press is answered as if it were the only one. */
  const thrice = async (send: () => Promise<StaffAnswer>): Promise<void> => {
    const answers = await Promise.all([send(), send(), send()])
    for (const answer of answers) assert.deepEqual(answer, answers[0])
    assert.equal(answers[0]?.kind, 'moved', JSON.stringify(answers[0]))
  }

  test('a group that is proposed by three presses is one group, and another of its title is still refused', async () => {
    await thrice(() => post(newGroupPage, 'officer', {}, typed))
    assert.equal((await store().database.read('operator:test', keptGroups)).length, 1)
    const other = await post(newGroupPage, 'officer', {}, { ...typed, terms: 'And why?' })
    assert.ok(other.kind === 'page' && other.status === 409)
  })

  test('each step, addition and correction of a group that is pressed three times is taken once', async () => {
    const press = async (fields: Readonly<Record<string, string>>) => {
      const seen = await revision()
      await thrice(() => post(groupPage, 'officer', roads, { revision: seen, ...fields }))
      assert.equal(await revision(), String(Number(seen) + 1), JSON.stringify(fields))
    }
    await press({ deed: 'step', to: 'commissioned', 'commissioned-on': '2022-01-05' })
    await press({ deed: 'step', to: 'gathering' })
    await press({ deed: 'session', 'session-date': '2022-02-01', 'session-kind': 'visit', 'session-about': 'A site' })
    await press({ deed: 'evidence', 'evidence-date': '2022-02-01', 'evidence-from': 'A developer', 'evidence-what': 'A letter' })
    await press({ deed: 'evidence', 'evidence-date': '2022-02-02', 'evidence-from': 'A builder', 'evidence-what': 'A letter' })
    await press({ deed: 'drop-evidence', place: '0' })
    const seen = await revision()
    await thrice(() => post(editGroupPage, 'officer', roads, { ...typed, 'commissioned-date': '2022-01-05', title: 'Roads and lanes', revision: seen }))
    const { group: stands } = await group()
    assert.deepEqual([stands.title, stands.sessions.length, stands.evidence.map(({ from }) => from)], ['Roads and lanes', 1, ['A builder']])
    const stale = await post(groupPage, 'officer', roads, { deed: 'drop-evidence', place: '0', revision: seen })
    assert.ok(stale.kind === 'page' && stale.status === 409, 'another form on the same revision')
  })

  test('who leads is added, ended and given days once, however often it is pressed', async () => {
    const board = { body: 'board' }
    const add = { deed: 'add', area: 'Crime', person: 'Cllr Otto Lane', from: '2022-07-20' }
    await thrice(() => post(leadsOfBodyPage, 'officer', board, { ...add, revision: '0' }))
    await thrice(() => post(leadsOfBodyPage, 'officer', board, { deed: 'days', 'update-days': '12', revision: '1' }))
    await thrice(() => post(leadsOfBodyPage, 'officer', board, { ...add, area: 'Flooding', revision: '2' }))
    await thrice(() => post(leadsOfBodyPage, 'officer', board, { deed: 'end', place: '0', to: '2023-06-30', revision: '3' }))
    const kept = await store().database.read('operator:test', (reader) => keptLeads(reader, 'board'))
    assert.deepEqual([kept.revision, kept.leads.updateDays, kept.leads.areas.map(({ area, to }) => [area, to])], [4, 12, [['Crime', '2023-06-30'], ['Flooding', undefined]]])
  })

  test('an update is told once, and an exception is flagged once', async () => {
    await thrice(() => post(updatesPage, 'lead', {}, { body: 'board', area: 'Flooding', revision: '0', words: 'Two visits.' }))
    assert.equal((await store().database.read('operator:test', waitingUpdates)).length, 1)
    const flagged = { panel: 'panel', board: 'board', period: '2022-23-q4', about: 'budget', what: 'Placements', seen: 'Over by 5 per cent.' }
    await thrice(() => post(newExceptionPage, 'lead', {}, flagged))
    assert.equal((await post(newExceptionPage, 'lead', {}, { ...flagged, what: 'Transport' })).kind, 'moved')
    const kept = await store().database.read('operator:test', (reader) => waitingExceptions(reader))
    assert.deepEqual(kept.map(({ exception }) => exception.what).toSorted(), ['Placements', 'Transport'])
  })
})
