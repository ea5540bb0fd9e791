import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { addExampleAccounts } from '#access/accounts/example-accounts.ts'
import { addKey } from '#access/keys/add-key.ts'
import { linkMembersByName } from '#features/bodies'
import type { Server } from '#platform/http/server.ts'
import type { Application } from '../application.ts'
import { importers, webContent } from '../features.ts'
import { readinessOf } from '../readiness.ts'
import { testApplication } from '../testing.ts'
import { readImportFiles } from '#platform/files/import-files.ts'
import { makeWeb } from './web.ts'

const member = (person: string, capacity: string) => `  - { seat: Member, organisation: Council, capacity: ${capacity}, votes: all, person: ${person}, from: 2021-05-10 }\n`
const bodies = `slug: panel\nname: Children’s Panel\nkind: scrutiny-panel\npurpose: Asks.\nmeets-in-public: true\nmembers:\n${member('Cllr Isla Dunmore', 'voting')}---
slug: cabinet\nname: Cabinet\nkind: cabinet\npurpose: Decides.\nmeets-in-public: true\nmembers:\n${member('Cllr Deborah Quennell', 'chair')}`
const meeting = (date: string, rest: string) => `body: panel\ndate: ${date}\ntime: "10:00"\nvenue: County Hall\n${rest}`
const exempt = '    exempt: { paragraph: 3, reason: It would harm the sale. }\n    withheld: { public-title: A matter of property, decided-by: Monitoring Officer }\n'
const issued = meeting('2023-07-07', `status: agenda-published\nissued: 2023-06-19\nitems:\n  - { number: 1, title: Buses, report: buses.md }\n  - number: 2\n    title: The school that is for sale\n${exempt}    report: sale.md\n`)
const draft = meeting('2023-07-21', `status: planned\nitems:\n  - { number: 1, title: Apologies, standing: apologies }\n  - { number: 2, title: Buses, to-follow: true }\n  - number: 3\n    title: The headteacher’s severance\n${exempt}    to-follow: true\n`)
const report = (title: string, text: string) => `---\ntitle: ${title}\nframe: panel\nbackground-papers: []\n---\n\n${text}\n`
const files = { 'bodies.yaml': bodies, 'issued.yaml': issued, 'draft.yaml': draft, 'buses.md': report('Buses', 'There are forty buses.'), 'sale.md': report('The sale', 'The price is 4711 pounds.') }

let app: Application
let server: Server
let close: () => Promise<void>
const keys: Record<string, string> = {}
before(async () => {
  ;({ app, close } = await testApplication({ TODAY: '2023-06-20' }))
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-machines-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  for (const [what, names] of [['bodies', ['bodies.yaml']], ['meetings', ['issued.yaml', 'draft.yaml']]] as const) {
    const read = await readImportFiles(names, folder)
    const loaded = read.ok ? await importers.find((one) => one.what === what)?.load(read.value, app, () => undefined) : read
    assert.ok(loaded?.ok, JSON.stringify(loaded))
  }
  await rm(folder, { recursive: true })
  assert.ok((await addExampleAccounts(app.context(), 'seven quiet herons', app.now())).ok)
  assert.ok((await linkMembersByName(app.context())).ok)
  const web = await makeWeb(app, webContent, () => readinessOf(app))
  assert.ok(web.ok)
  server = web.value
  for (const name of ['officer', 'chair', 'councillor', 'director', 'auditor']) {
    const added = await addKey(app.context(), `${name}@example.test`, { name: 'Test', days: 1 }, app.now())
    keys[name] = added.ok ? added.value.key : assert.fail()
  }
})
after(async () => {
  await server.close()
  await close()
})

function ask(who: string, url: string, body?: object) {
  const headers = { authorization: `Bearer ${keys[who]}` }
  return server.inject({ url: `/api/v1/staff${url}`, headers, ...(body === undefined ? {} : { method: 'POST' as const, payload: body }) })
}

