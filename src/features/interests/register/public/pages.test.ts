import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { testContext } from '#access/testing.ts'
import { date, type LocalDate } from '#core/dates.ts'
import { testDatabase, type TestStore } from '#platform/database/testing.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { beginPanel, done, fileInMemory, interestsTestMigrations, today } from '../testing.ts'
import { interestsImporter } from '../transfer/import-interests.ts'
import { editionPage, memberPage } from './member-page.ts'
import { registerPage } from './register-page.ts'

const nursery = (to = '') => `member: Ada Lorne\ninterests:\n  - { ref: one, kind: employment, words: Gardener at <Larkmead>, subjects: [Larkmead], from: 2020-05-01, ${to}told-on: 2023-06-29, registered-on: 2023-06-30 }\n`

const later = date('2023-09-02')
let store: TestStore
before(async () => {
  store = await testDatabase(interestsTestMigrations)
  await beginPanel(store.database)
  for (const [day, text] of [['2023-07-03', nursery()], ['2023-09-01', nursery('to: 2023-08-31, ')]] as const) {
    const app = { context: () => testContext(store.database, { today: date(day) }), now: () => new Date() }
    done(await interestsImporter.load([fileInMemory('interests.yaml', text)], app, () => undefined))
  }
})
after(() => store.close())

function ask(page: (request: PublicRequest) => Promise<Answer>, params: Readonly<Record<string, string>>, query = '', day: LocalDate = today): Promise<Answer> {
  return store.database.readPublished((read) => page({ path: '/interests', params, query: new URLSearchParams(query), today: day, origin: '', read, file: async () => undefined }))
}

function words(answer: Answer): string {
  assert.equal(answer.kind, 'page', JSON.stringify(answer))
  return answer.kind === 'page' ? `${answer.title} ${String(answer.body)}` : ''
}

test('the register names everybody who must tell, and says of whoever has not that nothing is registered yet', async () => {
  const page = words(await ask(registerPage, {}))
  assert.match(page, /Ada Lorne[^]*1 interest[^]*Ben Okoro[^]*Nothing registered yet/)
  assert.doesNotMatch(page, /Cy Dunne/, 'who has no vote has nothing to tell')
  assert.match(words(await ask(memberPage, { member: 'ben-okoro' })), /Nothing is registered yet/)
})

test('the register is narrowed by body and by words; nonsense finds nobody and breaks nothing', async () => {
  assert.match(words(await ask(registerPage, {}, 'q=LARKMEAD&body=panel')), /Ada Lorne/)
  for (const query of ['q=%25%27%3B--', 'body=nowhere', `q=${'x'.repeat(5000)}`, 'q=secret lane']) assert.match(words(await ask(registerPage, {}, query)), /No member fits/, query)
  assert.match(words(await ask(registerPage, {}, 'after=nobody')), /Ada Lorne/)
})

test('what somebody typed is shown as text', async () => {
  assert.match(words(await ask(memberPage, { member: 'ada-lorne' })), /Gardener at &lt;Larkmead&gt;/)
})

test('the register as it was on a day is the edition that stood then, and stands first', async () => {
  assert.deepEqual(await ask(memberPage, { member: 'ada-lorne' }, 'on=2023-08-31', later), { kind: 'moved', to: '/interests/ada-lorne/editions/1' })
  assert.match(words(await ask(memberPage, { member: 'ada-lorne' }, 'on=1+September+2023', later)), /On 1 September 2023 the register stood as it stands here now[^]*Gardener[^]*As it was on/)
  assert.match(words(await ask(editionPage, { member: 'ada-lorne', edition: '1' })), /from 3 July 2023 to 1 September 2023/)
  assert.match(words(await ask(memberPage, { member: 'ada-lorne' }, '', later)), /Interests that have ended/)
})

test('of a day before the register was entered here it is said when it was entered, and what its entries say of that day', async () => {
  const page = words(await ask(memberPage, { member: 'ada-lorne' }, 'on=2023-07-02', later))
  assert.match(page, /As it was on 2 July 2023<[^]*entered here on 3 July 2023[^]*Registered by 2 July 2023[^]*Gardener[^]*from 1 May 2020 to 31 August 2023[^]*registered on 30 June 2023[^]*As it was on</)
  assert.doesNotMatch(page, /published yet|Interests that have ended/, 'today’s register does not stand above or beside it')
  const earlier = words(await ask(memberPage, { member: 'ada-lorne' }, 'on=29+June+2023', later))
  assert.match(earlier, /No entry had been registered by that day/)
  assert.doesNotMatch(earlier, /Gardener/)
})

test('a day that is none, and one to come, are told at the top and at the field, with what was typed', async () => {
  for (const [typed, told] of [['nonsense', /^[^]*There is a problem[^]*href="#on"[^]*“nonsense” is not a day[^]*id="interests"[^]*value="nonsense"/], ['2023-09-03', /There is a problem[^]*3 September 2023 is still to come[^]*id="interests"/], ['<b>', /“&lt;b&gt;” is not a day/]] as const) {
    const answer = await ask(memberPage, { member: 'ada-lorne' }, `on=${encodeURIComponent(typed)}`, later)
    assert.match(words(answer), told)
    assert.ok(answer.kind === 'page' && answer.hasFaults === true)
  }
})

test('an address of nobody, and an edition that is none, lead nowhere', async () => {
  assert.equal((await ask(memberPage, { member: 'nobody' })).kind, 'not-found')
  for (const edition of ['0', '3', '-1', '1e3', '99999999']) assert.equal((await ask(editionPage, { member: 'ada-lorne', edition })).kind, 'not-found', edition)
})
