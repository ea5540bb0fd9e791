import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Context } from '#access/act.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { addPerson } from '#access/accounts/testing.ts'
import { testContext } from '#access/testing.ts'
import { linkMembersByName } from '#features/bodies'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import { registerInterest } from './keeping/keep-interests.ts'
import { publishedRegister } from './published-registers.ts'
import { register } from './register.ts'
import { officeSection, ownSection } from './staff/work-section.ts'
import { allPublished, as, beginPanel, done, interestsTestMigrations, today, typed } from './testing.ts'
import { touchedInterests } from './touching/touched-interests.ts'

const secret = 'Keeper of Sorrel House'
let store: TestStore
let hidden: string

before(async () => {
  store = await testDatabase(interestsTestMigrations)
  await beginPanel(store.database)
  const context = testContext(store.database, { today })
  for (const role of ['admin', 'auditor', 'director'] as const) await addPerson(context, `${role}@example.test`, [role], `The ${role}`)
  await addPerson(context, 'ben@example.test', ['councillor'], 'Ben Okoro')
  // Sits on the panel as an observer, without a vote.
  await addPerson(context, 'cy@example.test', ['coopted'], 'Cy Dunne')
  done(await linkMembersByName(context))
  hidden = done(await registerInterest(await as(store.database, 'olive@example.test'), 'Ada Lorne', typed({ words: secret, subjects: 'Sorrel House', reason: 'A threat was made.' }), 'withhold'))
})
after(() => store.close())

/** As the table of roles has it. */
const may: Context['may'] = (actor, verb) => {
  const roles: readonly string[] = actor.kind === 'person' ? actor.roles : [actor.kind]
  return (verb === 'interests.tell' && (roles.includes('councillor') || roles.includes('coopted'))) || (verb === 'interests.register' && roles.includes('officer'))
}

async function asked(who: string, params: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>): Promise<StaffRequest> {
  const context = { ...(await as(store.database, `${who}@example.test`)), may }
  return { context, session: { actor: context.actor, formToken: { field: 'token', value: 'secret' } }, path: '/staff', params, query: new URLSearchParams(), form: postedForm(Object.entries(fields)), today, now: new Date('2023-07-03T09:00:00Z'), origin: 'http://localhost' } as unknown as StaffRequest
}

const app = () => ({ context: () => testContext(store.database, { today }), now: () => new Date('2023-07-03T09:00:00Z') })
const audit = async () => (await store.database.read('operator:test', (reader) => sql<{ rows: string }>`select count(*) as rows from access.audit`.execute(reader.tables() as never))).rows[0]?.rows
const textOf = (answer: StaffAnswer | undefined) => (answer?.kind === 'page' ? `${answer.title} ${answer.body.toString()}` : '')
const pages = register.staffPages ?? []
const everybody = ['ada', 'olive', 'ben', 'cy', 'admin', 'auditor', 'director']
const places = [{}, { member: 'ada-lorne', interest: '' }, { member: 'nobody', interest: 'none' }]

test('every form of the register that is sent, whoever sends it and whatever is in it, leaves exactly one row in the audit', async () => {
  const forms: Record<string, string>[] = [{}, { deed: 'nonsense', decision: 'nonsense', revision: '-1', 'nothing-on': 'soon' }, { deed: 'end-dispensation', dispensation: 'x y', 'ends-on': '31 February' }]
  for (const page of pages.filter(({ submit }) => submit !== undefined)) {
    for (const who of everybody) {
      for (const place of places) {
        for (const form of forms) {
          const before = Number(await audit())
          await page.submit?.(await asked(who, { interest: hidden, ...place }, form), app())
          assert.equal(Number(await audit()) - before, 1, `${page.path} ${who} ${JSON.stringify({ place, form })}`)
        }
      }
    }
  }
})

test('a form without a deed tells nothing: nobody’s register says that there is nothing because a program sent an empty form', async () => {
  const ownPage = pages.find(({ path }) => path === '/staff/my-interests') ?? assert.fail()
  const before = JSON.stringify(await store.database.readPublished((reader) => publishedRegister(reader, 'ada-lorne')))
  const answer = await ownPage.submit?.(await asked('ada', {}, {}), app())
  assert.ok(answer?.kind === 'page' && answer.status === 400)
  assert.match(textOf(answer), /did not say what you tell/)
  assert.equal(JSON.stringify(await store.database.readPublished((reader) => publishedRegister(reader, 'ada-lorne'))), before)
})

test('what is withheld is read by its member and the monitoring officer’s office, and by nobody else who is signed in, on no page and in no part of “Your work”', async () => {
  for (const who of everybody) {
    const texts: string[] = []
    for (const page of pages) for (const place of [...places, { member: 'ada-lorne', interest: hidden }]) texts.push(textOf(await page.show?.(await asked(who, { interest: hidden, ...place }, {}), app())))
    for (const section of [ownSection, officeSection]) texts.push(String(await section(await asked(who, {}, {}), app()) ?? ''))
    assert.equal(/Sorrel|A threat/.test(texts.join('\n')), who === 'ada' || who === 'olive', who)
  }
})

test('the prompt of an item is made from the reader’s own interests: whoever has no seat, and every other member, is prompted by nothing', async () => {
  const items = [{ number: 5, title: 'The future of Sorrel House', on: today }]
  const prompted: string[] = []
  for (const who of everybody) {
    const { actor } = await as(store.database, `${who}@example.test`)
    const touched = actor.kind === 'person' ? await store.database.read('operator:test', (reader) => touchedInterests(reader, { person: actor.person }, items)) : []
    if (touched.length > 0) prompted.push(who)
  }
  assert.deepEqual(prompted, ['ada'])
})

test('one interest of somebody who sits on two bodies is mentioned on the agendas of both', async () => {
  const { actor } = await as(store.database, 'ada@example.test')
  assert.ok(actor.kind === 'person')
  const items = ['panel', 'board'].map((body, index) => ({ body, number: index + 3, title: 'Sorrel House', on: today }))
  const touched = await store.database.read('operator:test', (reader) => touchedInterests(reader, { person: actor.person }, items))
  assert.deepEqual(touched.map(({ item }) => item.body), ['panel', 'board'])
})

test('the public’s own role reads no table of the register that is kept, the role of staff changes no edition, and another council reads nothing', async () => {
  for (const table of ['work.interests', 'work.interest_homes', 'work.interest_members', 'work.interest_disclosures', 'work.dispensations']) {
    await assert.rejects(store.database.readPublished((reader) => sql.raw(`select * from ${table}`).execute(reader.tables() as never)), /permission denied/, table)
    const other = await store.asCouncil('othershire')
    const rows = await other.read('operator:test', (reader) => sql.raw(`select * from ${table}`).execute(reader.tables() as never))
    assert.deepEqual(rows.rows, [], table)
  }
  for (const statement of ["update published.interest_editions set record = '{}'", 'delete from published.interest_editions']) {
    await assert.rejects(store.database.write('operator:test', (tx) => sql.raw(statement).execute(tx.tables())), statement)
  }
  assert.doesNotMatch(await allPublished(store.database), /Sorrel|threat/)
})
