import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { insertAccount } from '#access/accounts/account-store.ts'
import type { AccountId, PersonId } from '#access/actor.ts'
import { accessMigrations } from '#access/migrations.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import type { MailTables } from '#platform/mail/tables.ts'
import { bodiesImporter, bodiesMigrations } from '#features/bodies'
import { meetingsMigrations, type MeetingsApp } from '#features/meetings'
import { rulesMigrations } from '#features/rules'
import { planImporter } from '../forward-plan/import/import-plan.ts'
import { entryPage } from '../forward-plan/pages/entry-page.ts'
import { forwardPlan } from '../forward-plan/forward-plan.ts'
import { publishedEntry } from '../forward-plan/store/published-plan.ts'
import { closeLapsed } from './lapse.ts'
import { callInMigrations } from './migration.ts'
import { collectedSection, openWindowsSection } from './open-windows-section.ts'
import { callInPages } from './pages.ts'
import { receiveSignature, type TypedReceipt } from './receive-signature.ts'
import { signCallIn } from './sign.ts'

const migrations = [
  publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations, ...rulesMigrations, ...(forwardPlan.migrations ?? []), ...callInMigrations,
]
const seat = (person: string, capacity = 'voting', votes = 'all') => `  - { seat: Member, organisation: County Council, capacity: ${capacity}, votes: ${votes}, person: ${person}, from: 2020-01-01 }\n`
const body = (slug: string, kind: string, members: string) => `slug: ${slug}\nname: ${slug}\nkind: ${kind}\npurpose: Serves.\nmeets-in-public: true\nmembers:\n${members}`
const bodies = [
  body('cabinet', 'cabinet', seat('Cllr Leader', 'chair')),
  body('board', 'scrutiny-board', seat('Cllr One') + seat('Cllr Two') + seat('Cllr Three') + seat('Canon Church', 'co-opted', 'education-only')),
].join('---\n')
const plan = `reference: library
matter: Future of the library
decision-maker: { kind: body, body: cabinet, name: Cabinet }
expected: { from: 2023-06-29 }
key: not-key
noticed: 2023-06-01
decision:
  { on: 2023-06-29, by: Cabinet, outcome: Agreed, reasons: Need, alternatives: None, conflicts: None, dispensations: None, published: 2023-06-30T10:00, window: { closes: 2023-07-07T17:00, members: 2 } }
`
const people = ['Cllr Leader', 'Cllr One', 'Cllr Two', 'Canon Church', 'Officer']
const personOf = (name: string) => `00000000-0000-4000-8000-00000000000${people.indexOf(name)}` as PersonId

