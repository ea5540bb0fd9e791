import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Role } from '#access/actor.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { readingPages } from './pages.ts'
import type { OpenPack } from './rights/open-reading.ts'
import { agendaLinks } from './whole/pack-items.ts'
import { meetingsTestMigrations } from '../work/testing.ts'
import { asPerson, audited, correctPanel, day, loadPanel, now, readingApp } from './testing.ts'

let folder = ''
let store: TestStore
let app: MeetingsApp

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-reading-pages-'))
  store = await testDatabase(meetingsTestMigrations)
  app = readingApp(store.database, openContentStore(folder))
  await loadPanel(app)
})
after(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

/** Asks for an address below `/staff/packs/panel/2023-07-07` as the door does. */
async function ask(role: Role, path: string, { query = '', fields }: { query?: string; fields?: Record<string, string> } = {}): Promise<StaffAnswer> {
  const context = await asPerson(store.database, role)
  const [found, params] = pageAt(`/staff/packs/panel/2023-07-07${path}`)
  const request: StaffRequest = {
    context,
    session: { actor: context.actor, email: `${role}@example.test`, formToken: { field: 'token', value: 'secret' }, hash: '' },
    path,
    params,
    query: new URLSearchParams(query),
    form: postedForm(Object.entries(fields ?? {})),
    today: day,
    now,
    origin: 'http://localhost',
  }
  const answer = await (fields === undefined ? found.show : found.submit)?.(request, app)
  assert.ok(answer)
  return answer
}

/** Fixed parts of an address come before parameters, as the router has it. */
function pageAt(address: string): [StaffPage<MeetingsApp>, Record<string, string>] {
  const parts = address.split('/')
  const fitting = readingPages().filter(({ path }) => {
    const own = path.split('/')
    return own.length === parts.length && own.every((part, index) => part.startsWith(':') || part === parts[index])
  })
  const [page] = fitting.toSorted((one, other) => one.path.split(':').length - other.path.split(':').length)
  assert.ok(page, address)
  return [page, Object.fromEntries(page.path.split('/').flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), parts[index] ?? '']] : [])))]
}

async function body(role: Role, path: string, query = ''): Promise<string> {
  const answer = await ask(role, path, { query })
  assert.equal(answer.kind, 'page', JSON.stringify(answer))
  return answer.kind === 'page' ? answer.body.toString() : ''
}

test('the whole pack stands on one page with the pages of the PDF, and says first whose copy it is', async () => {
  const page = await body('coopted', '/read')
  assert.match(page, /For Jonah Pettigrew only/)
  assert.match(page, /id="page-1"[^]*buses in the county[^]*id="page-E1"[^]*4711/)
  assert.ok(page.indexOf('Jonah Pettigrew only') < page.indexOf('4711'))
})

test('a councillor of another body is shown the public pack without a trace of the rest', async () => {
  for (const path of ['', '/read', '/notes', '/offline.html']) {
    const answer = await ask('chair', path)
    const text = answer.kind === 'page' ? answer.body.toString() : answer.kind === 'file' ? String(answer.body) : ''
    assert.doesNotMatch(text, /4711|The sale|for sale|page-E1| only\. This holds/, path)
    if (path !== '/notes') assert.match(text, /A matter of property/, path)
  }
})

test('a page of the pack is found by its number, and one that is not there is said to be none', async () => {
  assert.deepEqual(await ask('coopted', '/read', { query: 'notes=quiet&page=e1' }), { kind: 'moved', to: '/staff/packs/panel/2023-07-07/read?notes=quiet#page-E1' })
  const wrong = await ask('coopted', '/read', { query: 'page=99' })
  assert.ok(wrong.kind === 'page' && wrong.status === 400 && wrong.hasFaults === true)
  assert.match(wrong.body.toString(), /no page 99/)
  const hidden = await ask('chair', '/read', { query: 'page=E1' })
  assert.ok(hidden.kind === 'page' && hidden.status === 400)
})

