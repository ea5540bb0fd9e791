import { test } from 'node:test'
import assert from 'node:assert/strict'
import { date } from '#core/dates.ts'
import { body } from '#features/bodies'
import { membersWhoMustRegister } from './who-must-register.ts'

const seat = (person: string, from: string, more: object = {}) => ({ seat: 'Member', organisation: 'Council', capacity: 'voting', votes: 'all', person, from, ...more })
const made = (slug: string, kind: string, members: object[], more: object = {}) => body.parse({ slug, name: slug, kind, purpose: 'Asks.', meetsInPublic: true, members, ...more })
const today = date('2023-07-03')
const bound = (...bodies: ReturnType<typeof made>[]) => membersWhoMustRegister(bodies, today).map(({ name, tookOffice }) => `${name} ${tookOffice}`)

test('members and co-opted members who vote must register; those without a vote, vacant seats and partnerships need not', () => {
  const panel = made('panel', 'scrutiny-panel', [seat('Ada Lorne', '2023-05-01'), seat('Ben Okoro', '2023-05-01', { capacity: 'co-opted', votes: 'education-only' }), seat('Cy Dunne', '2023-05-01', { capacity: 'observer', votes: 'none' }), seat('', '2023-05-01', { person: undefined })])
  const partnership = made('partnership', 'strategic-partnership', [seat('Di Fane', '2023-05-01')])
  const elsewhere = made('elsewhere', 'council', [seat('Ed Grey', '2023-05-01')], { heldBy: 'A district' })
  assert.deepEqual(bound(panel, partnership, elsewhere), ['Ada Lorne 2023-05-01', 'Ben Okoro 2023-05-01'])
})

test('whoever changes committees without a free day took office once; after a gap they take it anew', () => {
  const panel = made('panel', 'scrutiny-panel', [seat('Ada Lorne', '2021-05-01', { to: '2022-05-31' }), seat('Ben Okoro', '2021-05-01', { to: '2022-05-30' })])
  const board = made('board', 'scrutiny-board', [seat('Ada Lorne', '2022-06-01'), seat('Ben Okoro', '2022-06-01')])
  assert.deepEqual(bound(panel, board), ['Ada Lorne 2021-05-01', 'Ben Okoro 2022-06-01'])
})

test('whoever left is not asked any more, and whoever is to come is known already', () => {
  const panel = made('panel', 'scrutiny-panel', [seat('Ada Lorne', '2021-05-01', { to: '2023-07-02' }), seat('Ben Okoro', '2023-07-07')])
  assert.deepEqual(bound(panel), ['Ben Okoro 2023-07-07'])
})

test('whoever sits on two bodies has one duty and one register, which names both; leaving one of them ends nothing, and leaving both ends it', () => {
  const panel = (to?: string) => made('panel', 'scrutiny-panel', [seat('Ada Lorne', '2023-06-01', to === undefined ? {} : { to })])
  const board = (to?: string) => made('board', 'scrutiny-board', [seat('Ada Lorne', '2023-06-15', to === undefined ? {} : { to })])
  const lines = (...bodies: ReturnType<typeof made>[]) => membersWhoMustRegister(bodies, today).map(({ name, tookOffice, until, bodies: held }) => `${name} ${tookOffice} ${until ?? ''} ${held.map(({ slug }) => slug).join()}`)
  assert.deepEqual(lines(panel(), board()), ['Ada Lorne 2023-06-01  panel,board'])
  assert.deepEqual(lines(panel('2023-06-30'), board()), ['Ada Lorne 2023-06-01  board'])
  assert.deepEqual(lines(panel('2023-06-30'), board('2023-07-02')), [])
})
