import { tmpdir } from 'node:os'
import { join } from 'node:path'
import assert from 'node:assert/strict'
import { addPerson } from '#access/accounts/testing.ts'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import type { Outcome } from '#core/outcome.ts'
import type { TestStore } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { bodiesImporter, bodiesMigrations, linkMembersByName } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { meetingsMigrations } from '../migrations/meetings.ts'
import { publishedMeeting, type MeetingVersion } from '../publication/published-meetings.ts'
import { filesInMemory } from '../testing.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { meetingAtHand, type MeetingAtHand, type MeetingSeen } from './meeting-at-hand.ts'
import type { PlanFrame } from './plan.ts'
import type { ProposedTime } from './proposals.ts'

export const plannerMigrations = [publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations]

const bodies = `slug: panel
name: Children’s Panel
kind: scrutiny-panel
purpose: Asks.
meets-in-public: true
members:
  - { seat: Chair, organisation: Council, capacity: chair, votes: all, person: Ada Lorne, from: 2020-01-01 }
  - { seat: Councillor, organisation: Council, capacity: voting, votes: all, person: Ben Okoro, from: 2020-01-01 }
---
slug: elsewhere
name: Elsewhere
kind: partner-body
held-by: Somebody else
purpose: Asks.
meets-in-public: true
`

/** What the tests of the planner create: meetings of the panel at ten. */
export const frame: PlanFrame = { body: 'panel', minutes: 90, kind: 'public', venue: 'Lakeview Room', time: time('10:00') }

export function at(...days: string[]): ProposedTime[] {
  return days.map((day) => ({ date: date(day), time: time('10:00') }))
}

/** Who is told: Ada and Ben, who sit on the panel; Cy has an account and no seat. */
const people = [
  ['Ada Lorne', 'ada@example.test'],
  ['Ben Okoro', 'ben@example.test'],
  ['Cy Dunne', 'cy@example.test'],
] as const

/** A panel of two members on 7 July 2023, and what tests ask about its calendar. */
export function panelOn(store: () => TestStore) {
  const folder = join(tmpdir(), `golden-thread-planner-${process.pid}`)
  const context = (today: LocalDate = date('2023-07-07')) => testContext(store().database, { today })
  const app = (): MeetingsApp => ({
    context,
    files: openContentStore(folder),
    typeset,
    now: () => new Date('2023-07-07T09:00:00Z'),
    council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
    origin: 'https://council.example',
    background: (_name, work) => void work(),
  })
  return {
    folder,
    context,
    app,
    begin: async () => {
      for (const [name, email] of people) await addPerson(context(), email, ['councillor'], name)
      done(await bodiesImporter.load([filesInMemory({ 'bodies.yaml': bodies })], app(), () => undefined))
      done(await linkMembersByName(context()))
    },
    atHand: (day: string): Promise<MeetingAtHand> =>
      store().database.read('operator:test', async (reader) => done(await meetingAtHand(reader, (await meetingIdOn(reader, 'panel', date(day))) ?? 'none'))),
    inPublic: (day: string): Promise<MeetingVersion | undefined> => store().database.readPublished((reader) => publishedMeeting(reader, 'panel', date(day))),
    mails: async (subject: RegExp) => {
      const queued = await store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox').selectAll().execute())
      return queued.filter((mail) => subject.test(mail.subject))
    },
  }
}

export function seen({ meeting }: MeetingAtHand): MeetingSeen {
  return { id: meeting.id, revision: meeting.revision }
}

export function done<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}
