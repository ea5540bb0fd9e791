import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Context } from '#access/act.ts'
import type { AccountId, PersonId } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Database, Transaction } from '#platform/database/database.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { meetingsMigrations } from '../migrations/meetings.ts'
import { publishedMeeting, type MeetingVersion } from '../publication/published-meetings.ts'
import { partsOf, reportPartNames } from '../record/report-parts.ts'
import { filesInMemory, reportFrame } from '../testing.ts'
import { changeMeeting, insertItem, insertMeeting, touchMeeting } from '../work/keep-meeting.ts'
import { insertPaper, savePart } from '../work/keep-paper.ts'
import type { ItemFacts, ItemId, MeetingFacts, MeetingId, MeetingInWork, PaperId } from '../work/meeting-in-work.ts'
import { meetingInWork, paperInWork } from '../work/read-work.ts'
import { askPublication, type AskedPublication } from './ask-publication.ts'
import { runPublication } from './run-publication.ts'
import type { PublicationId } from './tables.ts'

/** A moment of the tests, and the day on which they are made: more than five clear working days before the meeting. */
export const now = new Date('2023-06-20T09:00:00Z')
export const early = date('2023-06-20')
export const meetingDay = date('2023-07-07')

const panel = 'slug: panel\nname: Children’s Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n'

export function appOn(database: Database, folder: string, changes: Partial<MeetingsApp> = {}): MeetingsApp {
  return {
    context: () => testContext(database, { today: early }),
    files: openContentStore(folder),
    typeset,
    now: () => now,
    council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
    origin: 'https://council.example',
    background: (_name, work) => void work(),
    ...changes,
  }
}

/** What tests of publishing do, on one of the databases, at a desk where the panel is known. */
export interface PublishingDesk {
  readonly database: () => Database
  readonly app: (changes?: Partial<MeetingsApp>) => MeetingsApp
  readonly ask: (id: MeetingId, asked?: Partial<AskedPublication>, context?: Context) => Promise<Outcome<PublicationId>>
  /** Asks and carries it through. */
  readonly publish: (id: MeetingId, asked?: Partial<AskedPublication>, context?: Context) => Promise<Outcome<number>>
  readonly kept: (id: MeetingId) => Promise<MeetingInWork>
  /** What stands published for that day, or one version of it. */
  readonly standing: (day?: LocalDate, version?: number) => Promise<MeetingVersion | undefined>
  /** Changes the meeting as an officer does, with its revision. */
  readonly change: <T>(id: MeetingId, work: (tx: Transaction) => Promise<T>) => Promise<T>
  /** Saves other words in the text of the first paper of an item, as its author does. */
  readonly rewrite: (id: MeetingId, item: number, markdown: string) => Promise<void>
}

/** Runs these tests on each kind of database. */
export function eachPublishingDesk(tests: (desk: PublishingDesk) => void): void {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golden-thread-publishing-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))
  eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
    const desk = deskOn(() => store().database, () => folder)
    before(() => loadPanel(desk.app()))
    tests(desk)
  })
}

function deskOn(database: () => Database, folder: () => string): PublishingDesk {
  const app = (changes: Partial<MeetingsApp> = {}) => appOn(database(), folder(), changes)
  const ada = () => officer(database(), 'Ada Lorne')
  const ask: PublishingDesk['ask'] = (id, asked = {}, context = ada()) => askPublication(context, app(), id, { itemReasons: {}, ...asked })
  const kept: PublishingDesk['kept'] = async (id) => (await database().read('operator:test', (reader) => meetingInWork(reader, id))) ?? assert.fail('there is no such meeting')
  const change: PublishingDesk['change'] = (id, work) =>
    database().write('operator:test', async (tx) => {
      const meeting = await meetingInWork(tx.reader, id)
      unwrap(await changeMeeting(tx, id, meeting?.revision ?? 0, now))
      return work(tx)
    })
  return {
    database,
    app,
    ask,
    kept,
    change,
    publish: async (id, asked = {}, context = ada()) => {
      const publication = await ask(id, asked, context)
      return publication.ok ? runPublication(context, app(), publication.value) : publication
    },
    standing: (day = meetingDay, version) => database().readPublished((reader) => publishedMeeting(reader, 'panel', day, version)),
    rewrite: async (id, item, markdown) => {
      const paper = (await kept(id)).items[item - 1]?.papers[0]?.id ?? assert.fail(`item ${item} has no paper`)
      await database().write('operator:test', async (tx) => {
        const basedOn = (await paperInWork(tx.reader, paper))?.saved.body?.revision ?? 0
        unwrap(await savePart(tx, { paper, part: 'body', content: { markdown }, basedOn, by: 'Ben Okoro', at: new Date(now.getTime() + 60_000) }))
        await touchMeeting(tx, id, now)
      })
    },
  }
}

