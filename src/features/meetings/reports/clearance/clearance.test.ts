import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Actor } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../../migrations/meetings.ts'
import type { MeetingId, PaperId } from '../../work/meeting-in-work.ts'
import { commentOnPaper } from '../comments/comment-on-paper.ts'
import { handIn, returnReport } from '../hand-in/hand-in-report.ts'
import { reportsFor } from '../list/reports-for.ts'
import { reportStandings, textDigestOf } from '../report-standing.ts'
import { saveSection } from '../saving/save-section.ts'
import { shareReport } from '../sharing/share-report.ts'
import { addColleagues, addReport, as, type Colleagues } from '../testing.ts'
import { answerClearance } from './answer-clearance.ts'
import { askForClearance } from './ask-for-clearance.ts'
import { textStamp } from './text-stamp.ts'
import { date } from '#core/dates.ts'

const origin = 'https://council.example'
const at = (minute: number) => new Date(Date.UTC(2023, 6, 7, 9, minute))

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  let people: Colleagues
  before(async () => {
    people = await addColleagues(store().database)
  })
  const me = (who: Actor) => as(store().database, who)
  const write = (paper: string, markdown: string, basedOn: number) => saveSection(me(people.ada), { paper, part: 'body', content: { markdown }, basedOn, at: at(0) })
  const standing = async (meeting: MeetingId, paper: PaperId) => (await store().database.read('operator:test', (reader) => reportStandings(reader, meeting))).get(paper)
  const stampOf = async (paper: PaperId) => textStamp(await store().database.read('operator:test', (reader) => textDigestOf(reader, paper)))
  const mails = () => store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox as mail').select(['mail.recipient', 'mail.subject', 'mail.text', 'mail.next_attempt_at']).orderBy('mail.queued_at').execute())

  test('a report is cleared by the officer who was asked, for the text that was read, and a later change shows', async () => {
    const { meeting, paper } = await addReport(store().database, people.ada.person)
    assert.equal((await standing(meeting, paper))?.state, 'not-begun')
    await write(paper, 'It costs four pounds.', 0)
    const asked = await askForClearance(me(people.ada), { paper, kind: 'finance', officer: people.fay.person, at: at(1), origin })
    assert.ok(asked.ok, JSON.stringify(asked))
    const [clearance] = (await standing(meeting, paper))?.clearances ?? []
    assert.ok(clearance)
    assert.deepEqual([clearance.kind, clearance.officer, clearance.state], ['finance', 'Fay Finance', 'asked'])
    const answer = (who: Actor, stamp: string) => answerClearance(me(who), { paper, clearance: clearance.id, answer: 'cleared', note: '', stamp, at: at(2), origin })
    const wrong = await answer(people.ben, await stampOf(paper))
    assert.ok(!wrong.ok && wrong.refusal.kind === 'not-allowed')
    const seen = await stampOf(paper)
    await write(paper, 'It costs five pounds.', 1)
    const stale = await answer(people.fay, seen)
    assert.ok(!stale.ok && stale.refusal.kind === 'conflict')
    assert.ok((await answer(people.fay, await stampOf(paper))).ok)
    assert.equal((await standing(meeting, paper))?.clearances[0]?.changedSince, false)
    await write(paper, 'It costs six pounds.', 2)
    assert.deepEqual((await standing(meeting, paper))?.clearances[0]?.changedParts, ['body'])
    assert.ok((await askForClearance(me(people.ada), { paper, kind: 'finance', officer: people.fay.person, at: at(3), origin })).ok)
    assert.equal((await standing(meeting, paper))?.clearances[0]?.state, 'asked')
  })

  test('nobody clears a report of their own, a clearance is returned with a note only, and those asked may comment but not write', async () => {
    const { meeting, paper } = await addReport(store().database, people.ada.person)
    const own = await askForClearance(me(people.olga), { paper, kind: 'legal', officer: people.ada.person, at: at(0), origin })
    assert.ok(!own.ok && own.refusal.faults[0]?.field === 'officer-legal')
    await askForClearance(me(people.ada), { paper, kind: 'legal', officer: people.ben.person, at: at(0), origin })
    const [clearance] = (await standing(meeting, paper))?.clearances ?? []
    const bare = await answerClearance(me(people.ben), { paper, clearance: clearance?.id ?? '', answer: 'returned', note: '', stamp: await stampOf(paper), at: at(1), origin })
    assert.ok(!bare.ok && bare.refusal.faults[0]?.field === 'note')
    const written = await saveSection(me(people.ben), { paper, part: 'body', content: { markdown: 'X' }, basedOn: 0, at: at(1) })
    assert.ok(!written.ok && written.refusal.kind === 'not-allowed')
    assert.ok((await commentOnPaper(me(people.ben), { paper, part: 'body', quote: '', words: 'Cite the Act.', at: at(1), origin })).ok)
  })

  test('comments are told of at once and then once an hour, and quote words that stand in the text', async () => {
    const { meeting, paper } = await addReport(store().database, people.ada.person)
    await write(paper, 'Places **rose** from 80\nto 120.', 0)
    const before = (await mails()).length
    const comment = (words: string, quote: string, minute: number) => commentOnPaper(me(people.olga), { paper, part: 'body', quote, words, at: at(minute), origin })
    const wrong = await comment('Where from?', 'fell to 80', 0)
    assert.ok(!wrong.ok && wrong.refusal.faults[0]?.field === 'quote')
    assert.ok((await comment('Where from?', 'rose from 80 to 120', 0)).ok)
    assert.ok((await comment('And since?', '', 10)).ok)
    assert.ok((await comment('And now?', '', 20)).ok)
    const told = (await mails()).slice(before)
    assert.equal(told.length, 2)
    assert.deepEqual(told.map((mail) => new Date(mail.next_attempt_at).toISOString().slice(11, 16)), ['09:00', '10:00'])
    assert.equal((await standing(meeting, paper))?.openComments, 3)
  })

  test('handing in tells the officers and never names a title that is withheld; an officer returns it with a note', async () => {
    const { meeting, paper } = await addReport(store().database, people.ada.person, { exempt: { paragraph: 3, reason: 'Tender.' } })
    const empty = await handIn(me(people.ada), { paper, at: at(0), origin })
    assert.ok(!empty.ok && empty.refusal.kind === 'not-now')
    await write(paper, 'The price.', 0)
    const before = (await mails()).length
    assert.ok((await handIn(me(people.ada), { paper, at: at(5), origin })).ok)
    const told = (await mails()).slice(before)
    assert.equal(told[0]?.recipient.startsWith('olga'), true)
    assert.doesNotMatch(told.map((mail) => mail.text + mail.subject).join(), /School places/)
    assert.equal((await standing(meeting, paper))?.handedInAt, at(5).toISOString())
    const mine = await returnReport(me(people.ada), { paper, note: 'X', at: at(6), origin })
    assert.ok(!mine.ok && mine.refusal.kind === 'not-allowed')
    assert.ok((await returnReport(me(people.olga), { paper, note: 'Say what it rests on.', at: at(6), origin })).ok)
    assert.deepEqual([(await standing(meeting, paper))?.state, (await standing(meeting, paper))?.returnedWith], ['returned', 'Say what it rests on.'])
  })

  test('a list holds what is mine, shared with me or waits for me, and officers see every report', async () => {
    const { paper } = await addReport(store().database, people.ada.person, { confidential: true })
    const listed = async (who: Actor) => (await store().database.read('operator:test', (reader) => reportsFor(reader, who, date('2023-07-07')))).find((one) => one.id === paper)
    assert.equal((await listed(people.ada))?.isMine, true)
    assert.equal((await listed(people.olga))?.isMine, false)
    assert.equal(await listed(people.ben), undefined)
    assert.ok((await shareReport(me(people.ada), { paper, person: people.ben.person, at: at(0), origin })).ok)
    assert.equal((await listed(people.ben))?.isMine, true)
    await askForClearance(me(people.ada), { paper, kind: 'finance', officer: people.fay.person, at: at(0), origin })
    assert.deepEqual((await listed(people.fay))?.toClear, ['finance'])
    await askForClearance(me(people.ada), { paper, kind: 'finance', officer: people.olga.person, at: at(1), origin })
    assert.deepEqual([(await listed(people.fay))?.toClear, (await listed(people.olga))?.toClear], [[], ['finance']], 'whoever is asked instead answers')
  })
})
