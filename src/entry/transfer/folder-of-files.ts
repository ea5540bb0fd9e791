import { glob, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Importer } from '#platform/command/transfer.ts'

/** The files of one kind in a folder, as paths, in the order of their names. */
export interface FilesOfKind<App> {
  readonly importer: Importer<App>
  readonly names: readonly string[]
}

/**
 * Which files of a folder each import takes, in the order in which they are loaded: what comes later may speak of what came before. Refused where it is no folder,
 * where nothing in it can be loaded, and where a YAML file is of no kind, so that none is passed over.
 */
export async function filesInFolder<App>(importers: readonly Importer<App>[], folder: string, named: string): Promise<Outcome<FilesOfKind<App>[]>> {
  if ((await stat(folder).catch(() => undefined))?.isDirectory() !== true) return refuse('not-found', `${named} is no folder. Name the folder in which the files are.`)
  const kinds: FilesOfKind<App>[] = []
  const taken = new Set<string>()
  for (const importer of importers) {
    const names = (await matching(folder, patternsOf(importer))).filter((name) => !taken.has(name))
    if (names.length > 0) kinds.push({ importer, names })
    for (const name of names) taken.add(name)
  }
  const strange = (await matching(folder, ['**/*.yaml', '**/*.yml'])).filter((name) => !taken.has(name))
  if (strange.length > 0) {
    const faults = strange.map((name) => ({ file: name.slice(folder.length + 1), message: 'By its place this is of no kind that can be loaded' }))
    return refuse('invalid', `Nothing was loaded: it is not known what every file is. Each kind has its place in the folder: ${placesOf(importers)}.`, faults)
  }
  return kinds.length > 0 ? ok(kinds) : refuse('not-found', `In ${named} there is nothing to load. Each kind has its place in a folder: ${placesOf(importers)}.`)
}

/** As the example has them, in a folder of their own, or as an export writes them, in one file of that folder's name. */
function patternsOf({ inExample }: Pick<Importer<never>, 'inExample'>): string[] {
  return inExample.flatMap((pattern) => (pattern.includes('/') ? [pattern, `${pattern.split('/')[0]}.yaml`] : [pattern]))
}

function placesOf(importers: readonly Pick<Importer<never>, 'inExample'>[]): string {
  return importers.flatMap(({ inExample }) => inExample).join(', ')
}

async function matching(folder: string, patterns: readonly string[]): Promise<string[]> {
  const names: string[] = []
  for await (const name of glob([...patterns], { cwd: folder })) names.push(join(folder, name))
  return names.toSorted((one, other) => (one.split(sep).join('/') < other.split(sep).join('/') ? -1 : 1))
}
