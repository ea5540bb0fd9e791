import assert from 'node:assert/strict'
import type { Context } from '#access/act.ts'
import type { AccountId, PersonId } from '#access/actor.ts'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Database } from '#platform/database/database.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { bodiesImporter } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { partsOf, reportPartNames } from '../record/report-parts.ts'
import { filesInMemory, reportFrame } from '../testing.ts'
import { insertItem, insertMeeting } from '../work/keep-meeting.ts'
import { insertPaper, savePart } from '../work/keep-paper.ts'
import type { ItemFacts, ItemId, MeetingFacts, MeetingId, PaperId } from '../work/meeting-in-work.ts'

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

/** Somebody of the staff, on a day. */
export function officer(database: Database, name: string, today: LocalDate = early): Context {
  const person = `00000000-0000-4000-8000-${Buffer.from(name.slice(0, 6).padEnd(6)).toString('hex')}`
  return testContext(database, { today, door: 'web', actor: { kind: 'person', account: person as AccountId, person: person as PersonId, name, roles: ['officer'] } })
}

export async function loadPanel(app: MeetingsApp): Promise<void> {
  const loaded = await bodiesImporter.load([filesInMemory({ 'bodies.yaml': panel })], app, () => undefined)
  assert.ok(loaded.ok)
}

interface ItemToMake extends Partial<ItemFacts> {
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
