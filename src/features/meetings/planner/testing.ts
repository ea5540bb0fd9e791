import { tmpdir } from 'node:os'
import { join } from 'node:path'
import assert from 'node:assert/strict'
import { addPerson } from '#access/accounts/testing.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import type { Outcome } from '#core/outcome.ts'
import type { TestStore } from '#platform/database/testing.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { linkMembersByName } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { publishedMeeting, type MeetingVersion } from '../publication/published-meetings.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { bodyFile } from '../../bodies/testing.ts'
import { loadBodies, meetingsApp } from '../work/testing.ts'
import { meetingAtHand, type MeetingAtHand, type MeetingSeen } from './meeting-at-hand.ts'
import type { PlanFrame } from './plan.ts'
import type { ProposedTime } from './proposals.ts'

const seat = (name: string, capacity: string) => `  - { seat: Councillor, organisation: Council, capacity: ${capacity}, votes: all, person: ${name}, from: 2020-01-01 }\n`
const bodies = `${bodyFile('panel', 'Children’s Panel', `members:\n${seat('Ada Lorne', 'chair')}${seat('Ben Okoro', 'voting')}`)}---
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
  const app = (): MeetingsApp =>
    meetingsApp(store().database, openContentStore(folder), { context, now: () => new Date('2023-07-07T09:00:00Z'), origin: 'https://council.example' })
  return {
    folder,
    context,
    app,
    begin: async () => {
      for (const [name, email] of people) await addPerson(context(), email, ['councillor'], name)
      await loadBodies(app(), bodies)
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