test('a program lists the meetings that staff work on, as the officers’ list has them', async () => {
  const found = await ask('officer', '/meetings?limit=1')
  const page = found.json<{ items: { date: string; hasPublishedAgenda: boolean }[]; next: string }>()
  assert.deepEqual(page.items.map(({ date, hasPublishedAgenda }) => [date, hasPublishedAgenda]), [['2023-07-07', true]])
  const { items } = (await ask('officer', page.next.replace('/api/v1/staff', ''))).json<{ items: { date: string; agendaDue: unknown; address: string }[] }>()
  assert.deepEqual(items.map(({ date, agendaDue, address }) => [date, agendaDue, address]), [['2023-07-21', { day: '2023-07-13', isLate: false }, '/api/v1/staff/meetings/panel/2023-07-21']])
  assert.deepEqual((await ask('officer', '/meetings?need=changed')).json(), { items: [] })
  assert.equal((await ask('officer', '/meetings?cursor=MTp4')).statusCode, 400)
})

test('a year is proposed without a trace, and created when it is asked for', async () => {
  const asked = { pattern: 'second Tuesday of each month', from: '2023-09-01', to: '2023-12-31', leaveOut: [10] }
  const dry = await ask('officer', '/bodies/cabinet/plan', { ...asked, dryRun: true })
  const days = ['2023-09-12', '2023-11-14', '2023-12-12']
  assert.deepEqual([dry.statusCode, dry.json<{ proposals: { date: string }[] }>().proposals.map(({ date }) => date), dry.json<Record<string, unknown>>()['created']], [200, days, []])
  assert.deepEqual((await ask('officer', '/meetings?body=cabinet')).json(), { items: [] })
  const done = await ask('officer', '/bodies/cabinet/plan', asked)
  assert.deepEqual([done.statusCode, done.json<Record<string, unknown>>()['created'], done.json<Record<string, unknown>>()['kind']], [201, days, 'public'])
  assert.equal((await ask('officer', '/meetings?body=cabinet')).json<{ items: unknown[] }>().items.length, 3)
  assert.equal((await ask('officer', '/bodies/cabinet/plan', asked)).statusCode, 409)
  assert.equal((await ask('officer', '/bodies/nowhere/plan', asked)).statusCode, 404)
  const wrong = await ask('officer', '/bodies/cabinet/plan', { pattern: 'now and then', time: '25:00' })
  assert.deepEqual([wrong.statusCode, wrong.json<{ faults: { field: string }[] }>().faults.map(({ field }) => field)], [400, ['pattern', 'time']])
})

interface Agenda {
  readonly items: readonly { readonly number: number; readonly title: string; readonly isToFollow: boolean }[]
  readonly revision: number
  readonly readiness?: { readonly isReady: boolean; readonly kind: string | null }
}

test('a draft agenda says whether it can be published to whoever may publish it, and withheld titles to whoever may read them', async () => {
  const officer = (await ask('officer', '/meetings/panel/2023-07-21')).json<Agenda>()
  assert.deepEqual([officer.items.map(({ title }) => title), officer.readiness?.kind], [['Apologies', 'Buses', 'The headteacher’s severance'], 'agenda'])
  const director = (await ask('director', '/meetings/panel/2023-07-21')).json<Agenda>()
  assert.deepEqual([director.items[2]?.title, director.readiness], ['A matter of property', undefined])
  assert.doesNotMatch(JSON.stringify(director), /severance|headteacher/)
  assert.equal((await ask('officer', '/meetings/panel/2023-07-22')).statusCode, 404)
  assert.equal((await ask('officer', '/meetings/panel/tomorrow')).statusCode, 404)
})

test('publishing is tried without a trace, then begun, followed by its address, and done once', async () => {
  const at = '/meetings/panel/2023-07-21'
  const dry = (await ask('officer', `${at}/publications`, { dryRun: true })).json<{ readiness: { isReady: boolean; kind: string; clearWorkingDays: number } }>().readiness
  assert.deepEqual([dry.isReady, dry.kind], [true, 'agenda'])
  assert.equal((await server.inject('/api/v1/bodies/panel/meetings/2023-07-21/items')).json<{ items: unknown[] }>().items.length, 0)
  const { revision } = (await ask('officer', at)).json<Agenda>()
  assert.equal((await ask('officer', `${at}/publications`, { revision: revision + 1 })).statusCode, 409)
  const begun = await ask('officer', `${at}/publications`, { revision })
  const address = String(begun.headers['location']).replace('/api/v1/staff', '')
  assert.deepEqual([begun.statusCode, begun.json<Record<string, unknown>>()['address']], [202, begun.headers['location']])
  let record = (await ask('officer', address)).json<{ state: string; version?: number }>()
  for (let tries = 0; tries < 300 && ['queued', 'building'].includes(record.state); tries += 1) {
    await wait(100)
    record = (await ask('officer', address)).json()
  }
  assert.deepEqual([record.state, record.version], ['done', 2])
  assert.equal((await ask('officer', `${at}/publications`, {})).statusCode, 409)
  assert.equal((await ask('officer', `/meetings/panel/2023-07-07/publications/${address.split('/').at(-1)}`)).statusCode, 404)
  const rows = await deeds('meetings.publish')
  assert.ok(rows.some(({ outcome, door, key, step }) => outcome === 'done' && door === 'api' && key === keys['officer']?.slice(4, 12) && step === 'published'))
})

