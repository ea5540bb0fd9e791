import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { Database } from '#platform/database/database.ts'
import { nothingPublished } from '#platform/http/publication.ts'
import type { Importer, ImportSummary } from '#platform/command/transfer.ts'
import { readImportFiles } from '../transfer/import-files.ts'
import type { CountyApp } from './county-importer.ts'
import { markExample, readCounty } from './county-store.ts'

/** The folder of an example county. */
export function exampleFolder(name: string): string {
  return fileURLToPath(new URL(`../../../example/${name}`, import.meta.url))
}

/**
 * Loads an example county through the imports that anybody has, in their order; the first is the county itself. Loading it again
 * replaces what it brought. Refused with the faults of the first file that is not right, and where the store holds a council of its own:
 * what is published stays published, so that invented people would stand in a real record for ever.
 */
export async function loadExample<App extends CountyApp>(
  app: App,
  importers: readonly Importer<App>[],
  name: string,
  progress: (line: string) => void,
): Promise<Outcome<ImportSummary>> {
  const { database } = app.context()
  if ((await database.readPublished(readCounty))?.example === undefined && !(await isEmptyStore(database))) return ownCouncil
  let summary: ImportSummary = {}
  for (const [index, importer] of importers.filter(({ inExample }) => inExample.length > 0).entries()) {
    const tell = (line: string): void => progress(`Loading the example county: ${line}`)
    tell(importer.what)
    const loaded = await loadOne(app, importer, exampleFolder(name), tell)
    if (!loaded.ok) return loaded
    summary = { ...summary, ...loaded.value }
    if (index > 0) continue
    const begun = await mark(app, name, false)
    if (!begun.ok) return begun
  }
  const ended = await mark(app, name, true)
  return ended.ok ? ok(summary) : ended
}

const ownCouncil = refuse(
  'conflict',
  'This store holds a council of its own; the example would be published beside it. Give the example a folder of its own: DATA_DIR=./example-data.',
)

async function loadOne<App>(app: App, importer: Importer<App>, folder: string, progress: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const files = await readImportFiles(await filesOf(folder, importer.inExample), folder)
  if (!files.ok) return files
  if (files.value.length > 0) return importer.load(files.value, app, progress)
  return refuse('unavailable', `The example has no ${importer.what}: ${folder} is not whole. Install Golden Thread again.`)
}

async function filesOf(folder: string, patterns: readonly string[]): Promise<string[]> {
  const names: string[] = []
  for await (const name of glob([...patterns], { cwd: folder })) names.push(join(folder, name))
  return names.sort()
}

async function mark(app: CountyApp, example: string, whole: boolean): Promise<Outcome<undefined>> {
  const marked = await act(app.context(), { verb: 'example.load', subject: { kind: 'example', id: example }, detail: { whole } }, async (tx) => {
    await markExample(tx, example, whole)
    return ok(undefined)
  })
  await app.countyChanged()
  return marked
}

/** Nothing has been loaded or published here yet. */
export async function isEmptyStore(database: Pick<Database, 'readPublished'>): Promise<boolean> {
  return (await database.readPublished(readCounty)) === undefined && (await nothingPublished(database))
}
