import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import type { Command, CommandAnswer } from '#platform/command/command.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { bodiesMigrations } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { meetingsFiles } from '../meetings-files.ts'
import { meetingsMigrations } from '../migrations/meetings.ts'
import { packCommand } from '../pack/pack-command.ts'
import { itemPage } from '../public/item-page.ts'
import { meetingPage } from '../public/meeting-page.ts'
import { suppliedFile, supplementFile } from '../public/published-files.ts'
import { publicApi } from '../public/api.ts'
import { changeMeeting, saveItem } from '../work/keep-meeting.ts'
import { insertPaper, savePart } from '../work/keep-paper.ts'
import { meetingIdOn, meetingInWork } from '../work/read-work.ts'
import { publishCommand, readyCommand } from './commands.ts'
import { appOn, early, loadPanel, makeMeeting, meetingDay, now, unwrap, writeReport } from './testing.ts'

let folder = ''
let store: TestStore
const app = () => appOn(store.database, folder)
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>'

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-publish-command-'))
  store = await testDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations])
  await loadPanel(app())
  const { items } = await makeMeeting(store.database, meetingDay, [{ title: 'School places', report: '## Summary\n\nThere are 312 places.\n' }, { title: 'Budget', toFollow: true }])
  const attachment = { name: 'Map of schools.svg', checksum: await app().files.put(Buffer.from(drawing)), mediaType: 'image/svg+xml', bytes: drawing.length }
  await store.database.write('operator:test', async (tx) => {
    const [item] = items
    assert.ok(item)
    const paper = await insertPaper(tx, item, { kind: 'appendix', position: 1, title: 'Appendix 1: Map', attachment })
    unwrap(await savePart(tx, { paper, part: 'body', content: { markdown: 'The schools lie along the river.\n' }, basedOn: 0, by: 'Ada Lorne', at: now }))
  })
})
after(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function run(command: Command<MeetingsApp>, options: Record<string, unknown> = {}, words = ['panel', meetingDay as string]): Promise<CommandAnswer> {
  assert.equal(command.needs, 'application')
  const io = { json: false, folder, say: () => undefined, progress: () => undefined }
  const outcome = await command.run({ words, options: options as never }, io, app())
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

test('ready says what would be published and what there is to know, then publish does it', async () => {
  const ready = await run(readyCommand)
  assert.equal(ready.foundFault, undefined)
  assert.match(ready.text, /^ready to publish: agenda\nThere are 12 clear working days/)
  assert.match(ready.text, /to know: Item 2: Its report is to follow/)
  assert.deepEqual(await run(publishCommand, { 'dry-run': true }), ready, 'a dry run says the same and publishes nothing')
  assert.deepEqual((await run(publishCommand)).json, { body: 'panel', date: meetingDay, version: 1 })
  const again = await run(readyCommand)
  assert.deepEqual([again.foundFault, again.text.split('\n')[0]], [true, 'nothing has changed since version 1'])
})

const ask = (path: string, params: Record<string, string>) => ({ path, params: { body: 'panel', date: meetingDay, ...params }, query: new URLSearchParams(), today: early, origin: 'https://council.example', file: (checksum: string) => app().files.get(checksum) })

test('a supplied file stands beside the text that says the same, and a drawing is saved and never opened in the browser', async () => {
  const page = await store.database.readPublished((read) => itemPage()({ ...ask('/x', { number: '1' }), read }))
  const body = page.kind === 'page' ? String(page.body) : ''
  const address = /href="(\/bodies\/panel\/2023-07-07\/files\/([0-9a-f]{64})\/Map%20of%20schools\.svg)"/.exec(body)
  assert.match(body, /The schools lie along the river/)
  assert.match(body, /SVG drawing, 1 KB/)
  const file = await store.database.readPublished((read) => suppliedFile({ ...ask('/x', { checksum: address?.[2] ?? '', name: 'Map of schools.svg' }), read }))
  assert.deepEqual(file.kind === 'file' ? [file.contentType, file.inline, file.filename] : file, ['image/svg+xml', false, 'Map of schools.svg'])
  const references = await store.database.read('operator:test', (reader) => meetingsFiles(reader))
  assert.ok(references.includes(address?.[2] ?? ''), 'a backup takes it along')
})

test('publish refuses an unknown way, and takes a supplement with its page on the meeting’s page and in the API', async () => {
  assert.equal(publishCommand.needs, 'application')
  const id = await store.database.read('operator:test', (reader) => meetingIdOn(reader, 'panel', meetingDay))
  assert.ok(id)
  const item = (await store.database.read('operator:test', (reader) => meetingInWork(reader, id)))?.items[1]
  assert.ok(item)
  await writeReport(store.database, item.id, 'Budget', '## Summary\n\nIt is overspent.\n')
  await store.database.write('operator:test', async (tx) => {
    unwrap(await changeMeeting(tx, id, (await meetingInWork(tx.reader, id))?.revision ?? 0, now))
    await saveItem(tx, item.id, { ...item.facts, toFollow: false }, undefined)
  })
  assert.deepEqual((await run(publishCommand, { as: 'supplement', note: 'The outturn came late' })).json, { body: 'panel', date: meetingDay, version: 2 })
  const page = await store.database.readPublished((read) => meetingPage()({ ...ask('/x', {}), read }))
  assert.match(page.kind === 'page' ? String(page.body) : '', /href="\/bodies\/panel\/2023-07-07\/supplements\/1">Supplement 1 \(PDF\)<\/a>, page 3, issued 20 June 2023: papers on item 2\. The outturn came late\./)
  const file = await store.database.readPublished((read) => supplementFile({ ...ask('/x', { number: '1' }), read }))
  assert.equal(file.kind === 'file' ? file.filename : '', 'panel-2023-07-07-supplement-1.pdf')
  const resource = publicApi.find((one) => one.path.endsWith('/supplements'))
  const answer = await store.database.readPublished((read) => resource?.answer({ ...ask('/x', {}), read }) ?? Promise.reject(new Error('no resource')))
  assert.ok(answer.ok && answer.value.kind === 'list')
  for (const one of answer.value.items) resource?.response.parse(one)
  assert.match(JSON.stringify(answer.value.items), /"pages":\{"from":3,"to":3\}/)
  const papers = publicApi.find((one) => one.path.endsWith('/papers'))
  const listed = await store.database.readPublished((read) => papers?.answer({ ...ask('/x', {}), read }) ?? Promise.reject(new Error('no resource')))
  assert.ok(listed.ok && listed.value.kind === 'list')
  for (const one of listed.value.items) papers?.response.parse(one)
  assert.match(JSON.stringify(listed.value.items), /files\/[0-9a-f]{64}\/Map%20of%20schools\.svg/)
})

test('pack writes the supplement, and a reader’s copy that bears the name', async () => {
  await run(packCommand, { for: 'public', supplement: '1', out: 'supplement.pdf' })
  assert.equal((await readPdf(await readFile(join(folder, 'supplement.pdf')))).labels.at(-1), '3')
  const copy = await run(packCommand, { for: 'members', reader: 'Cllr Ines Marlowe', out: 'copy.pdf' })
  assert.match(copy.text, /^copy\.pdf: \d+ pages, version/)
  assert.match((await readPdf(await readFile(join(folder, 'copy.pdf')))).texts.join(' '), /For Cllr Ines Marlowe only/)
})

test('a member’s copy can be read by nobody else on the machine, also where a file of that name was there before', async () => {
  const file = join(folder, 'members.pdf')
  await writeFile(file, 'older')
  await chmod(file, 0o644)
  await run(packCommand, { for: 'members', reader: 'Cllr Ines Marlowe', out: 'members.pdf' })
  assert.equal((await stat(file)).mode & 0o777, 0o600)
})

test('a changed paper is left as published where the command says so, and what cannot stay refuses', async () => {
  const id = await store.database.read('operator:test', (reader) => meetingIdOn(reader, 'panel', meetingDay))
  const paper = id === undefined ? undefined : (await store.database.read('operator:test', (reader) => meetingInWork(reader, id)))?.items[0]?.papers[0]
  assert.ok(paper)
  await store.database.write('operator:test', async (tx) => unwrap(await savePart(tx, { paper: paper.id, part: 'body', content: { markdown: 'There are 313 places.\n' }, basedOn: 1, by: 'Ada Lorne', at: now })))
  const lineOf = async (options: Record<string, unknown>) => (await run(publishCommand, { 'dry-run': true, ...options })).text.split('\n')[0]
  assert.equal(await lineOf({}), 'ready to publish: correction')
  assert.equal(await lineOf({ leave: ['item-1-report'] }), 'nothing else has changed since version 2')
  assert.equal(publishCommand.needs, 'application')
  const refused = await publishCommand.run({ words: ['panel', meetingDay], options: { leave: ['item-9-report'], correction: 'A figure.' } }, { json: false, folder, say: () => undefined, progress: () => undefined }, app())
  assert.match('refusal' in refused ? refused.refusal.message : '', /cannot stay as it is/)
})