test('a program leaves papers as they are published, and is refused one that cannot stay', async () => {
  const url = '/meetings/panel/2023-07-07/publications'
  const dry = await ask('officer', url, { dryRun: true, leave: ['item-1-report'] })
  assert.deepEqual([dry.statusCode, dry.json<{ readiness: { kind: unknown } }>().readiness.kind], [200, null])
  const refused = await ask('officer', url, { as: 'correction', note: 'A figure.', leave: ['item-9-report'] })
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json<{ detail: string }>().detail, /A paper that you would leave as published cannot stay as it is/)
  assert.equal((await ask('officer', url, { leave: 'item-1-report' })).statusCode, 400)
})

test('a member’s key has the member’s own copy with the exempt part; of another body it has the public pack', async () => {
  const url = '/packs/panel/2023-07-07/pack.pdf'
  let own = await ask('councillor', url)
  for (let tries = 0; tries < 20 && own.statusCode === 202; tries += 1) {
    await wait(500)
    own = await ask('councillor', url)
  }
  const other = await ask('chair', url)
  const open = await server.inject('/bodies/panel/2023-07-07/pack.pdf')
  assert.deepEqual([own.statusCode, other.statusCode], [200, 200])
  assert.ok(other.rawPayload.equals(open.rawPayload), 'the chair of another body has what the public has')
  assert.ok(!own.rawPayload.equals(open.rawPayload))
  assert.ok((await deeds('packs.read-withheld')).some(({ door, outcome, done }) => door === 'api' && outcome === 'done' && done === 'downloaded'))
  assert.equal((await ask('councillor', `${url}?version=9`)).statusCode, 404)
  assert.equal((await ask('auditor', url)).statusCode, 403)
})

test('a councillor’s key reads no notes, neither others’ nor drafts: there is no address for them', async () => {
  for (const url of ['/packs/panel/2023-07-07/notes', '/packs/panel/2023-07-07', '/notes', '/papers']) assert.equal((await ask('councillor', url)).statusCode, 404, url)
  const page = await server.inject({ url: '/staff/packs/panel/2023-07-07/notes', headers: { authorization: `Bearer ${keys['councillor']}` } })
  assert.deepEqual([page.statusCode, page.headers.location], [303, '/sign-in?next=/staff/packs/panel/2023-07-07/notes'])
})

test('the list of speakers is for officers and for the chair of the body, and nobody else', async () => {
  const list = await ask('officer', '/meetings/panel/2023-07-07/speakers')
  assert.deepEqual([list.statusCode, list.json<Record<string, unknown>>()['speakers'], list.json<Record<string, unknown>>()['undecided']], [200, [], 0])
  for (const who of ['chair', 'councillor', 'director']) assert.equal((await ask(who, '/meetings/panel/2023-07-07/speakers')).statusCode, 403, who)
})

test('what a role may not do in the site it may not do by a key either', async () => {
  const refused = [
    await ask('councillor', '/meetings'),
    await ask('councillor', '/meetings/panel/2023-07-07'),
    await ask('director', '/bodies/panel/plan', { pattern: 'second Tuesday of each month', dryRun: true }),
    await ask('chair', '/meetings/panel/2023-07-07/publications', { dryRun: true }),
    await ask('auditor', '/meetings/panel/2023-07-07/publications', {}),
  ]
  for (const { statusCode, headers } of refused) assert.deepEqual([statusCode, headers['content-type']], [403, 'application/problem+json'])
})

async function deeds(verb: string): Promise<Record<string, unknown>[]> {
  const rows = await app.database.owner((tx) =>
    tx.tables<{ 'access.audit': { number: number; verb: string; door: string; outcome: string; detail: object } }>().selectFrom('access.audit').selectAll().where('verb', '=', verb).orderBy('number').execute(),
  )
  return rows.map(({ door, outcome, detail }) => ({ door, outcome, ...detail }))
}
