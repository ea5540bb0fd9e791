import { glob, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { parsePeriod } from '#core/periods/period.ts'
import type { Importer } from '#platform/command/transfer.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { readImportFiles } from '#platform/files/import-files.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { eesImporter } from '../comparators/ees/import-ees.ts'
import { fingertipsImporter } from '../comparators/fingertips/import-fingertips.ts'
import { areasImporter } from '../comparators/import-areas.ts'
import { neighboursImporter } from '../comparators/import-neighbours.ts'
import { comparatorsMigration } from '../comparators/migration.ts'
import { measuresImporter } from '../definitions/import-measures.ts'
import { definitionsMigration } from '../definitions/migration.ts'
import { observationsImporter } from '../observations/import-observations.ts'
import { observationsMigrations } from '../observations/migration.ts'
import { publishedReleasesMigration } from '../releases/migration.ts'
import { sheetsFor } from '../sheets/read-sheets.ts'
import { pointOf, seriesOf, type MeasureSheet, type Role } from '../sheets/sheet.ts'
import { shownPoint } from '../sheets/shown.ts'

export const exampleFolder = new URL('../../../../example/worcestershire/', import.meta.url)
const folder = fileURLToPath(exampleFolder)

type App = Pick<MeetingsApp, 'context' | 'now'>

const migrations = [publicationRevision, ...accessMigrations, ...bodiesMigrations, definitionsMigration, ...observationsMigrations, comparatorsMigration, publishedReleasesMigration]
const importers: readonly Importer<App>[] = [bodiesImporter, areasImporter, neighboursImporter, measuresImporter, observationsImporter, eesImporter, fingertipsImporter]

/** A database in memory with the example's bodies, measures and figures, loaded by their imports as the example is. */
export async function exampleFigures(): Promise<TestStore> {
  const store = await testDatabase(migrations)
  const app: App = { context: () => testContext(store.database), now: () => new Date('2023-07-07T09:00:00Z') }
  for (const importer of importers) {
    const names: string[] = []
    for await (const name of glob([...importer.inExample], { cwd: folder })) names.push(name)
    const files = await readImportFiles(names.toSorted(), folder)
    assert.ok(files.ok, JSON.stringify(files))
    const loaded = await importer.load(files.value, app, () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
  }
  return store
}

/** The slugs of all measures that the example defines. */
export async function measuresOfExample(): Promise<readonly string[]> {
  const slugs = new Set<string>()
  for await (const name of glob('measures/*.yaml', { cwd: folder })) {
    for (const [, slug = ''] of (await readFile(new URL(name, exampleFolder), 'utf8')).matchAll(/^slug: (\S+)$/gm)) slugs.add(slug)
  }
  return [...slugs]
}

/** The sheets of measures as they stand at the end of a period, by their slugs. */
export async function sheetsAt(store: TestStore, until: string, slugs: readonly string[]): Promise<ReadonlyMap<string, MeasureSheet>> {
  const period = parsePeriod(until) ?? assert.fail(until)
  const sheets = await store.database.read('operator:test', (reader) => sheetsFor(reader, slugs, period))
  return new Map(sheets.map((sheet) => [sheet.definition.slug, sheet]))
}

/** What a reader sees of a measure for these periods, one after another: `89% 88% [z]`; a period of which nothing was given is a dot. */
export function shownFor(sheet: MeasureSheet | undefined, periods: readonly string[], breakdown = '', role: Role = 'own'): string {
  assert.ok(sheet !== undefined && seriesOf(sheet, role, breakdown) !== undefined, `no series ${role} ${breakdown}`)
  return periods.map((period) => pointOf(sheet, role, breakdown, period)).map((point) => (point === undefined ? '.' : shownPoint(point, sheet.definition))).join(' ')
}
