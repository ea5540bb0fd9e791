import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { body } from '#features/bodies'
import type { Application } from '#entry/application.ts'
import { countyEntry } from '#entry/county/county-file.ts'
import { importers } from '#entry/features.ts'
import { testApplication } from '#entry/testing.ts'
import { readImportFiles } from '#entry/transfer/import-files.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { memberRegister } from '../src/features/interests/testing.ts'
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
let folder = ''
let app: Application
let close: () => Promise<void>
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-formats-'))
  ;({ app, close } = await testApplication({ TODAY: '2025-07-01' }))
  for (const [name, text] of exampleFiles()) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
})
after(async () => {
  await close()
  await rm(folder, { recursive: true })
})

for (const [heading, schema] of Object.entries({ county: countyEntry, bodies: body, templates: bodyTemplate, meetings: meetingEntry, reports: reportFrame, appendices: appendixHead, interests: memberRegister, questions: questionEntry, minutes: minutesEntry, recommendations: actionEntry, 'document-requests': documentRequestEntry, 'forward-plan': planEntry, 'task-groups': taskGroup, 'lead-members': leadMembers, exceptions: exception, 'work-programme': workProgramme })) {
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

test('the small council of docs/formats.md loads as it stands: county, bodies, an agenda with papers, a late one, a cancelled meeting, a draft', async () => {
  assert.deepEqual(await load('county', 'county.yaml'), { county: 1 })
  assert.deepEqual(await load('bodies', 'bodies.yaml'), { bodies: 2, memberships: 4, published: 2 })
  assert.deepEqual(await load('meetings', 'meetings/2025-07-03/meeting.yaml', 'meetings/others.yaml'), { meetings: 4, papers: 4, published: 4 })
  assert.deepEqual(await load('interests', 'interests.yaml'), { members: 2, interests: 2, published: 2 })
})

test('loaded again it changes nothing; what it shows as a correction makes a new version', async () => {
  assert.deepEqual(await load('meetings', 'meetings/2025-07-03/meeting.yaml', 'meetings/others.yaml'), { meetings: 4, papers: 4, published: 0 })
  assert.deepEqual(await load('meetings', 'meetings/2025-07-03/corrected.yaml'), { meetings: 1, papers: 4, published: 1 })
})

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
