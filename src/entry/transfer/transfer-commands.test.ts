import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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

test('a count of two words is said in two words', async () => {
  const twofold = { ...books, load: async () => ok({ planEntries: 2 }) }
  assert.deepEqual(await run(importCommand([twofold]), ['books', join(folder, 'a.txt')], {}, { books: [] }), ok({ text: 'Loaded 2 plan entries.', json: { planEntries: 2 } }))
})

test('a kind that nobody knows is a wrong call that names those there are', async () => {
  const done = await run(importCommand([books]), ['films', 'x'], {}, { books: [] })
  assert.ok(!done.ok && 'usage' in done)
  assert.match(done.refusal.message, /no import called films\. There are books, all\./)
})

test('one file is written to standard output; several need a folder, and land in it', async () => {
  const one = await run(exportCommand([books]), ['books'], {}, { books: ['emma'] })
  assert.ok(one.ok && one.value.text === 'emma\n')
  const shelf: Shelf = { books: ['emma', 'persuasion'] }
  assert.equal((await run(exportCommand([books]), ['books'], {}, shelf)).ok, false)
  assert.equal((await run(exportCommand([books]), ['books'], { out: join(folder, 'out') }, shelf)).ok, true)
  assert.equal(await readFile(join(folder, 'out', 'shelf', 'persuasion.txt'), 'utf8'), 'persuasion\n')
})

test('where there is nothing to write, that is said, and no folder is spoken of that was not made', async () => {
  for (const options of [{}, { out: join(folder, 'none') }]) {
    for (const what of ['books', 'all']) {
      const done = await run(exportCommand([books]), [what], options, { books: [] })
      assert.match(done.ok ? done.value.text : done.refusal.message, /^There is nothing to write/)
    }
  }
})

/** Two kinds, of which the second may speak of the first, and stands before it in the alphabet. */
const kinds: readonly Importer<Shelf>[] = [
  { ...books, what: 'shelves', inExample: ['shelves/*.yaml'] },
  { ...books, what: 'loans', inExample: ['loans/**/*.yaml'] },
]

async function library(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name, path)), { recursive: true })
    await writeFile(join(folder, name, path), text)
  }
  return join(folder, name)
}

test('import all loads a folder kind by kind, what others speak of first, whether a kind is one file or a folder', async () => {
  const shelf: Shelf = { books: [] }
  const place = await library('whole', { 'loans/2023/may.yaml': 'lent\n', 'shelves.yaml': 'oak\n', 'loans/notes.md': 'beside\n' })
  const done = await run(importCommand(kinds), ['all', place], {}, shelf)
  assert.deepEqual(done, ok({ text: 'Loaded:\n  shelves: 1 book, 1 file\n  loans: 2 books, 1 file', json: { shelves: { books: 1, files: 1 }, loans: { books: 2, files: 1 } } }))
  assert.deepEqual(shelf.books, ['oak', 'lent'])
})

test('import all loads a kind in two turns where some of its files speak of what comes between, each file once, and tells what both did', async () => {
  const shelf: Shelf = { books: [] }
  const [shelves = assert.fail(), loans = assert.fail()] = kinds
  const loads = [{ ...loans, inExample: ['loans/**/!(*-later).yaml'] }, shelves, { ...loans, inExample: ['loans/**/*-later.yaml'] }]
  const done = await run(importCommand(kinds, loads), ['all', await library('turns', { 'loans.yaml': 'all\n', 'loans/may.yaml': 'lent\n', 'loans/june-later.yaml': 'due\n', 'shelves.yaml': 'oak\n' })], {}, shelf)
  assert.deepEqual(shelf.books, ['all', 'lent', 'oak', 'due'])
  assert.deepEqual(done.ok && done.value.json, { loans: { books: 6, files: 3 }, shelves: { books: 3, files: 1 } })
})

test('what is refused before a kind comes again waits for it, and is refused for good where it is refused once more', async () => {
  const shelf: Shelf = { books: [] }
  const [shelves = assert.fail(), loans = assert.fail()] = kinds
  const needsDue: Importer<Shelf> = { ...shelves, load: async (files, at, progress) => (at.books.includes('due') ? books.load(files, at, progress) : refuse('invalid', 'No loan is due.')) }
  const loads = [{ ...loans, inExample: ['loans/**/!(*-later).yaml'] }, needsDue, { ...loans, inExample: ['loans/**/*-later.yaml'] }, { ...books, inExample: ['books/*.yaml'] }]
  const done = await run(importCommand(kinds, loads), ['all', await library('waiting', { 'loans/may.yaml': 'lent\n', 'loans/june-later.yaml': 'due\n', 'shelves.yaml': 'oak\n', 'books/a.yaml': 'emma\n' })], {}, shelf)
  assert.ok(done.ok)
  assert.deepEqual(shelf.books, ['lent', 'due', 'oak', 'emma'])
  const never = await run(importCommand(kinds, loads), ['all', await library('never', { 'loans/may.yaml': 'lent\n', 'loans/june-later.yaml': 'late\n', 'shelves.yaml': 'oak\n', 'books/a.yaml': 'emma\n' })], {}, { books: [] })
  assert.match(never.ok ? '' : never.refusal.message, /^No loan is due\. Loaded before that: loans\./)
})

test('import all passes no YAML file over: one of no kind is named, and nothing is loaded; so is a folder with nothing for it, or that is none', async () => {
  const shelf: Shelf = { books: [] }
  const strange = await run(importCommand(kinds), ['all', await library('strange', { 'shelves.yaml': 'oak\n', 'shelfs/a.yml': 'elm\n' })], {}, shelf)
  assert.ok(!strange.ok)
  assert.deepEqual(strange.refusal.faults.map(({ file }) => file), [join('shelfs', 'a.yml')])
  assert.match(strange.refusal.message, /shelves\/\*\.yaml, loans/)
  for (const place of [await library('bare', { 'readme.md': 'x' }), join(folder, 'nowhere'), join(folder, 'a.txt')]) assert.equal((await run(importCommand(kinds), ['all', place], {}, shelf)).ok, false, place)
  assert.deepEqual(shelf.books, [])
})

test('where a kind is refused, import all says which were loaded before it', async () => {
  const refused = await run(importCommand(kinds), ['all', await library('refused', { 'shelves.yaml': 'oak\n', 'loans/a.yaml': 'banned\n' })], {}, { books: [] })
  assert.match(refused.ok ? '' : refused.refusal.message, /A book is banned\. Loaded before that: shelves\./)
})

test('export all writes every kind', async () => {
  const out = join(folder, 'all')
  assert.equal((await run(exportCommand([books, { ...books, what: 'more', write: async () => ok([{ name: 'more.txt', body: 'm' }]) }]), ['all'], { out }, { books: ['emma'] })).ok, true)
  assert.deepEqual([await readFile(join(out, 'shelf', 'emma.txt'), 'utf8'), await readFile(join(out, 'more.txt'), 'utf8')], ['emma\n', 'm'])
})
