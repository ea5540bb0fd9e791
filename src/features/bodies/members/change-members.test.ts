import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { importBodies } from '../import-bodies.ts'
import { bodiesMigrations } from '../migrations/bodies.ts'
import { publishedBody } from '../published-bodies.ts'
import { addMember, endMembership, membershipMark, type TypedMember } from './change-members.ts'

const panel = 'slug: panel\nname: Children’s Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\ncorrection: The name was misspelt.\n'
const ada: TypedMember = { person: 'Ada Lorne', seat: 'County councillor', organisation: 'Council', capacity: 'voting', votes: 'all', group: '', from: '14 April 2026' }

eachDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations], (store) => {
  const context = () => testContext(store().database, { today: date('2026-05-01') })
  const edition = async () => {
    const found = await store().database.readPublished((reader) => publishedBody(reader, 'panel'))
    assert.ok(found)
    return found
  }
  const faults = (outcome: Awaited<ReturnType<typeof addMember>>) => (outcome.ok ? [] : outcome.refusal.faults.map(({ field }) => field))

  before(async () => {
    assert.ok((await importBodies(context(), [{ name: 'bodies.yaml', text: panel }])).ok)
  })

  test('a member who is added is public at once, in an edition that no longer says what the last one corrected', async () => {
    assert.ok((await addMember(context(), 'panel', ada)).ok)
    const { body, edition: number } = await edition()
    assert.deepEqual([number, body.members.map(({ person, from }) => [person, from]), body.correction], [2, [['Ada Lorne', '2026-04-14']], undefined])
  })

  test('what is missing of a member is asked for at its field, and nobody takes the same seat twice', async () => {
    assert.deepEqual(faults(await addMember(context(), 'panel', { ...ada, seat: '', organisation: '', capacity: 'king', from: 'soon' })), ['seat', 'organisation', 'capacity', 'from'])
    assert.deepEqual(faults(await addMember(context(), 'panel', { ...ada, from: '2026-05-01' })), ['person'])
    assert.equal((await edition()).edition, 2)
  })

  test('a membership ends on its last day and stays in the record; one that is over cannot end again', async () => {
    const mark = membershipMark((await edition()).body.members[0] ?? assert.fail())
    assert.deepEqual(faults(await endMembership(context(), 'panel', mark, '2026-04-13')), ['to'])
    assert.deepEqual(faults(await endMembership(context(), 'panel', mark, '')), ['to'])
    assert.ok((await endMembership(context(), 'panel', mark, '2026-04-30')).ok)
    assert.deepEqual((await edition()).body.members.map(({ person, to }) => [person, to]), [['Ada Lorne', '2026-04-30']])
    assert.deepEqual(faults(await endMembership(context(), 'panel', mark, '2026-05-02')), ['membership'])
  })

  test('a seat without a person is vacant, and a body that is not there has no members', async () => {
    assert.ok((await addMember(context(), 'panel', { ...ada, person: '' })).ok)
    assert.equal((await edition()).body.members.at(-1)?.person, undefined)
    const nowhere = await addMember(context(), 'nowhere', ada)
    assert.equal(nowhere.ok ? undefined : nowhere.refusal.kind, 'not-found')
  })
})
