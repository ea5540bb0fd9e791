import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addExampleAccounts } from '#access/accounts/example-accounts.ts'
import { accessMigrations } from '#access/migrations.ts'
import { peopleWith } from '#access/people.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { importBodies } from '../import-bodies.ts'
import { bodiesMigrations } from '../migrations/bodies.ts'
import { linkMember, linkMembersByName } from './link-member.ts'
import { membersWithAccounts, namedMembers, seatsOf } from './member-accounts.ts'

const bodies = `slug: panel
name: Children’s Panel
kind: scrutiny-panel
purpose: Asks.
meets-in-public: true
members:
  - { seat: Chair, organisation: Council, capacity: chair, votes: all, person: Cllr Deborah Quennell, from: 2020-01-01 }
  - { seat: County councillor, organisation: Council, capacity: voting, votes: all, person: Cllr Isla Dunmore, from: 2020-01-01, to: 2020-12-31 }
  - { seat: County councillor, organisation: Council, capacity: voting, votes: all, person: Cllr Nobody Known, from: 2020-01-01 }
---
slug: board
name: Board
kind: scrutiny-board
purpose: Asks.
meets-in-public: true
members:
  - { seat: Lead member, organisation: Council, capacity: voting, votes: all, person: Cllr Deborah Quennell, from: 2020-01-01 }
`
const day = date('2026-01-15')

eachDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations], (store) => {
  const context = () => ({ ...testContext(store().database), today: day })
  const read = <T>(reading: (reader: Parameters<typeof seatsOf>[0]) => Promise<T>) => store().database.read('operator:test', reading)
  const chair = async () => (await read((reader) => peopleWith(reader, day))).find((one) => one.email === 'chair@example.test')

  before(async () => {
    assert.ok((await importBodies(context(), [{ name: 'bodies.yaml', text: bodies }])).ok)
    assert.ok((await addExampleAccounts(context(), 'a long enough password', new Date('2026-01-15T09:00:00Z'))).ok)
  })

  test('members in office are linked to the accounts of their names, those who have left are not', async () => {
    assert.deepEqual(await linkMembersByName(context()), { ok: true, value: { linked: 1 } })
    assert.deepEqual(await linkMembersByName(context()), { ok: true, value: { linked: 0 } })
    const person = (await chair())?.person
    assert.ok(person)
    assert.deepEqual((await read((reader) => membersWithAccounts(reader, 'panel', day))).map((one) => [one.name, one.person === person]), [['Cllr Deborah Quennell', true]])
    assert.deepEqual((await read((reader) => seatsOf(reader, person, day))).map((one) => one.bodyName), ['Board', 'Children’s Panel'])
  })

  test('a member reads with one account, and a link can be taken away', async () => {
    const person = (await chair())?.person
    assert.ok((await linkMember(context(), 'Cllr Nobody Known', person)).ok)
    const members = await read((reader) => namedMembers(reader, day))
    assert.deepEqual(members.map((one) => [one.name, one.person]), [
      ['Cllr Deborah Quennell', undefined],
      ['Cllr Nobody Known', person],
    ])
    assert.ok((await linkMember(context(), 'Cllr Nobody Known', undefined)).ok)
    assert.deepEqual(await read((reader) => seatsOf(reader, person!, day)), [])
  })

  test('an account without a member’s role is linked only where that is meant', async () => {
    const officer = (await read((reader) => peopleWith(reader, day))).find((one) => one.email === 'officer@example.test')?.person
    const refused = await linkMember(context(), 'Cllr Nobody Known', officer)
    assert.equal(refused.ok ? undefined : refused.refusal.faults[0]?.field, 'despite-role')
    assert.ok((await linkMember(context(), 'Cllr Nobody Known', officer, true)).ok)
    assert.ok((await linkMember(context(), 'Cllr Nobody Known', undefined)).ok)
  })

  test('a name that no body has in office is refused', async () => {
    const refused = await linkMember(context(), 'Cllr Isla Dunmore', (await chair())?.person)
    assert.ok(!refused.ok)
    assert.equal(refused.refusal.kind, 'not-found')
  })
})
