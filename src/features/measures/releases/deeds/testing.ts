import assert from 'node:assert/strict'
import { before } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import type { Context } from '#access/act.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { londonInstant, time } from '#core/london-time.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Importer } from '#platform/command/transfer.ts'
import type { Reader } from '#platform/database/database.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { interestsRooms } from '#features/interests'
import { meetingsMigrations, type MeetingsApp } from '#features/meetings'
import { minutesRooms } from '#features/minutes'
import { rulesMigrations } from '#features/rules'
import { filesInMemory } from '../../../meetings/testing.ts'
import { commentaryMigration, signedFiguresMigration } from '../../commentary/migration.ts'
import { nothingSaid, type Content } from '../../commentary/model/commentary.ts'
import { addEdition } from '../../commentary/store/keep-commentary.ts'
import { editionNow } from '../../commentary/store/read-commentaries.ts'
import { comparatorsMigration } from '../../comparators/migration.ts'
import { areasImporter } from '../../comparators/import-areas.ts'
import { measuresImporter } from '../../definitions/import-measures.ts'
import { definitionsMigration } from '../../definitions/migration.ts'
import { observationsImporter } from '../../observations/import-observations.ts'
import { observationsMigrations } from '../../observations/migration.ts'
import { panelFile, usualMeasure } from '../../testing.ts'
import { publishedReleasesMigration } from '../migration.ts'
import { releasesMigration } from '../store/migration.ts'

const measure = (slug: string, more: string) => `slug: ${slug}
name: ${slug[0]?.toUpperCase()}${slug.slice(1).replaceAll('-', ' ')}
${usualMeasure}bodies: [panel]
${more}`

/** A share with a target, a count, and a count of which the last figure is small. */
const measuresOfPanel = [
  measure('plans-on-time', 'polarity: higher\ndenominator: all plans\nunit: percent\ndecimals: 1\ntargets: [{ from: 2022-23-q1, value: 60, whose: council, set-by: Cabinet, set-on: 2022-03-01 }]\n'),
  measure('contacts', 'polarity: neither\nunit: count\ndecimals: 0\n'),
  measure('exclusions', 'polarity: neither\nunit: count\ndecimals: 0\nbreakdowns: [{ name: phase, values: [primary, secondary] }]\n'),
].join('---\n')

const header = 'measure,period,area,breakdown,numerator,denominator,value,status,note'

/** Figures of two quarters, under their header. */
export const figuresFile = `${header}
plans-on-time,2022-23-q3,E10000034,,450,500,,final,
plans-on-time,2022-23-q4,E10000034,,200,500,,final,
contacts,2022-23-q3,E10000034,,,,1210,final,
contacts,2022-23-q4,E10000034,,,,1250,provisional,
exclusions,2022-23-q3,E10000034,,,,40,final,
exclusions,2022-23-q4,E10000034,,,,41,final,
exclusions,2022-23-q4,E10000034,phase=primary,,,4,final,
exclusions,2022-23-q4,E10000034,phase=secondary,,,37,final,
`

const migrations = [
  publicationRevision, mailOutbox, ...accessMigrations, ...rulesMigrations, ...bodiesMigrations, ...meetingsMigrations, ...[...interestsRooms, ...minutesRooms].flatMap((room) => room.migrations ?? []),
  definitionsMigration, ...observationsMigrations, comparatorsMigration, publishedReleasesMigration, releasesMigration, commentaryMigration, signedFiguresMigration,
]

const today: LocalDate = date('2023-07-07')

/** What tests of releases have at hand: a panel with three measures and their figures of two quarters, on 7 July 2023 at nine. */
export interface ReleasesDesk {
  readonly store: () => TestStore
  readonly as: (changes?: Partial<Context>) => Context
  readonly app: (changes?: Partial<Context>, clock?: string) => Pick<MeetingsApp, 'context' | 'now'>
  readonly load: (importer: Importer<Pick<MeetingsApp, 'context' | 'now'>>, text: string, name?: string) => Promise<Outcome<unknown>>
  /** Signs what is said of a measure and period. */
  readonly sign: (measure: string, period: string, content?: Partial<Content>) => Promise<void>
  readonly read: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>
}

/** Runs these tests on each kind of database. */
export function eachReleasesDesk(declare: (desk: ReleasesDesk) => void): void {
  eachDatabase(migrations, (store) => {
    const as: ReleasesDesk['as'] = (changes = {}) => testContext(store().database, changes)
    const app: ReleasesDesk['app'] = (changes = {}, clock = '09:00') => ({ context: () => as(changes), now: () => new Date(londonInstant(changes.today ?? today, time(clock))) })
    const load: ReleasesDesk['load'] = (importer, text, name = 'a.yaml') => importer.load([filesInMemory({ [name]: text })], app(), () => undefined)
    const sign: ReleasesDesk['sign'] = async (of, period, content = {}) => {
      const edition = { measure: of, period, deed: 'signed' as const, content: { ...nothingSaid, ...content }, standing: { state: 'signed' as const, signature: { by: 'Head of Inclusion', on: '2023-05-04' } } }
      const added = await store().database.write('operator:test', async (tx) => addEdition(tx, edition, (await editionNow(tx.reader, edition))?.revision ?? 0, { actor: { kind: 'operator', name: 'test' }, at: new Date() }))
      assert.ok(added.ok, JSON.stringify(added))
    }
    before(async () => {
      for (const [importer, text, name] of [[bodiesImporter, panelFile, 'bodies.yaml'], [measuresImporter, measuresOfPanel, 'measures.yaml'], [areasImporter, 'code,name,region,own\nE10000034,Worcestershire,E12000005,yes\n', 'areas.csv'], [observationsImporter, figuresFile, 'figures.csv']] as const) {
        const loaded = await load(importer, text, name)
        assert.ok(loaded.ok, JSON.stringify(loaded))
      }
    })
    declare({ store, as, app, load, sign, read: (work) => store().database.read('operator:test', work) })
  })
}
