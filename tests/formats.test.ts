import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { body } from '#features/bodies'
import type { Application } from '#entry/application.ts'
import { countyEntry } from '#entry/county/county-file.ts'
import { exporters, importers } from '#entry/features.ts'
import { testApplication } from '#entry/testing.ts'
import { exportCommand, importCommand } from '#entry/transfer/transfer-commands.ts'
import type { Command } from '#platform/command/command.ts'
import { readImportFiles } from '#platform/files/import-files.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { memberRegister } from '../src/features/interests/testing.ts'
import { commentaryFile, definition, eesMapping, fingertipsMapping, releaseEntry } from '../src/features/measures/testing.ts'
import { actionEntry, documentRequestEntry, minutesEntry, questionEntry } from '../src/features/minutes/testing.ts'
import { exception, leadMembers, planEntry, workProgramme, taskGroup } from '../src/features/scrutiny/testing.ts'
import { appendixHead, bodyTemplate, meetingEntry, reportFrame } from '../src/features/meetings/testing.ts'

interface Field {
  readonly needed: boolean
  /** The words that it may hold, where these are counted. */
  readonly choices: readonly string[]
}

interface Described {
  readonly properties?: Readonly<Record<string, Described>>
  readonly required?: readonly string[]
  readonly items?: Described
  readonly enum?: readonly string[]
}

const page = (await readFile(new URL('../docs/formats.md', import.meta.url), 'utf8')).replaceAll('\r\n', '\n')
/** Says the same meeting again, and is loaded for itself. */
const correction = 'meetings/2025-07-03/corrected.yaml'
let folder = ''
let app: Application
let close: () => Promise<void>
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-formats-'))
  ;({ app, close } = await testApplication({ TODAY: '2025-07-01' }))
  await write(folder, new Map(exampleFiles().filter(([name]) => name !== correction)))
})
after(async () => {
  await close()
  await rm(folder, { recursive: true })
})

for (const [heading, schema] of Object.entries({ county: countyEntry, bodies: body, templates: bodyTemplate, meetings: meetingEntry, reports: reportFrame, appendices: appendixHead, interests: memberRegister, questions: questionEntry, minutes: minutesEntry, recommendations: actionEntry, 'document-requests': documentRequestEntry, 'forward-plan': planEntry, 'task-groups': taskGroup, 'lead-members': leadMembers, exceptions: exception, 'work-programme': workProgramme, measures: definition, ees: eesMapping, fingertips: fingertipsMapping, commentaries: commentaryFile, releases: releaseEntry })) {
  test(`docs/formats.md names every field of ${heading}, whether it is needed and what it may hold, and no other`, () => {
    const rows = rowsBelow(heading)
    const fields = new Map(fieldsOf(z.toJSONSchema(schema, { io: 'input' }) as Described))
    assert.deepEqual([...rows.keys()].sort(), [...fields.keys()].sort())
    for (const [name, { needed, choices }] of fields) {
      assert.equal(rows.get(name)?.needed, needed ? 'yes' : 'no', `${heading}: ${name} is needed`)
      for (const choice of choices) assert.ok(rows.get(name)?.says.includes(`\`${choice}\``), `${heading}: ${name} may hold ${choice}`)
    }
  })
}

