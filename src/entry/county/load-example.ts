import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { Database } from '#platform/database/database.ts'
import { nothingPublished } from '#platform/http/publication.ts'
import type { ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { readImportFiles } from '#platform/files/import-files.ts'
import { together } from '../transfer/transfer-commands.ts'
import type { CountyApp } from './county-importer.ts'
import { markExample, readCounty } from './county-store.ts'

/** What loading the example did, by the word of each import. */
export interface LoadedExample {
  readonly loaded: Readonly<Record<string, ImportSummary>>
  /** What was refused in a store that had it whole, because it was worked on here: it stays as it is. */
  readonly left: readonly { readonly what: string; readonly refusal: Refusal }[]
}

/** The folder of an example county. */
export function exampleFolder(name: string): string {
  return fileURLToPath(new URL(`../../../example/${name}`, import.meta.url))
}

/**
 * Loads an example county through the imports that anybody has, in their order; the first is the county itself. Loading it again brings what is new in it; a kind
 * that is refused then, since it was worked on here, is left as it stands and the rest is loaded. Otherwise refused with the faults of the first file that is not right, and where the store holds
 * a council of its own: what is published stays published, so that invented people would stand in a real record for ever.
 */
export async function loadExample<App extends CountyApp>(
  app: App,
  importers: readonly Importer<App>[],
  name: string,
  progress: (line: string) => void,
): Promise<Outcome<LoadedExample>> {
  const { database } = app.context()
  const before = (await database.readPublished(readCounty))?.example
  if (before === undefined && !(await isEmptyStore(database))) return ownCouncil
  const loaded: Record<string, ImportSummary> = {}
  const left: LoadedExample['left'][number][] = []
  for (const [index, importer] of importers.filter(({ inExample }) => inExample.length > 0).entries()) {
    const tell = (line: string): void => progress(`Loading the example county: ${line}`)
    tell(importer.what)
    const one = await loadOne(app, importer, name, tell)
    if (!one.ok && before?.whole !== true) return one
    if (one.ok) loaded[importer.what] = together(loaded[importer.what], one.value)
    else left.push({ what: importer.what, refusal: one.refusal })
    if (index > 0 || before?.whole === true) continue
    const begun = await mark(app, name, false)
    if (!begun.ok) return begun
  }
  const ended = await mark(app, name, true)
  return ended.ok ? ok({ loaded, left }) : ended
}

const ownCouncil = refuse(
  'conflict',
  'This store holds a council of its own; the example would be published beside it. Give the example a folder of its own: DATA_DIR=./example-data.',
)

async function loadOne<App>(app: App, importer: Importer<App>, name: string, progress: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const files = await exampleFiles(importer, name)
  if (!files.ok) return files
  if (files.value.length > 0) return importer.load(files.value, app, progress)
  return refuse('unavailable', `The example has no ${importer.what}: ${exampleFolder(name)} is not whole. Install Golden Thread again.`)
}

/** The files of one kind that an example county has. */
export async function exampleFiles(importer: Pick<Importer<never>, 'inExample'>, name: string): Promise<Outcome<ImportFile[]>> {
  const folder = exampleFolder(name)
  const names: string[] = []
  for await (const found of glob([...importer.inExample], { cwd: folder })) names.push(join(folder, found))
  return readImportFiles(names.sort(), folder)
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
