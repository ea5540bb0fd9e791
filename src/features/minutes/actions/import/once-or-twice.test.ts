import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { AccountId, PersonId } from '#access/actor.ts'
import { insertAccount } from '#access/accounts/account-store.ts'
import { filesInMemory } from '../../../meetings/testing.ts'
import { actionsOf } from '../actions-of.ts'
import { assignAction } from '../assign-action.ts'
import { nameAwaitedOwners } from '../awaited-owners.ts'
import { raiseActions, type Asked, type Asking } from '../raise-actions.ts'
import { actionNumbered } from '../read-actions.ts'
import { keepOutstanding } from '../reminders.ts'
import { takeStep } from '../take-step.ts'
import { at, eachActionsDesk } from '../testing.ts'
import { actionsExporter, actionsImporter } from './import-actions.ts'

const report = 'ref: task-group/buses/1\nkind: recommendation\nbody: panel\nasked-on: 2023-05-10\nwords: Run more buses.\nasked-of: { name: The board, body: board }\n'
const minuted = (id: string) => `ref: ${id}\nfrom: resolution\nkind: recommendation\nbody: panel\nasked-on: 2023-05-10\nwords: Run more buses.\nasked-of: { name: The board, body: board }\nsubjects: [buses]\n`
const served = 'steps:\n  - { what: served, on: 2023-05-12, report: Buses }\n'
const asking: Asking = { body: 'panel', date: date('2023-05-10'), item: 2, minute: 7, on: date('2023-05-10'), isPublic: true }
const asked = (id: string): Asked => ({ origin: { kind: 'resolution', id }, words: 'Run more buses.', of: { name: 'The board', body: 'board' }, due: date('2023-09-01'), kind: 'recommendation', subjects: ['transport'] })

