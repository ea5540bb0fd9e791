import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith, ruleDesk } from '../rule-page/testing.ts'
import { quorumPage } from './quorum-page.ts'
import { bodyFile } from '../testing.ts'

const forum = `${bodyFile('forum', 'Parents’ Forum')}members:
  - { seat: Chair, organisation: County Council, capacity: chair, votes: all, group: county-councillor, person: Ines Marlowe, from: 2021-05-10 }
  - { seat: Church representative, organisation: Church, capacity: co-opted, votes: education-only, group: church-representative, from: 2021-05-10 }
  - { seat: Observer, organisation: Hospital, capacity: observer, votes: all, group: hospital, person: Otto Vale, from: 2021-05-10 }
`
const quorum = { stated: 'yes', 'at-least': '', share: '25', substitutes: 'yes', 'among-county-councillor': '1', source: 'Council Constitution, part 4' }

const { address, send, edition } = ruleDesk(quorumPage, forum)
const terms = async () => (await edition()).body.termsOfReference

test('of a quorum that cannot be used each fault stands at its field beside what was typed', async () => {
  const page = refusedWith(await send({ stated: 'yes', 'at-least': 'most', share: '120', substitutes: '', 'among-county-councillor': 'some', source: '', 'based-on': 'none' }), 400)
  for (const field of ['at-least', 'share', 'substitutes', 'among-county-councillor', 'source']) assert.ok(page.includes(`href="#${field}"`), field)
  assert.match(page, /value="most"/)
  assert.match(page, /value="some"/)
  assert.doesNotMatch(page, /among-church-representative/, 'whose vote covers education only never counts')
  assert.doesNotMatch(page, /among-hospital/, 'nor does an observer, though the record says that the seat votes')
  assert.match(refusedWith(await send({ ...quorum, share: '', 'based-on': 'none' }), 400), /href="#at-least"/)
})

test('a quorum is public at once, and taken away again by whoever saw it as it stands', async () => {
  assert.deepEqual(await send({ ...quorum, 'based-on': 'none' }), { kind: 'moved', to: `${address}?done=saved` })
  const said = await terms()
  assert.deepEqual([said?.source, said?.quorum], [
    'Council Constitution, part 4',
    { share: 0.25, substitutesCount: true, amongThem: [{ group: 'county-councillor', atLeast: 1 }], source: 'Council Constitution, part 4' },
  ])
  const page = refusedWith(await send({ ...quorum, 'at-least': '7', 'based-on': 'none' }), 409)
  assert.match(page, /value="7"/)
  const mark = /name="based-on" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''
  assert.equal((await send({ stated: 'no', 'based-on': mark })).kind, 'moved')
  assert.equal((await terms())?.quorum, undefined)
})
