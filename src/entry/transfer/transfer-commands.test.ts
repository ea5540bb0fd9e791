import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { ok, refuse } from '#core/outcome.ts'
import type { CommandIo, CommandOutcome, Command } from '#platform/command/command.ts'
import type { Exporter, Importer } from '#platform/command/transfer.ts'
import { exportCommand, importCommand } from './transfer-commands.ts'

interface Shelf {
  readonly books: string[]
}

const books: Importer<Shelf> & Exporter<Shelf> = {
  what: 'books',
  summary: 'a line a book',
  inExample: [],
  load: async (files, shelf) => {
    for (const file of files) {
      const text = file.text()
      if (!text.ok) return text
      if (text.value.includes('banned')) return refuse('invalid', 'A book is banned.')
      shelf.books.push(...text.value.trim().split('\n'))
    }
    return ok({ books: shelf.books.length, files: files.length })
  },
  write: async (shelf) => ok(shelf.books.map((book) => ({ name: `shelf/${book}.txt`, body: `${book}\n` }))),
}

const io: CommandIo = { json: false, folder: process.cwd(), say: () => undefined, progress: () => undefined }
let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-transfer-'))
  await writeFile(join(folder, 'a.txt'), 'emma\npersuasion\n')
})
after(() => rm(folder, { recursive: true }))

function run(command: Command<Shelf>, words: string[], options: Record<string, string>, shelf: Shelf): Promise<CommandOutcome> {
  assert.ok(command.needs === 'application')
  return command.run({ words, options }, io, shelf)
}

test('import gives the files to whoever knows the kind, and says what was loaded', async () => {
  const shelf: Shelf = { books: [] }
  const done = await run(importCommand([books]), ['books', join(folder, 'a.txt')], {}, shelf)
  assert.deepEqual(done, ok({ text: 'Loaded 2 books, 1 file.', json: { books: 2, files: 1 } }))
})

test('a kind that nobody knows is a wrong call that names those there are', async () => {
  const done = await run(importCommand([books]), ['films', 'x'], {}, { books: [] })
  assert.ok(!done.ok && 'usage' in done)
  assert.match(done.refusal.message, /no import called films\. There are books\./)
})

test('one file is written to standard output; several need a folder, and land in it', async () => {
  const one = await run(exportCommand([books]), ['books'], {}, { books: ['emma'] })
  assert.ok(one.ok && one.value.text === 'emma\n')
  const shelf: Shelf = { books: ['emma', 'persuasion'] }
  assert.equal((await run(exportCommand([books]), ['books'], {}, shelf)).ok, false)
  assert.equal((await run(exportCommand([books]), ['books'], { out: join(folder, 'out') }, shelf)).ok, true)
  assert.equal(await readFile(join(folder, 'out', 'shelf', 'persuasion.txt'), 'utf8'), 'persuasion\n')
})
