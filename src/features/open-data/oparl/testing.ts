import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { interestsRooms } from '#features/interests'
import { meetingsImporter, meetingsMigrations, type MeetingsApp } from '#features/meetings'
import { minutesRooms } from '#features/minutes'
import { rulesMigrations } from '#features/rules'
import type { Importer } from '#platform/command/transfer.ts'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import type { Answer, PublicPage } from '#platform/http/answers.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { filesInMemory } from '../../meetings/testing.ts'

export const bodies = (members: string) => `slug: panel
name: Children’s Panel
kind: scrutiny-panel
purpose: Asks.
meets-in-public: true
correction: A seat was entered by mistake
members:
  - { seat: Chair, organisation: County Council, capacity: chair, votes: all, person: Cllr Dora Finch, from: 2022-01-01 }
${members}`
export const otto = '  - { seat: Member, organisation: County Council, capacity: voting, votes: none, person: Cllr Otto Lane, from: 2022-01-01 }\n'
/** The third member; who may sit for them has no seat of their own. */
export const ines = '  - { seat: Co-opted, organisation: County Council, capacity: voting, votes: all, person: Cllr Ines Marsh, substitute: Cllr Visiting Stranger, from: 2022-01-01 }\n'

export const meeting = (items: string, correction = '') => `body: panel
date: 2023-07-07
time: "10:00"
venue: County Hall
status: agenda-published
issued: 2023-06-29
contact: { office: Scrutiny, email: scrutiny@example.test }
${correction}items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: School places, kind: decision, timing: { from: "10:05", to: "10:30" }, report: report.md }
${items}`
export const third = '  - { number: 3, title: A late thing }\n'
export const secret = '  - { number: 4, title: A contract, exempt: { paragraph: 3, reason: The price. }, withheld: { public-title: A contract }, report: secret.md }\n'

/** A meeting of the panel that was held; its item 4 is exempt. */
export const heldMeeting = `body: panel
date: 2023-05-10
time: "10:00"
venue: County Hall
status: held
issued: 2023-04-24
webcast: true
items:
  - { number: 1, title: Apologies, standing: apologies }
  - { number: 2, title: School transport, kind: decision }
  - { number: 3, title: Holiday clubs }
  - { number: 4, title: Bids for a home, exempt: { paragraph: 3, reason: The prices. } }
`

/** The minutes of that meeting: Cllr Otto Lane sent apologies, and somebody who has no seat sat for a third member. */
export const minutes = (correction = '') => `body: panel
date: 2023-05-10
state: circulated
${correction === '' ? 'circulated: 2023-05-20\n' : ''}attendance:
  opened: "10:02"
  closed: "11:30"
  present: [{ member: Cllr Dora Finch }, { member: Cllr Ines Marsh, substitute: Cllr Visiting Stranger }]
  apologies: [Cllr Otto Lane]
minutes:
  - item: 2
    number: 17
    text: Buses were **late**${correction === '' ? '' : ' & full'}.
    resolutions:
      - { kind: noted, words: The report. }
      - { kind: recommended, words: That fares be frozen., whom: { name: Cabinet }, due: 2023-09-01, vote: { for: 2, against: 0 } }
  - item: 4
    number: 18
    text: The bids were compared.
    members-text: Bid A is 4 million.
    resolutions:
      - { kind: agreed, words: That bid A be taken., withheld: true }
${correction}`
const report = (title: string) => `---\ntitle: ${title}\nframe: panel\nrecommendations:\n  - That it is noted\n---\n\n## Background\n\nWords of the report.\n`

const county: Migration = {
  name: '0002-county',
  up: (tx) => councilTable(tx, 'published.county', { key: 'edition', columns: 'edition bigint generated always as identity, record jsonb not null' }),
}

const laterMigrations = [...interestsRooms, ...minutesRooms].flatMap((room) => room.migrations ?? [])
const laterImporters = [...interestsRooms, ...minutesRooms].flatMap((room): readonly Importer<MeetingsApp>[] => room.importers ?? [])

/** Where the tests think the site is. */
const testOrigin = 'http://council.test'

export interface OpenDataDesk {
  readonly loadBodies: (text: string) => Promise<void>
  /** With the reports that its items have. */
  readonly loadMeeting: (text: string) => Promise<void>
  readonly loadMinutes: (text: string) => Promise<void>
  /** Loads a file of another kind: `questions`, `interests`. */
  readonly load: (what: string, text: string) => Promise<void>
  /** Asks an address of these pages as the public does, also by POST. */
  readonly ask: (address: string, posted?: URLSearchParams | string) => Promise<Answer>
  /** What is answered there, which is a file. */
  readonly textOf: (address: string, posted?: URLSearchParams | string) => Promise<string>
}

/** Runs these tests on each kind of database, with these pages before it. */
export function eachOpenDataDesk(pages: readonly PublicPage[], declare: (desk: OpenDataDesk) => void): void {
  eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, county, ...bodiesMigrations, ...meetingsMigrations, ...rulesMigrations, ...laterMigrations], (store) => {
    let folder = ''
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'golden-thread-open-data-'))
    })
    after(() => rm(folder, { recursive: true, force: true }))
    const app = (): MeetingsApp => ({
      context: () => testContext(store().database),
      files: openContentStore(folder),
      typeset,
      now: () => new Date('2023-07-03T09:00:00Z'),
      council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask.' }),
      origin: testOrigin,
      background: (_name, work) => void work(),
    })
    const ask: OpenDataDesk['ask'] = (address, posted) => {
      const [path = '', query = ''] = address.replace(testOrigin, '').split('?')
      const page = pages.map((one) => ({ one, match: new RegExp(`^${one.path.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path) })).toSorted((one, other) => Number(one.one.path.includes('*')) - Number(other.one.path.includes('*'))).find(({ match }) => match !== null)
      if (page === undefined) assert.fail(`no page answers ${path}`)
      return store().database.readPublished((read) => page.one.answer({ path, params: { ...page.match?.groups }, query: new URLSearchParams(query), ...(posted === undefined ? {} : { posted }), today: date('2023-07-03'), origin: testOrigin, read, file: () => Promise.resolve(undefined) }))
    }
    const load: OpenDataDesk['load'] = async (what, text) => {
      const importer = laterImporters.find((one) => one.what === what) ?? assert.fail(`${what} cannot be loaded`)
      const loaded = await importer.load([filesInMemory({ 'a.yaml': text })], app(), () => undefined)
      assert.ok(loaded.ok, JSON.stringify(loaded))
    }
    declare({
      ask,
      textOf: async (address, posted) => {
        const answer = await ask(address, posted)
        return answer.kind === 'file' && (answer.status ?? 200) === 200 ? String(answer.body) : assert.fail(`${address}: ${answer.kind}`)
      },
      loadBodies: async (text) => {
        const loaded = await bodiesImporter.load([filesInMemory({ 'bodies.yaml': text })], app(), () => undefined)
        assert.ok(loaded.ok, JSON.stringify(loaded))
      },
      loadMeeting: async (text) => {
        const loaded = await meetingsImporter.load([filesInMemory({ 'meeting.yaml': text, 'report.md': report('School places'), 'secret.md': report('A contract') })], app(), () => undefined)
        assert.ok(loaded.ok, JSON.stringify(loaded))
      },
      loadMinutes: (text) => load('minutes', text),
      load,
    })
  })
}
