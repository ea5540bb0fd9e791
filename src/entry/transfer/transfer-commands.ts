import { writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { countOf } from '#core/count-in-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { command, wrongUsage, type Command, type CommandAnswer, type CommandIo, type CommandOutcome } from '#platform/command/command.ts'
import type { ExportedFile, Exporter, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { makeFolder } from '#platform/files/make-folder.ts'
import { readImportFiles } from '#platform/files/import-files.ts'
import { filesInFolder } from './folder-of-files.ts'
import { Turns } from './turns.ts'

/** For `import` and `export`: everything there is. */
const everything = 'all'

/** `import <what> <file…>`: each kind of file is loaded by the feature that knows it; `import all <folder>` loads every kind, in the order of `loads`, where a kind may stand twice with files of its own each. */
export function importCommand<App>(importers: readonly Importer<App>[], loads = importers): Command<App> {
  return command({
    name: 'import',
    summary: 'Load files, whole or not at all',
    description: `${kinds('What can be loaded, in the order in which one may speak of the other', importers)}\n\n${wholeFolder}\n\nEvery field of these files is described, with examples, in docs/formats.md.`,
    needs: 'application',
    arguments: [
      { name: 'what', summary: [...importers.map(({ what }) => what), everything].join(', ') },
      { name: 'file', summary: `one file or several; for ${everything} one folder`, many: true },
    ],
    run: async ({ words: [what, ...names] }, io, app: App) => {
      if (what === everything) return importFolder(loads, names, io, app)
      const importer = importers.find((one) => one.what === what)
      if (importer === undefined) return wrongUsage(`There is no import called ${what}. There are ${[...importers.map((one) => one.what), everything].join(', ')}.`)
      const files = await readImportFiles(names, io.folder)
      if (!files.ok) return files
      const remarks: string[] = []
      const loaded = await importer.load(files.value, app, io.progress, (line) => remarks.push(line))
      return loaded.ok ? ok({ text: `Loaded ${summaryWords(loaded.value)}.${remarksBelow(remarks)}`, json: { ...loaded.value, ...remarked(remarks) } }) : loaded
    },
  })
}

const wholeFolder = `${everything} takes a folder as \`export ${everything}\` writes it, and loads every kind in this order, each whole or not at all.`

/** Loads every kind of file in a folder. What is refused, and cannot wait, stops it: the kinds before stay loaded, and loading them again changes nothing. */
async function importFolder<App>(importers: readonly Importer<App>[], names: readonly string[], { folder, progress }: CommandIo, app: App): Promise<CommandOutcome> {
  const [name = '', ...more] = names
  if (more.length > 0) return wrongUsage(`import ${everything} takes one folder.`)
  const found = await filesInFolder(importers, resolve(folder, name), name)
  if (!found.ok) return found
  const loaded: Record<string, ImportSummary> = {}
  const remarks = new Map<string, string[]>()
  const turns = new Turns(found.value)
  for (let turn = turns.next(); turn !== undefined; turn = turns.next()) {
    const { importer, names: paths } = turn
    const tell = (line: string): void => progress(`Loading ${importer.what}: ${line}`)
    tell(countOf(paths.length, 'files'))
    const files = await readImportFiles(paths.map((path) => relative(folder, path)), folder)
    const one = files.ok ? await importer.load(files.value, app, tell, (line) => remarks.set(importer.what, [...(remarks.get(importer.what) ?? []), line])) : files
    if (!one.ok && turns.mayWait(turn)) continue
    if (!one.ok) return { ok: false, refusal: { ...one.refusal, message: `${one.refusal.message} ${loadedBefore(Object.keys(loaded))}` } }
    loaded[importer.what] = together(loaded[importer.what], one.value)
  }
  const lines = [...remarks].flatMap(([what, ofKind]) => ofKind.map((line) => `${what}: ${line}`))
  return ok({ text: `${kindsLoaded(loaded)}${remarksBelow(lines)}`, json: Object.fromEntries(Object.entries(loaded).map(([what, one]) => [what, { ...one, ...remarked(remarks.get(what) ?? []) }])) })
}

/** What was loaded and is worth a look, below the answer and in it. */
function remarksBelow(remarks: readonly string[]): string {
  return remarks.length === 0 ? '' : `\n\nLook at this:\n${remarks.map((line) => `  ${line}`).join('\n')}`
}

function remarked(remarks: readonly string[]): { readonly remarks?: readonly string[] } {
  return remarks.length === 0 ? {} : { remarks }
}

function loadedBefore(kinds: readonly string[]): string {
  return kinds.length === 0 ? 'Nothing else was loaded.' : `Loaded before that: ${kinds.join(', ')}. Put it right and run the line again; what is loaded already changes nothing.`
}

/** `export <what>`: what the import of the same name reads again. */
export function exportCommand<App>(exporters: readonly Exporter<App>[]): Command<App> {
  return command({
    name: 'export',
    summary: 'Write records out in the form that the import reads',
    description: kinds('What can be written', exporters),
    needs: 'application',
    arguments: [{ name: 'what', summary: [...exporters.map(({ what }) => what), everything].join(', ') }],
    options: { out: { type: 'string', value: 'FOLDER', summary: 'write files into this folder; otherwise one file goes to standard output' } },
    run: async ({ words: [what], options }, { folder }, app: App) => {
      const chosen = exporters.filter((one) => what === everything || one.what === what)
      if (chosen.length === 0) return wrongUsage(`There is no export called ${what}. There are ${[...exporters.map((one) => one.what), everything].join(', ')}.`)
      const written = await filesOf(chosen, app)
      if (!written.ok) return written
      return options.out === undefined ? toStandardOutput(written.value) : writeFiles(written.value, options.out, folder)
    },
  })
}

type OneOrMore = readonly [ExportedFile, ...ExportedFile[]]

async function filesOf<App>(exporters: readonly Exporter<App>[], app: App): Promise<Outcome<OneOrMore>> {
  const files: ExportedFile[] = []
  for (const exporter of exporters) {
    const written = await exporter.write(app)
    if (!written.ok) return written
    files.push(...written.value)
  }
  const [first, ...more] = files
  return first === undefined ? refuse('not-found', 'There is nothing to write: the store holds no such record.') : ok([first, ...more])
}

/** What two loads of one kind did. */
export function together(one: ImportSummary = {}, other: ImportSummary): ImportSummary {
  return { ...one, ...Object.fromEntries(Object.entries(other).map(([what, count]) => [what, count + (one[what] ?? 0)])) }
}

/** A line for each kind: "interests: 2 members, 2 interests". */
export function kindsLoaded(loaded: Readonly<Record<string, ImportSummary>>): string {
  return ['Loaded:', ...Object.entries(loaded).map(([what, summary]) => `  ${what}: ${summaryWords(summary)}`)].join('\n')
}

/** "34 bodies, 1 membership", "24 plan entries" */
function summaryWords(summary: ImportSummary): string {
  return Object.entries(summary)
    .map(([what, count]) => countOf(count, what.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)))
    .join(', ')
}

function kinds(heading: string, all: readonly { readonly what: string; readonly summary: string }[]): string {
  const width = Math.max(0, ...all.map(({ what }) => what.length))
  return [`${heading}:`, ...all.map(({ what, summary }) => `  ${what.padEnd(width)}  ${summary}`)].join('\n')
}

function toStandardOutput(files: OneOrMore): Outcome<CommandAnswer> {
  const [file, ...more] = files
  if (more.length > 0) return refuse('invalid', `This writes ${files.length} files. Give a folder for them: --out FOLDER.`)
  const text = typeof file.body === 'string' ? file.body : Buffer.from(file.body).toString()
  return ok({ text, json: { name: file.name, body: text } })
}

async function writeFiles(files: readonly ExportedFile[], folder: string, from: string): Promise<Outcome<CommandAnswer>> {
  for (const { name, body } of files) {
    const path = resolve(from, folder, name)
    makeFolder(dirname(path))
    await writeFile(path, body)
  }
  return ok({ text: `Wrote ${countOf(files.length, 'files')} to ${folder}.`, json: { folder, files: files.map(({ name }) => name) } })
}