test('each page of the pack says in which item it is', async () => {
  assert.match(await body('coopted', '/read'), /id="page-1"[^>]*>Page 1 of the pack, item 1</)
})

test('without the note links the text is as quiet as the paper', async () => {
  assert.match(await body('coopted', '/read'), /notes\/new\?paper=item-1-report&amp;block=0/)
  assert.doesNotMatch(await body('coopted', '/read', 'notes=quiet'), /notes\/new/)
})

test('a note bears the product’s day, whatever day the machine has', async () => {
  await ask('coopted', '/notes/new', { fields: { paper: 'item-1-report', block: '0', quote: '', words: 'On which day?' } })
  const page = await body('coopted', '/notes')
  assert.match(page, /Buses, 7 July 2023[^]*On which day\?/)
  assert.doesNotMatch(page, /1 July 2023/)
})

test('words that are copied with the number of their paragraph, or from two paragraphs, are highlighted or refused with the reason', async () => {
  const mark = (quote: string) => ask('coopted', '/notes/new', { fields: { paper: 'item-1-report', block: '0', quote, words: '', script: 'yes' } })
  const marked = await mark('1. The number of buses in the county')
  assert.ok(marked.kind === 'data')
  assert.match(JSON.stringify(marked.body), /Your highlight[^]*The number of buses in the county/)
  assert.doesNotMatch(JSON.stringify(marked.body), /1\. The number/)
  const both = await mark('in the last year. Members asked')
  assert.ok(both.kind === 'refused' && both.refusal.kind === 'invalid')
  assert.match(both.refusal.faults[0]?.message ?? '', /Copy them from one paragraph/)
})

test('members’ agenda and the contents of the pack say what is to follow and what is withdrawn', () => {
  const one = { number: 1, title: 'Buses', toFollow: true, confidential: false, papers: [], withheld: [] }
  const pack = { meeting: { items: [one, { ...one, number: 2, title: 'Trams', toFollow: false, withdrawn: 'Not ready.' }] } } as unknown as OpenPack
  for (const at of ['', '/staff/packs/panel/2023-07-07/read']) {
    const text = String(agendaLinks(pack, new Set(), at))
    assert.match(text, /Buses<\/a>[^]*To follow[^]*Trams<\/a>[^]*Withdrawn/, at)
  }
})