eachDatabase(migrations, (store) => {
  const on = (day: string, clock: string, name: string) => {
    const roles = name === 'Officer' ? (['officer'] as const) : (['councillor'] as const)
    const actor = { kind: 'person', account: personOf(name) as unknown as AccountId, person: personOf(name), name: `Account of ${name}`, roles } as const
    const context = testContext(store().database, { today: date(day), actor })
    const app = { now: () => new Date(Date.parse(`${day}T${clock}:00Z`) - 3_600_000), origin: 'https://council.test' } as unknown as MeetingsApp
    const session = { formToken: { field: 'token', value: 't' } }
    const request = { context, session, path: '/staff', params: { reference: 'library' }, query: new URLSearchParams(), form: postedForm([]), today: date(day), origin: app.origin } as unknown as StaffRequest
    return { context, app, request }
  }
  const words = (html: unknown) => String(html).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  const show = async (path: string, day: string, clock: string, name: string) => {
    const { request, app } = on(day, clock, name)
    const page = [...callInPages, entryPage].find((one) => one.path.endsWith(path))
    const answer = await page?.show?.(request, app)
    assert.ok(answer?.kind === 'page')
    return `${words(answer.body)}${String(answer.body).includes('<form') ? ' FORM' : ''}`
  }
  const sign = (name: string, clock: string) => {
    const { context, app } = on('2023-07-06', clock, name)
    return signCallIn(context, app, 'library', { principle: 'openness', reason: `${name} had no papers.` })
  }
  const lapse = (day: string, clock: string) => {
    const { context, app } = on(day, clock, 'Officer')
    return closeLapsed(context, app)
  }

  before(async () => {
    const { context, app } = on('2023-07-03', '10:00', 'Officer')
    const setting = { files: openContentStore(join(tmpdir(), 'golden-thread-call-in-no-files')), typeset, council: () => Promise.resolve({ name: 'County Council', alternativeFormats: 'Ask.' }) }
    const door = { ...app, ...setting, context: () => context }
    const file = (text: string) => ({ name: 'a.yaml', bytes: Buffer.from(text), text: () => ({ ok: true, value: text }) as const, beside: async () => assert.fail() })
    assert.ok((await bodiesImporter.load([file(bodies)], door, () => undefined)).ok)
    const loaded = await planImporter.load([file(plan)], door, () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    await store().database.write('operator:test', async (tx) => {
      for (const [index, name] of people.entries()) {
        await insertAccount(tx, { id: personOf(name) as unknown as AccountId, person: personOf(name), name, email: `p${index}@county.test`, password: null, roles: ['councillor'], from: date('2020-01-01') }, app.now())
      }
      await tx.tables<{ 'work.member_accounts': { member: string; person: string } }>().insertInto('work.member_accounts').values(people.map((member) => ({ member, person: personOf(member) }))).execute()
    })
  })

  test('a co-opted member is told at once that they may call in education matters only, and is offered no form', async () => {
    const page = await show('/call-in', '2023-07-06', '12:00', 'Canon Church')
    assert.match(page, /can join a call-in on education matters only, and this is none: .*Local Government Act 2000, Schedule A1\).*Tell the scrutiny officer(?!.*FORM)/)
    assert.match(page, /can be called in by 2 members: councillors who sit on scrutiny and not on the executive\. They can sign until 5\.00 pm on Friday 7 July 2023\. .*both are the council’s own settings/)
    assert.match(await show('/call-in', '2023-07-06', '12:00', 'Cllr Leader'), /Members of the executive do not call in.*section 9FA\).*can be called in by 2 members(?!.*(FORM|Tell the scrutiny officer))/)
    const { request, app } = on('2023-07-06', '12:00', 'Canon Church')
    assert.equal(await openWindowsSection(request, app), undefined)
    assert.match(await show('/call-in', '2023-07-06', '12:00', 'Cllr One'), /Once enough have signed, .*your name and reason are published.*FORM/)
  })

  test('whoever has signed reads that they did and how many are needed until when, and is offered no form again', async () => {
    assert.ok((await sign('Cllr One', '12:00')).ok)
    assert.match(await show('/call-in', '2023-07-06', '12:01', 'Cllr One'), /You have signed; 1 more is needed until 5\.00 pm on Friday 7 July 2023\.(?!.*FORM)/)
    assert.match(await show('/call-in', '2023-07-06', '12:01', 'Cllr Two'), /Signed so far: 1 Cllr One \. .*FORM/)
    const [theirs, others] = [await show('/:reference', '2023-07-06', '12:01', 'Cllr One'), await show('/:reference', '2023-07-06', '12:01', 'Cllr Two')]
    assert.match(theirs, /You have signed; 1 more is needed until 5\.00 pm on Friday 7 July 2023\.(?!.*Call this decision in)/)
    assert.match(others, /Call this decision in/)
    assert.doesNotMatch(others, /You have signed/)
    const { request, app } = on('2023-07-06', '12:01', 'Cllr One')
    assert.match(words(await openWindowsSection(request, app)), /You have signed; 1 more is needed/)
  })

  test('officers see how many have signed for a call-in and who, while the public sees neither', async () => {
    assert.match(await show('/signatures', '2023-07-06', '12:02', 'Officer'), /1 of the 2 members who are needed has signed\..* Cllr One \..*had no papers/)
    assert.match(await show('/:reference', '2023-07-06', '12:02', 'Officer'), /Signatures for a call-in/)
    const { request, app } = on('2023-07-06', '12:02', 'Officer')
    assert.match(words(await collectedSection(request, app)), /Future of the library : 1 of the 2 members/)
    const published = await store().database.readPublished((reader) => publishedEntry(reader, 'library'))
    assert.doesNotMatch(JSON.stringify(published), /Cllr One/)
  })

  test('a window that closes with too few signatures is noted for officers, and each who signed is told by mail once, not before its last minute', async () => {
    assert.deepEqual(await lapse('2023-07-07', '17:00'), { ok: true, value: { told: 0 } })
    assert.deepEqual(await lapse('2023-07-07', '17:01'), { ok: true, value: { told: 1 } })
    assert.deepEqual(await lapse('2023-07-07', '18:00'), { ok: true, value: { told: 0 } })
    const mails = await store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox').select(['recipient', 'subject', 'text']).execute())
    assert.deepEqual(mails.map(({ recipient, subject }) => [recipient, subject]), [['p1@county.test', 'Not called in: Future of the library']])
    assert.match(mails[0]?.text ?? '', /ended at 5\.00 pm on Friday 7 July 2023\. 1 of the 2 members who were needed had signed, so it is not called in\. Your name and reason are not published\./)
    assert.match(await show('/signatures', '2023-07-08', '09:00', 'Officer'), /1 of the 2 members who were needed had signed.*told on Friday 7 July 2023.*Cllr One/)
    assert.match(await show('/call-in', '2023-07-08', '09:00', 'Cllr One'), /so it is not called in(?!.*FORM)/)
  })

  const receive = (member: string, day: string, time: string, changes: Partial<TypedReceipt> = {}) => {
    const { context, app } = on('2023-07-10', '09:00', 'Officer')
    return receiveSignature(context, app, 'library', { member, on: day, at: time, by: 'paper', principle: 'openness', reason: `${member} wrote.`, ...changes })
  }
  const faults = async (...asked: Parameters<typeof receive>) => {
    const done = await receive(...asked)
    return done.ok ? 'done' : [done.refusal.message, ...done.refusal.faults.map(({ field, message }) => `${field}: ${message}`)].join(' ').trim()
  }

  test('a signature on paper counts by when it was received: not after the window, not before the statement, not to come, and only of a member who could sign', async () => {
    assert.match(await faults('Cllr Three', '2023-07-07', '17:01'), /^at: The time for calling this in ended at 5\.00 pm on Friday 7 July 2023/)
    assert.match(await faults('Cllr Three', '2023-06-30', '09:59'), /^on: The statement was published/)
    assert.match(await faults('Cllr Three', '2023-07-10', '09:01'), /^at: This is to come/)
    assert.match(await faults('Cllr Leader', '2023-07-07', '16:50'), /^member: Choose a member who could sign on that day\. .*not on the executive/)
    assert.match(await faults('Canon Church', '2023-07-07', '16:50'), /^member: /)
    assert.match(await faults('', 'soon', 'noon', { by: 'pigeon', principle: 'x', reason: '' }), /member: Choose who signed.*on: .*at: .*by: .*principle: .*reason: /)
    assert.match(await show('/signatures', '2023-07-10', '09:00', 'Officer'), /Enter a signature that was received.*FORM/)
  })

  test('a member who has signed here counts once, whatever comes on paper besides', async () => {
    assert.equal(await faults('Cllr One', '2023-07-07', '16:50'), 'Cllr One has signed for this call-in already, and counts once.')
  })

  test('the last signature, received in time of a member without an account and entered days later, calls the decision in as of its receipt, in one row of the audit', async () => {
    const rows = async () => (await store().database.owner((tx) => sql<{ detail: unknown }>`select detail from access.audit where verb = 'decisions.keep' and outcome = 'done'`.execute(tx.tables()))).rows.length
    const before = await rows()
    assert.deepEqual(await receive('Cllr Three', '2023-07-07', '17:00', { by: 'email' }), { ok: true, value: { signatures: 2, isCalledIn: true } })
    assert.equal((await rows()) - before, 1)
    const letters = await store().database.read('operator:test', (reader) => reader.tables<MailTables>().selectFrom('platform.outbox').select(['recipient', 'subject']).execute())
    assert.deepEqual(letters.filter(({ subject }) => subject.startsWith('Called in')), [{ recipient: 'p1@county.test', subject: 'Called in after all: Future of the library' }], 'who was told that too few had signed is told otherwise')
    const callIn = (await store().database.readPublished((reader) => publishedEntry(reader, 'library')))?.entry.callIn
    assert.deepEqual([callIn?.members, callIn?.at, callIn?.reasons], [['Cllr One', 'Cllr Three'], '2023-07-07T17:00', ['Cllr One had no papers.', 'Cllr Three wrote.']])
    assert.match(await show('/signatures', '2023-07-10', '09:01', 'Officer'), /called in at 5\.00 pm on Friday 7 July 2023.*received by e-mail at 5\.00 pm(?!.*FORM)/)
    assert.match(await faults('Cllr Two', '2023-07-07', '16:00'), /called in already/)
  })
})
