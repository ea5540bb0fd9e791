import { writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { countOf } from '#core/count-in-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { command, wrongUsage, type Command, type CommandAnswer } from '#platform/command/command.ts'
import type { ExportedFile, Exporter, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { makeFolder } from '#platform/files/make-folder.ts'
import { readImportFiles } from './import-files.ts'

/** `import <what> <file…>`: each kind of file is loaded by the feature that knows it. */
export function importCommand<App>(importers: readonly Importer<App>[]): Command<App> {
  return command({
    name: 'import',
    summary: 'Load files, whole or not at all',
    description: `${kinds('What can be loaded', importers)}\n\nEvery field of these files is described, with examples, in docs/formats.md.`,
    needs: 'application',
    arguments: [
      { name: 'what', summary: importers.map(({ what }) => what).join(', ') },
      { name: 'file', summary: 'one file or several', many: true },
    ],
    run: async ({ words: [what, ...names] }, io, app: App) => {
      const importer = importers.find((one) => one.what === what)
      if (importer === undefined) return wrongUsage(`There is no import called ${what}. There are ${importers.map((one) => one.what).join(', ')}.`)
      const files = await readImportFiles(names, io.folder)
      if (!files.ok) return files
      const loaded = await importer.load(files.value, app, io.progress)
      return loaded.ok ? ok({ text: `Loaded ${summaryWords(loaded.value)}.`, json: loaded.value }) : loaded
    },
  })
}

/** `export <what>`: what the import of the same name reads again. */
export function exportCommand<App>(exporters: readonly Exporter<App>[]): Command<App> {
  return command({
    name: 'export',
    summary: 'Write records out in the form that the import reads',
    description: kinds('What can be written', exporters),
    needs: 'application',
    arguments: [{ name: 'what', summary: exporters.map(({ what }) => what).join(', ') }],
    options: { out: { type: 'string', value: 'FOLDER', summary: 'write files into this folder; otherwise one file goes to standard output' } },
    run: async ({ words: [what], options }, { folder }, app: App) => {
      const exporter = exporters.find((one) => one.what === what)
      if (exporter === undefined) return wrongUsage(`There is no export called ${what}. There are ${exporters.map((one) => one.what).join(', ')}.`)
      const written = await exporter.write(app)
      if (!written.ok) return written
      return options.out === undefined ? toStandardOutput(written.value) : writeFiles(written.value, options.out, folder)
    },
  })
}

/** "34 bodies, 1 membership" */
export function summaryWords(summary: ImportSummary): string {
  return Object.entries(summary)
    .map(([what, count]) => countOf(count, what))
    .join(', ')
}

function kinds(heading: string, all: readonly { readonly what: string; readonly summary: string }[]): string {
  const width = Math.max(0, ...all.map(({ what }) => what.length))
  return [`${heading}:`, ...all.map(({ what, summary }) => `  ${what.padEnd(width)}  ${summary}`)].join('\n')
}

function toStandardOutput(files: readonly ExportedFile[]): Outcome<CommandAnswer> {
  const [file, ...more] = files
  if (file === undefined) return refuse('not-found', 'There is nothing to write.')
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
