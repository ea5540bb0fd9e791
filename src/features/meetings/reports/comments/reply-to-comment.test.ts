import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Actor } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../../migrations/meetings.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { addColleagues, addReport, as, type Colleagues } from '../testing.ts'
import { commentOnPaper } from './comment-on-paper.ts'
import { commentsOfPaper } from './comments-of-paper.ts'
import { repliesOf } from './replies-of.ts'
import { replyField, replyToComment } from './reply-to-comment.ts'
import { resolveComment } from './resolve-comment.ts'

const origin = 'https://council.example'
const at = (minute: number) => new Date(Date.UTC(2023, 6, 7, 9, minute))

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  let people: Colleagues
  before(async () => {
    people = await addColleagues(store().database)
  })
  const me = (who: Actor) => as(store().database, who)
  const reply = (who: Actor, paper: PaperId, comment: string, words: string, minute: number) => replyToComment(me(who), { paper, comment, words, at: at(minute), origin })
  const commented = async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    assert.ok((await commentOnPaper(me(people.olga), { paper, part: 'body', quote: '', words: 'Where from?', at: at(0), origin })).ok)
    const [comment] = await store().database.read('operator:test', (reader) => commentsOfPaper(reader, paper))
    return { paper, comment: comment?.id ?? assert.fail('there is a comment') }
  }
  const mails = () => store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox as mail').select(['mail.recipient', 'mail.subject', 'mail.next_attempt_at']).orderBy('mail.queued_at').execute())

  test('replies stand below their comment in order, and whoever is answered is told once an hour', async () => {
    const { paper, comment } = await commented()
    const before = (await mails()).length
    assert.ok((await reply(people.ada, paper, comment, 'From the census.', 5)).ok)
    assert.ok((await reply(people.ada, paper, comment, 'Table 2.', 6)).ok)
    assert.ok((await reply(people.olga, paper, comment, 'Thank you.', 7)).ok)
    const said = await store().database.read('operator:test', (reader) => repliesOf(reader, [comment]))
    assert.deepEqual(said.map(({ by, words, at }) => [by, words, at.toISOString().slice(11, 16)]), [['Ada Author', 'From the census.', '09:05'], ['Ada Author', 'Table 2.', '09:06'], ['Olga Officer', 'Thank you.', '09:07']])
    const told = (await mails()).slice(before).map(({ recipient, next_attempt_at }) => [recipient.split('-')[0], new Date(next_attempt_at).toISOString().slice(11, 16)])
    // Of her second reply Olga is told in an hour; Ada was told of the comment at nine.
    assert.deepEqual(told, [['olga', '09:05'], ['olga', '10:05'], ['ada', '10:00']])
  })

  test('a reply without words, to a resolved comment, to one of another paper or by somebody who may not read it is refused', async () => {
    const [{ paper, comment }, other] = [await commented(), await commented()]
    const refusal = async (made: ReturnType<typeof reply>) => {
      const outcome = await made
      return outcome.ok ? 'made' : outcome.refusal.kind
    }
    const empty = await reply(people.ada, paper, comment, '', 1)
    assert.equal(!empty.ok && empty.refusal.faults[0]?.field, replyField(comment))
    assert.equal(await refusal(reply(people.ada, paper, other.comment, 'Here.', 1)), 'not-found')
    assert.equal(await refusal(reply(people.ada, paper, 'no-id', 'Here.', 1)), 'not-found')
    assert.equal(await refusal(reply(people.ben, paper, comment, 'Here.', 1)), 'not-allowed')
    assert.ok((await resolveComment(me(people.ada), { paper, comment, isResolved: true, at: at(2) })).ok)
    assert.equal(await refusal(reply(people.ada, paper, comment, 'Here.', 3)), 'not-now')
  })
})