test('whoever sees the speakers has the way to them above the agenda', async () => {
  assert.match(await body('officer', ''), /\/speakers">Public speakers at this meeting<\/a>[^]*id="agenda"/)
})

test('a withheld picture is for those who may read its paper; another’s attempt is recorded', async () => {
  const [, checksum] = /pictures\/([0-9a-f]{64})/.exec(await body('coopted', '/read')) ?? []
  assert.equal((await ask('coopted', `/pictures/${checksum}`)).kind, 'file')
  const director = await asPerson(store.database, 'director')
  const refused = await ask('director', `/pictures/${checksum}`)
  assert.ok(refused.kind === 'refused' && refused.refusal.kind === 'not-allowed')
  assert.deepEqual((await audited(store.database, director, 'packs.read-withheld')).map(({ outcome }) => outcome), ['refused'])
})

test('a download bears the reader’s name, and each is one row of the audit', async () => {
  const councillor = await asPerson(store.database, 'councillor')
  for (const times of [1, 2]) {
    const answer = await ask('councillor', '/pack.pdf')
    assert.ok(answer.kind === 'file' && answer.inline === false)
    assert.match((await readPdf(answer.body as Uint8Array)).texts.at(-1) ?? '', /Cllr Isla Dunmore/)
    const rows = await audited(store.database, councillor, 'packs.read-withheld')
    assert.equal(rows.filter(({ detail }) => (detail as { done?: string }).done === 'downloaded').length, times)
  }
})

test('who may not read the exempt part downloads the pack that the public has', async () => {
  const answer = await ask('chair', '/pack.pdf')
  assert.ok(answer.kind === 'file')
  const text = (await readPdf(answer.body as Uint8Array)).texts.join(' ')
  assert.match(text, /A matter of property/)
  assert.doesNotMatch(text, /4711|Quennell only|Cllr Deborah/)
})

test('the file for reading without the internet holds everything it shows and may load nothing', async () => {
  const answer = await ask('coopted', '/offline.html', { query: 'notes=yes' })
  assert.ok(answer.kind === 'file' && typeof answer.body === 'string' && answer.inline !== true)
  assert.match(answer.body, /For Jonah Pettigrew only[^]*src="data:image\/svg\+xml;base64,[^]*For Jonah Pettigrew only/)
  assert.doesNotMatch(answer.body, /src="(?!data:)|<link|<script|url\(/)
  assert.match(answer.body, /default-src &#39;none&#39;|default-src 'none'/)
})

test('a note that is refused keeps every word that was typed', async () => {
  const answer = await ask('coopted', '/notes/new', { fields: { paper: 'item-1-report', block: '0', quote: 'never written', words: 'My <thoughts>' } })
  assert.ok(answer.kind === 'page' && answer.status === 400)
  assert.match(answer.body.toString(), /My &lt;thoughts&gt;[^]*never written/)
})

test('a note is kept, changed, listed, downloaded and deleted without a script', async () => {
  const kept = await ask('coopted', '/notes/new', { fields: { paper: 'item-1-report', block: '0', quote: 'fallen to forty', words: 'Ask <why>' } })
  assert.ok(kept.kind === 'moved')
  const [, id] = /read#note-(.+)$/.exec(kept.to) ?? []
  assert.match(await body('coopted', '/read'), new RegExp(`id="note-${id}"[^]*Ask &lt;why&gt;`))
  const changed = await ask('coopted', `/notes/${id}`, { fields: { revision: '1', words: 'Ask when' } })
  assert.ok(changed.kind === 'moved')
  const stale = await ask('coopted', `/notes/${id}`, { fields: { revision: '1', words: 'Typed elsewhere' } })
  assert.ok(stale.kind === 'page' && stale.status === 409)
  assert.match(stale.body.toString(), /Ask when[^]*Typed elsewhere/)
  assert.match(await body('coopted', '/notes'), /fallen to forty[^]*Ask when/)
  const file = await ask('coopted', '/notes.txt')
  assert.match(file.kind === 'file' ? String(file.body) : '', /1\. Buses\r\n[^]*“fallen to forty”\r\nAsk when/)
  assert.doesNotMatch(await body('councillor', '/notes'), /Ask when/)
  assert.equal((await ask('coopted', `/notes/${id}`, { fields: { deed: 'delete' } })).kind, 'moved')
  assert.doesNotMatch(await body('coopted', '/notes'), /Ask when/)
})

test('the page of the meeting tells what changed since one read it, until one has opened that too, and only one’s own button says that one has read it', async () => {
  assert.equal((await ask('coopted', '/seen', { fields: { version: '1' } })).kind, 'moved')
  assert.doesNotMatch(await body('coopted', ''), /Changed since/)
  await correctPanel(app)
  assert.match(await body('coopted', ''), /Changed since you last read[^]*1\. [^]*Buses[^]*<del[^]*forty/)
  assert.deepEqual(await ask('coopted', '/seen', { fields: { version: '2', script: 'yes' } }), { kind: 'data', body: { version: 2 } })
  const opened = await body('coopted', '')
  assert.match(opened, /You opened this version on/, 'opening is not reading')
  assert.match(opened, /What changed since version 1/)
  assert.match(opened, /Version 2, entered in this record on 7 July 2023\. The number of buses\.[^]*Version 1<\/a>, published 29 June 2023: /, 'of what came in a file the pack tells the days that the public page tells')
  assert.equal((await ask('coopted', '/seen', { fields: { version: '2' } })).kind, 'moved')
  const read = await body('coopted', '')
  assert.match(read, /You have read this version/)
  assert.match(read, /What changed since version 1/)
})
