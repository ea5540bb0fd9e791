import assert from 'node:assert/strict'
import { before } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Importer, ImportSummary } from '#platform/command/transfer.ts'
import { eachDatabase, type TestStore } from '#platform/database/testing.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { filesInMemory } from '../meetings/testing.ts'
import { commentaryMigration, signedFiguresMigration } from './commentary/migration.ts'
import { areasImporter } from './comparators/import-areas.ts'
import { comparatorsMigration } from './comparators/migration.ts'
import { definitionsMigration } from './definitions/migration.ts'
import { measuresImporter } from './definitions/import-measures.ts'
import { publishedReleasesMigration } from './releases/migration.ts'
import { observationsMigrations } from './observations/migration.ts'

/** For the benchmarks. */
export { hideComponent } from './disclosure/hide-component.ts'
export { hideFigures } from './disclosure/hide-figures.ts'
export { linkFigures } from './disclosure/link-figures.ts'
export { protectSheets } from './disclosure/protect-sheets.ts'
export { sheet as measureSheet } from './disclosure/testing.ts'
export { observationsImporter } from './observations/import-observations.ts'
export { areasImporter, comparatorsMigration, definitionsMigration, measuresImporter, observationsMigrations, publishedReleasesMigration }

/** For the page of formats. */
export { definition } from './definitions/definition.ts'
export { publishFortyMeasures } from './dashboards/testing.ts'
export { eesMapping } from './comparators/ees/mapping.ts'
export { fingertipsMapping } from './comparators/fingertips/mapping.ts'
export { commentaryFile } from './commentary/import/commentary-file.ts'
export { releaseEntry } from './releases/transfer/release-file.ts'

/** A body whose figures they are, as a file gives it. */
export const panelFile = 'slug: panel\nname: Children’s Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\n'

/** What a quarterly measure's file says besides its name, side, unit and bodies. */
export const usualMeasure = `definition: What it is.
why: Families ask.
frequency: quarter
counting: period
source: { name: Return }
steward: Business Intelligence
owner: Head of Inclusion
lag: { days: 30 }
`

const usual = `${usualMeasure}polarity: higher
bodies: [panel]
comparators: [england, region, statistical-neighbours]
`

/** A share, a count and a share of academic years, as files give them. */
export const measuresFile = `slug: plans-on-time
name: Plans on time
${usual}denominator: all plans
unit: percent
decimals: 1
breakdowns: [{ name: phase, values: [primary, secondary] }]
---
slug: contacts
name: Contacts
${usual.replace('higher', 'neither')}unit: count
decimals: 0
breaks: [{ period: 2021-22-q1, reason: A new system. }]
---
slug: absence
name: Persistent absence
${usual.replace('quarter', 'academic-year').replace('higher', 'lower')}denominator: pupils
unit: percent
decimals: 1
breakdowns: [{ name: phase, values: [primary, secondary] }]
`

const areasFile = 'code,name,region,own\nE10000034,Worcestershire,E12000005,yes\nE10000014,Hampshire,E12000008,\n'

/** What tests of measures have at hand: a panel, three measures and two councils, on a day at nine. */
export interface MeasuresDesk {
  readonly store: () => TestStore
  readonly app: () => Pick<MeetingsApp, 'context' | 'now'>
  /** Loads files; what an importer is told comes back with what it answers. */
  readonly load: (importer: Importer<Pick<MeetingsApp, 'context' | 'now'>>, files: Readonly<Record<string, string>>) => Promise<{ readonly loaded: Outcome<ImportSummary>; readonly told: readonly string[] }>
  /** Where a load was refused and why: "a.csv 3 value: …". */
  readonly faults: (importer: Importer<Pick<MeetingsApp, 'context' | 'now'>>, files: Readonly<Record<string, string>>) => Promise<string[]>
}

/** Runs these tests on each kind of database. */
export function eachMeasuresDesk(declare: (desk: MeasuresDesk) => void): void {
  eachDatabase([publicationRevision, ...accessMigrations, ...bodiesMigrations, definitionsMigration, ...observationsMigrations, comparatorsMigration, publishedReleasesMigration, commentaryMigration, signedFiguresMigration], (store) => {
    const app = () => ({ context: () => testContext(store().database, { today: date('2023-07-07') }), now: () => new Date('2023-07-07T09:00:00Z') })
    const load: MeasuresDesk['load'] = async (importer, files) => {
      const told: string[] = []
      const names = Object.keys(files)
      // What stands beside a mapping is named by it, and not given.
      const given = names.filter((name) => name.endsWith('.yaml') || names.every((other) => !other.endsWith('.yaml')))
      const all = given.map((name) => filesInMemory({ [name]: files[name] ?? '', ...files }))
      return { loaded: await importer.load(all, app(), (line) => told.push(line)), told }
    }
    const faults: MeasuresDesk['faults'] = async (importer, files) => {
      const { loaded } = await load(importer, files)
      return loaded.ok ? [] : loaded.refusal.faults.map(({ file, row, field, message }) => `${file} ${row} ${field}: ${message}`)
    }
    before(async () => {
      assert.ok((await bodiesImporter.load([filesInMemory({ 'bodies.yaml': panelFile })], app(), () => undefined)).ok)
      for (const [importer, files] of [[measuresImporter, { 'measures.yaml': measuresFile }], [areasImporter, { 'areas.csv': areasFile }]] as const) {
        const { loaded } = await load(importer, files)
        assert.ok(loaded.ok, JSON.stringify(loaded))
      }
    })
    declare({ store, app, load, faults })
  })
}
