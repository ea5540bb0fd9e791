import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { accessMigrations } from '#access/migrations.ts'
import type { AccountId, Actor, PersonId } from '#access/actor.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../../migrations/meetings.ts'
import { changeOfPart, changesOfPaper } from '../history/changes-of-paper.ts'
import { paperInMail } from '../mail/paper-in-mail.ts'
import { saveSection } from '../saving/save-section.ts'
import { addColleagues, addReport, as, type Colleagues } from '../testing.ts'
import { openPaper } from './open-paper.ts'

const auditor: Actor = { kind: 'person', account: randomUUID() as AccountId, person: randomUUID() as PersonId, name: 'Uma Auditor', roles: ['auditor'] }

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  let people: Colleagues
  before(async () => {
    people = await addColleagues(store().database)
  })

  const opened = (who: Actor, paper: string) => store().database.read('operator:test', (reader) => openPaper(reader, who, paper))

  test('a paper of a private meeting or development session is for its author and officers, and mail names no title of it', async () => {
    for (const facts of [{ public: false }, { privateDevelopment: true }]) {
      const { meeting, paper } = await addReport(store().database, people.ada.person)
      assert.ok((await opened(auditor, paper)).ok)
      await store().database.write('operator:test', async (tx) => {
        await sql`update work.meetings set facts = facts || ${JSON.stringify(facts)}::jsonb where id = ${meeting}`.execute(tx.tables())
      })
      const refused = await opened(auditor, paper)
      assert.ok(!refused.ok && refused.refusal.kind === 'not-found')
      for (const who of [people.ada, people.olga]) assert.ok((await opened(who, paper)).ok)
      const own = await opened(people.ada, paper)
      const named = await store().database.read('operator:test', (reader) => paperInMail(reader, own.ok ? own.value : assert.fail()))
      assert.doesNotMatch(named, /School places/)
    }
  })

  test('what was written while an item was withheld stays with those who could read it then, when the item is released', async () => {
    const { meeting, paper } = await addReport(store().database, people.ada.person, { confidential: true })
    const save = (markdown: string, basedOn: number) =>
      saveSection(as(store().database, people.ada), { paper, part: 'body', content: { markdown }, basedOn, at: new Date(Date.UTC(2023, 6, 7, 9, basedOn * 20)) })
    assert.ok((await save('The secret sum.', 0)).ok)
    await store().database.write('operator:test', async (tx) => {
      await sql`update work.items set facts = facts || '{"confidential": false}' where meeting = ${meeting}`.execute(tx.tables())
    })
    assert.ok((await save('What anybody may read.', 1)).ok)
    const history = (seesWithheld: boolean) =>
      store().database.read('operator:test', async (reader) => ({
        revisions: (await changesOfPaper(reader, { paper, seesWithheld })).map(({ revision }) => revision),
        first: await changeOfPart(reader, { paper, seesWithheld }, 'body', 1),
        second: await changeOfPart(reader, { paper, seesWithheld }, 'body', 2),
      }))
    const author = await history(true)
    assert.deepEqual([author.revisions, author.second?.before?.revision], [[2, 1], 1])
    const others = await history(false)
    assert.deepEqual([others.revisions, others.first, others.second?.before], [[2], undefined, undefined])
    assert.equal(others.second?.content.markdown, 'What anybody may read.')
  })
})