/** Somebody of the staff, on a day. */
export function officer(database: Database, name: string, today: LocalDate = early): Context {
  const person = `00000000-0000-4000-8000-${Buffer.from(name.slice(0, 6).padEnd(6)).toString('hex')}`
  return testContext(database, { today, door: 'web', actor: { kind: 'person', account: person as AccountId, person: person as PersonId, name, roles: ['officer'] } })
}

export async function loadPanel(app: MeetingsApp): Promise<void> {
  const loaded = await bodiesImporter.load([filesInMemory({ 'bodies.yaml': panel })], app, () => undefined)
  assert.ok(loaded.ok)
}

export interface ItemToMake extends Partial<ItemFacts> {
  readonly title: string
  /** Markdown of its report. */
  readonly report?: string
}

const facts: Omit<MeetingFacts, 'date'> = {
  body: 'panel',
  attendance: 'in-person',
  venue: 'Council Chamber',
  webcast: false,
  public: true,
  privateDevelopment: false,
  status: 'planned',
  alsoInvited: [],
}

/** A request to a page of the staff, with a form where fields are given. */
export function requestTo(context: Context, path: string, params: Readonly<Record<string, string>>, fields: readonly (readonly [string, string])[] = []): StaffRequest {
  const session = { formToken: { field: 'token', value: 'secret' } } as unknown as StaffRequest['session']
  return { context, session, path, params, query: new URLSearchParams(), form: postedForm(fields), today: context.today, now, origin: 'https://council.example' }
}

/** The page that was answered. */
export function shownOf(answer: StaffAnswer | undefined): { readonly status: number; readonly text: string } {
  assert.ok(answer?.kind === 'page', JSON.stringify(answer))
  return { status: answer.status ?? 200, text: String(answer.body) }
}

/** A meeting with an agenda as officers make it, and reports that lack nothing. */
export async function makeMeeting(database: Database, day: LocalDate, items: readonly ItemToMake[], changes: Partial<MeetingFacts> = {}): Promise<{ id: MeetingId; items: ItemId[] }> {
  return database.write('operator:test', async (tx) => {
    const id = unwrap(await insertMeeting(tx, { ...facts, ...changes, date: day }, now))
    const ids: ItemId[] = []
    for (const [index, { report, ...item }] of items.entries()) {
      ids.push(await insertItem(tx, id, index + 1, { toFollow: false, confidential: false, ...item }))
    }
    return { id, items: ids }
  }).then(async (made) => {
    for (const [index, { title, report }] of items.entries()) {
      const item = made.items[index]
      if (report !== undefined && item !== undefined) await writeReport(database, item, title, report)
    }
    return made
  })
}

/** A whole report on an item. */
export function writeReport(database: Database, item: ItemId, title: string, markdown: string): Promise<PaperId> {
  const frame = reportFrame.parse({ title, frame: 'panel', recommendations: ['note the report'], contactPoints: ['Scrutiny'], backgroundPapers: [] })
  const parts = partsOf(frame, markdown)
  return database.write('operator:test', async (tx) => {
    const paper = await insertPaper(tx, item, { kind: 'report', position: 0, title, frame: 'panel' })
    for (const part of reportPartNames) unwrap(await savePart(tx, { paper, part, content: parts[part], basedOn: 0, by: 'Ada Lorne', at: now }))
    return paper
  })
}

export function unwrap<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusal))
  return outcome.value
}

/** The kind of a refusal with its faults' fields and messages; throws where there is none. */
export function refusalOf(outcome: Outcome<unknown>): { kind: string; message: string; faults: (string | undefined)[] } {
  assert.ok(!outcome.ok, 'it was not refused')
  return { kind: outcome.refusal.kind, message: outcome.refusal.message, faults: outcome.refusal.faults.map((fault) => fault.field) }
}