test('the small council of docs/formats.md has a file of every kind, and loads as it stands with import all, in the order that the page names', async () => {
  const loaded = await importAll(folder, app)
  assert.deepEqual(Object.keys(loaded), importers.map(({ what }) => what))
  assert.deepEqual([loaded['county'], loaded['bodies'], loaded['interests']], [{ county: 1 }, { bodies: 2, memberships: 4, published: 2 }, { members: 2, interests: 2, published: 2 }])
  assert.deepEqual(loaded['meetings'], { meetings: 5, papers: 4, published: 5 })
  assert.deepEqual([...page.split('## county')[0]?.matchAll(/^\| `([\w-]+)` \| `/gm) ?? []].map(([, what]) => what), importers.map(({ what }) => what))
})

test('every import is recorded in the audit by its own word, with nothing of names or folders', async () => {
  const { rows } = await app.database.queue("select subject_kind, subject_id, detail from access.audit where verb like '%.import' and outcome = 'done'")
  assert.deepEqual([...new Set(rows.map((row) => (row as { subject_kind: string }).subject_kind))].toSorted(), importers.map(({ what }) => what).toSorted())
  assert.doesNotMatch(JSON.stringify(rows), /\.ya?ml|golden-thread-formats|meetings\//)
})

test('loaded again it publishes nothing', async () => {
  for (const [what, summary] of Object.entries(await importAll(folder, app))) assert.equal((summary as { published?: number }).published ?? 0, 0, what)
})

test('export all gives it back: loaded into an empty store, that is exported as the same files, of which each holds what the page says', async () => {
  const first = await exportAll(app)
  const copy = await mkdtemp(join(tmpdir(), 'golden-thread-formats-'))
  const other = await testApplication({ TODAY: '2025-07-01' })
  try {
    await write(copy, first)
    await importAll(copy, other.app)
    assert.deepEqual(await exportAll(other.app), first)
  } finally {
    await other.close()
    await rm(copy, { recursive: true })
  }
  // The writer folds long lines.
  const whole = [...first.values()].join('\n').replaceAll(/\s+/g, ' ')
  for (const [name, text] of exampleFiles().filter(([file]) => file.endsWith('.yaml') && file !== correction)) {
    for (const [said] of text.matchAll(/(?<=(?:slug|ref|reference|id|member|words|matter|question|what|area|title|issue): )[A-Za-z][\w' -]+(?=[,.}\n])/g)) assert.ok(whole.includes(said.trim()), `${name}: ${said}`)
  }
})

test('what it shows as a correction makes a new version', async () => {
  await write(folder, new Map(exampleFiles().filter(([name]) => name === correction)))
  assert.deepEqual(await load('meetings', correction), { meetings: 1, papers: 4, published: 1 })
})

async function importAll(from: string, into: Application): Promise<Record<string, unknown>> {
  const done = await run(importCommand(importers), ['all', from], {}, into)
  return done as Record<string, unknown>
}

/** What an export of everything writes, by the names of the files. */
async function exportAll(from: Application): Promise<Map<string, string>> {
  const out = await mkdtemp(join(tmpdir(), 'golden-thread-formats-'))
  await run(exportCommand(exporters), ['all'], { out }, from)
  const names = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = new Map<string, string>()
  for (const name of names.toSorted()) files.set(name.slice(out.length + 1), await readFile(name, 'utf8'))
  await rm(out, { recursive: true })
  return files
}

async function run(command: Command<Application>, words: string[], options: Record<string, string>, on: Application): Promise<unknown> {
  assert.ok(command.needs === 'application')
  const done = await command.run({ words, options }, { json: true, folder, say: () => undefined, progress: () => undefined }, on)
  if (!done.ok) assert.fail(JSON.stringify(done.refusal, undefined, 2))
  return done.value.json
}

async function write(into: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    await mkdir(dirname(join(into, name)), { recursive: true })
    await writeFile(join(into, name), text)
  }
}

async function load(what: string, ...names: readonly string[]): Promise<unknown> {
  const importer = importers.find((one) => one.what === what) ?? assert.fail(what)
  const files = await readImportFiles(names, folder)
  assert.ok(files.ok, JSON.stringify(files))
  const loaded = await importer.load(files.value, app, () => undefined)
  if (!loaded.ok) assert.fail(JSON.stringify(loaded.refusal, undefined, 2))
  return loaded.value
}

/** Each file of the example by its name: a heading with the name, and the fenced block below it. */
function exampleFiles(): [string, string][] {
  const parts = page.split(/^### `/m).slice(1)
  return parts.map((part) => [part.split('`')[0] ?? '', /^```\w+\n(.*?\n)```$/ms.exec(part)?.[1] ?? assert.fail(`no file in ${part}`)])
}

/** The rows of the table that stands first below a heading, by their fields. */
function rowsBelow(heading: string): Map<string, { readonly needed: string; readonly says: string }> {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? assert.fail(`there is no heading ${heading}`)
  const rows = section.matchAll(/^\| `([\w.-]+)` \| (yes|no) \| (.*) \|$/gm)
  return new Map(Array.from(rows, ([, name = '', needed = '', says = '']) => [name, { needed, says }]))
}

/** The fields of a record as a file writes them, those within others with a dot: `contact.phone`, `members.seat`. */
function fieldsOf(described: Described, above = ''): [string, Field][] {
  const record = described.items ?? described
  return Object.entries(record.properties ?? {}).flatMap(([key, inner]): [string, Field][] => {
    const name = `${above}${hyphenated(key)}`
    return [[name, { needed: record.required?.includes(key) === true, choices: inner.enum ?? [] }], ...fieldsOf(inner, `${name}.`)]
  })
}
