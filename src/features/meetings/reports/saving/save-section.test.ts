import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import type { Actor } from '#access/actor.ts'
import { meetingsMigrations } from '../../migrations/meetings.ts'
import { paperInWork } from '../../work/read-work.ts'
import { changeOfPart, changesOfPaper } from '../history/changes-of-paper.ts'
import { addColleagues, addReport, as, type Colleagues } from '../testing.ts'
import { saveSection } from './save-section.ts'

const at = (minute: number) => new Date(Date.UTC(2023, 6, 7, 9, minute))

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  let people: Colleagues
  before(async () => {
    people = await addColleagues(store().database)
  })

  const save = (who: Actor, paper: string, markdown: string, basedOn: number, minute = 0) =>
    saveSection(as(store().database, who), { paper, part: 'body', content: { markdown }, basedOn, at: at(minute) })

  test('of two people who save the same part the second is refused and the first text stands; other parts never meet', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    assert.deepEqual(await save(people.ada, paper, 'Ada’s text.', 0), { ok: true, value: 1 })
    const other = await save(people.olga, paper, 'Olga’s text.', 0)
    assert.ok(!other.ok && other.refusal.kind === 'conflict')
    const closing = await saveSection(as(store().database, people.olga), { paper, part: 'closing', content: { supportingInformation: [], contactPoints: ['Scrutiny'] }, basedOn: 0, at: at(1) })
    assert.deepEqual(closing, { ok: true, value: 1 })
    const kept = await store().database.read('operator:test', (reader) => paperInWork(reader, paper))
    assert.equal(kept?.parts.body?.markdown, 'Ada’s text.')
    assert.equal(kept?.saved.body?.by, 'Ada Author')
  })

  test('the same text sent again, after an answer that was lost, is saved and is no new revision', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    await save(people.ada, paper, 'Once.', 0)
    assert.deepEqual(await save(people.ada, paper, 'Once.', 0), { ok: true, value: 1 })
  })

  test('a text of an exempt item does not exist for others, and an open one is refused to them', async () => {
    const open = await addReport(store().database, people.ada.person)
    const exempt = await addReport(store().database, people.ada.person, { exempt: { paragraph: 3, reason: 'It would harm the tender.' } })
    const [refused, hidden, none] = [await save(people.ben, open.paper, 'X', 0), await save(people.ben, exempt.paper, 'X', 0), await save(people.ben, 'no-id', 'X', 0)]
    assert.ok(!refused.ok && !hidden.ok && !none.ok)
    assert.equal(refused.refusal.kind, 'not-allowed')
    assert.deepEqual(hidden.refusal, none.refusal, 'nothing tells an exempt draft from one that is not there')
    assert.deepEqual(await save(people.ada, exempt.paper, 'Mine.', 0), { ok: true, value: 1 })
  })

  test('what one person saves within ten minutes is one entry of the history, and another person’s another', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    await save(people.ada, paper, 'One.', 0, 1)
    await save(people.ada, paper, 'One. Two.', 1, 4)
    await save(people.olga, paper, 'One. Two. Three.', 2, 5)
    const all = { paper, seesWithheld: true }
    const [changes, last] = await store().database.read('operator:test', async (reader) => [await changesOfPaper(reader, all), await changeOfPart(reader, all, 'body', 3)] as const)
    assert.deepEqual(changes.map(({ revision, by }) => [revision, by]), [[3, 'Olga Officer'], [2, 'Ada Author']])
    assert.equal(last?.before?.content.markdown, 'One. Two.')
    const older = await store().database.read('operator:test', (reader) => changesOfPaper(reader, all, { at: at(5), part: 'body' }))
    assert.deepEqual(older.map(({ revision }) => revision), [2])
  })
})
