import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { meetingsMigrations, type MeetingsApp } from '#features/meetings'
import { rulesMigrations } from '#features/rules'
import { filesInMemory } from '../../meetings/testing.ts'
import { callInMigrations } from '../call-in/migration.ts'
import type { PlanEntry } from './entry/plan-entry.ts'
import { forwardPlan } from './forward-plan.ts'
import { planExporter, planImporter } from './import/import-plan.ts'
import { turnEntry, type EntryTurn } from './deeds/turn-entry.ts'
import { entryInWork, type KeptEntry } from './store/keep-entry.ts'
import { publishedEntry, type PublishedEntry } from './store/published-plan.ts'

const seat = (person: string, capacity = 'voting') => `  - { seat: Member, organisation: County Council, capacity: ${capacity}, votes: all, person: ${person}, from: 2020-01-01 }\n`
const body = (slug: string, kind: string, members: string) => `slug: ${slug}\nname: The ${slug}\nkind: ${kind}\npurpose: Serves.\nmeets-in-public: true\nmembers:\n${members}`
const bodies = [body('cabinet', 'cabinet', seat('Cllr Leader', 'chair')), body('board', 'scrutiny-board', seat('Cllr Chair', 'chair') + seat('Cllr One'))].join('---\n')

/** What tests of the plan have at hand: a cabinet, a scrutiny board, and files that are loaded on a day at ten. */
export interface PlanDesk {
  readonly store: () => TestStore
  readonly app: (day?: string, typesetter?: Typesetter) => MeetingsApp
  readonly load: (text: string, day?: string) => ReturnType<typeof planImporter.load>
  /** Where a load was refused: "a.yaml 3 matter library". */
  readonly refusedAt: (text: string, day?: string) => Promise<string[]>
  readonly written: () => Promise<string>
  readonly turn: (reference: string, what: EntryTurn, day?: string) => Promise<Outcome<PlanEntry>>
  readonly kept: (reference: string) => Promise<KeptEntry | undefined>
  readonly published: (reference: string) => Promise<PublishedEntry | undefined>
}

const usualDay = '2023-07-03'

/** Runs these tests on each kind of database. */
export function eachPlanDesk(declare: (desk: PlanDesk) => void): void {
  const migrations = [publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations, ...rulesMigrations, ...(forwardPlan.migrations ?? []), ...callInMigrations]
  eachDatabase(migrations, (store) => {
    const files = openContentStore(mkdtempSync(join(tmpdir(), 'golden-thread-plan-')))
    const app = (day = usualDay, typesetter = typeset): MeetingsApp => ({
      context: () => testContext(store().database, { today: date(day) }),
      files,
      typeset: typesetter,
      now: () => new Date(`${day}T09:00:00Z`),
      council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask for large print.' }),
      origin: 'http://localhost',
      background: (_name, work) => void work(),
    })
    const load = (text: string, day = usualDay) => planImporter.load([filesInMemory({ 'a.yaml': text })], app(day), () => undefined)
    const refusedAt = async (text: string, day = usualDay) => {
      const loaded = await load(text, day)
      return loaded.ok ? [] : loaded.refusal.faults.map(({ file, row, field, found }) => `${file} ${row} ${field} ${found}`)
    }
    const written = async () => {
      const all = await planExporter.write(app())
      return all.ok ? String(all.value[0]?.body) : assert.fail()
    }
    const turn = (reference: string, what: EntryTurn, day = usualDay) => turnEntry(app(day).context(), app(day), { reference }, 'forward-plan.edit', what)
    const kept = (reference: string) => store().database.read('operator:test', (reader) => entryInWork(reader, reference))
    const published = (reference: string) => store().database.readPublished((reader) => publishedEntry(reader, reference))
    before(async () => {
      const loaded = await bodiesImporter.load([filesInMemory({ 'bodies.yaml': bodies })], app(), () => undefined)
      assert.ok(loaded.ok, JSON.stringify(loaded))
    })
    declare({ store, app, load, refusedAt, written, turn, kept, published })
  })
}