eachActionsDesk(({ store, app, as, person, write }) => {
  const load = async (text: string) => {
    const loaded = await actionsImporter.load([filesInMemory({ 'recommendations.yaml': text })], app(), () => undefined)
    return loaded.ok ? loaded.value['published'] : loaded.refusal.faults.map(({ row, field, message }) => `${row} ${field}: ${message}`)
  }
  const one = (number: number) => store().database.read('operator:test', async (reader) => (await actionNumbered(reader, number)) ?? assert.fail())
  const shown = async (number: number) => (await store().database.readPublished((reader) => actionsOf(reader, { body: 'panel', limit: 50 }))).find(({ reference }) => reference === number) ?? assert.fail()
  const assign = async (number: number, owner: string, due: string) => assert.ok((await assignAction(as('officer'), app(), { number, revision: (await one(number)).revision }, { owner, due })).ok)

  test('loaded before the minutes that raise it or after them, a recommendation is the same', async () => {
    for (const steps of ['', served]) {
      const [before, after] = [`r-before${steps.length}`, `r-after${steps.length}`]
      assert.equal(await load(`${minuted(before)}${steps}`), 1)
      await write((tx) => raiseActions(tx, asking, [asked(before)], at))
      await write((tx) => raiseActions(tx, asking, [asked(after)], at))
      assert.equal(await load(`${minuted(after)}${steps}`), 1)
      const found = (await store().database.readPublished((reader) => actionsOf(reader, { subject: 'buses', limit: 10 }))).toSorted((one, other) => other.reference - one.reference)
      const [second, first] = found.slice(0, 2).map(({ reference, address, ...record }) => record)
      assert.deepEqual(first, second)
      assert.deepEqual([first?.minute, first?.item, first?.due, first?.subjects, first?.state], [7, 2, '2023-09-01', ['buses', 'transport'], steps === '' ? 'asked' : 'served'])
      assert.equal(await load(`${minuted(before)}${steps}---\n${minuted(after)}${steps}`), 0, 'and loaded once more nothing changes')
    }
  })

  test('a file that says something else than the minutes is refused field by field, with what to do', async () => {
    const faults = await load(minuted('r-after0').replace('more buses', 'fewer buses').replace('2023-05-10', '2023-05-11'))
    assert.ok(Array.isArray(faults))
    assert.deepEqual(faults.map((fault) => fault.slice(0, 12)), ['5 asked-on: ', '6 words: Thi'])
    assert.match(faults[0] ?? '', /raised by what minutes and reports hold.*Give it as it stands here/)
    assert.match(String(await load(`${minuted('r-after0')}number: 77\n`)), /number: This has the number 2 here already/)
  })

  test('what was answered, agreed and given to somebody here stays when the file is loaded again', async () => {
    const file = `${report}${served}`
    assert.equal(await load(file), 1)
    const number = 5
    await assign(number, person('director'), '2023-12-01')
    assert.ok((await takeStep(as('director'), app(), { number, revision: (await one(number)).revision }, { what: 'answered', fields: { on: '', answer: 'accepted', response: 'Yes.' }, onBehalf: '' })).ok)
    assert.equal(await load(file), 0)
    assert.equal(await load(`${file}due: 2023-12-01\n`), 0, 'the file says the same as was agreed here')
    const { state, due, chain } = await shown(number)
    assert.deepEqual([state, due, chain.length, (await one(number)).owner?.name], ['accepted', '2023-12-01', 2, 'The director'])
    assert.match(String(await load(`${file}due: 2023-10-01\n`)), /^9 due: This was changed or entered here/)
    assert.match(String(await load(`${file}owner: analyst@county.test\n`)), /^9 owner: This was changed or entered here/)
    assert.match(String(await load(file.replace('more buses', 'many buses'))), /5 words: This was served, answered or worked on as it stands here, so it stays/)
  })

  test('a day that was agreed with whoever answers is not undone when the minutes are corrected', async () => {
    await assign(2, '', '2023-10-15')
    await write((tx) => raiseActions(tx, { ...asking, minute: 8 }, [asked('r-after0')], at))
    const { due, minute } = await shown(2)
    assert.deepEqual([due, minute], ['2023-10-15', 8])
  })

  test('what a file said itself may be changed by it: the day, and who is to answer', async () => {
    const file = 'ref: x\nkind: action\nbody: panel\nasked-on: 2023-05-10\nwords: A map.\nasked-of: { name: Head of transport }\ndue: 2023-08-01\nowner: Director@County.test\nsource: A pack\n'
    assert.equal(await load(file), 1)
    assert.deepEqual([(await one(6)).owner?.name, (await shown(6)).due, (await shown(6)).source], ['The director', '2023-08-01', 'A pack'])
    const changed = file.replace('Director@', 'analyst@').replace('08-01', '08-15').replace('A pack', 'Invented for a test\ninvented: everything')
    assert.equal(await load(changed), 1)
    assert.deepEqual([(await one(6)).owner?.name, (await shown(6)).due, (await shown(6)).invented], ['The analyst', '2023-08-15', 'everything'])
    assert.equal(await load(changed), 0)
    assert.equal(await load(changed.replace(/owner.*\n/, '').replace(/due.*\n/, '')), 1)
    assert.deepEqual([(await one(6)).owner, (await shown(6)).due], [undefined, undefined], 'what it takes back is taken back')
    assert.match(String(await load(changed.replace('analyst@', 'chair@'))), /8 owner: The role of this account does not let it answer/)
  })

  test('whoever has no account yet is given what is theirs once they have one, and is never told apart in public', async () => {
    assert.equal(await load('ref: y\nkind: action\nbody: panel\nasked-on: 2023-05-10\nwords: A plan.\nasked-of: { name: Planner }\nowner: planner@county.test\n'), 1)
    assert.deepEqual([(await one(7)).owner, (await one(7)).awaitedOwner], [undefined, 'planner@county.test'])
    assert.doesNotMatch(JSON.stringify(await shown(7)), /planner@/)
    const written = await actionsExporter.write(app())
    assert.ok(written.ok)
    assert.match(String(written.value[0]?.body), /owner: planner@county\.test/)
    const id = '00000000-0000-4000-8000-000000000009'
    await write((tx) => insertAccount(tx, { id: id as unknown as AccountId, person: id as PersonId, name: 'The planner', email: 'planner@county.test', password: null, roles: ['analyst'], from: date('2020-01-01') }, at))
    assert.deepEqual(await nameAwaitedOwners(app().context()), { ok: true, value: { named: 1 } })
    assert.equal((await one(7)).owner?.name, 'The planner')
    assert.ok((await keepOutstanding(app().context(), app())).ok)
  })

  test('what is exported is read again with where it comes from and who is to answer, and changes nothing', async () => {
    const written = await actionsExporter.write(app())
    assert.ok(written.ok)
    assert.match(String(written.value[0]?.body), /source: Invented for a test\ninvented: everything/)
    assert.equal(await load(String(written.value[0]?.body)), 0)
  })
})
