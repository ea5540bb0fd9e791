import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { body } from '#features/bodies'
import { addEntry } from '../deeds/change-entry.ts'
import { readEntry, usualValues } from '../pages/entry-values.ts'
import { eachPlanDesk, keyEntry } from '../testing.ts'
import { deedsPeopleFaults, factsPeopleFaults } from './named-people.ts'
import { planEntry } from './plan-entry.ts'

const seat = (person: string, more: object = {}) => ({ seat: 'Member', organisation: 'County', capacity: 'voting', votes: 'all', person, from: '2023-01-01', ...more })
const named = (slug: string, name: string, kind: string, members: object[]) => body.parse({ slug, name, kind, purpose: 'Serves.', meetsInPublic: true, members })
const bodies = [
  named('cabinet', 'The Cabinet', 'cabinet', [seat('Cllr Leader', { seat: 'Leader of the Council' }), seat('Cllr Past', { to: '2023-03-31' })]),
  named('board', 'The Board', 'scrutiny-board', [seat('Cllr Before', { capacity: 'chair', to: '2023-05-31' }), seat('Cllr Chair', { capacity: 'chair', from: '2023-06-01' }), seat('Cllr One')]),
]
const known = { bodies, namesPerson: (words: string) => (/Cllr|Jo Clerk/.test(words) ? `${words} is a person’s name` : undefined) }
const entry = (changes: object) => planEntry.parse({ reference: 'a', matter: 'A', decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet' }, expected: { from: '2023-06-29' }, key: 'key', noticed: '2023-06-01', ...changes })
const fields = (changes: object, day = '2023-06-01') => [...factsPeopleFaults(entry(changes), date(day), known), ...deedsPeopleFaults(entry(changes), known)].map(({ field }) => field)

test('a role or an office is no person: the lead member, whom to ask, who is consulted, the post of who decides', () => {
  assert.deepEqual(fields({ leadMember: 'Cabinet Member for Education', contact: 'Legal, 01632 960100', consultees: ['Parents'] }), [])
  assert.deepEqual(fields({ leadMember: 'Cllr Leader', contact: 'Jo Clerk', consultees: ['Parents', 'Cllr One'] }), ['lead-member', 'contact', 'consultees[2]'])
  assert.deepEqual(fields({ decisionMaker: { kind: 'officer', name: 'Jo Clerk', title: 'Jo Clerk' } }), ['decision-maker.title'])
})

test('a member who decides is one of the executive from that day on, and the members of the body that decides are its own, by name or by seat', () => {
  const member = (name: string) => ({ decisionMaker: { kind: 'member', name, title: 'Leader' } })
  assert.deepEqual([fields(member('Cllr Leader')), fields(member('Cllr Past')), fields(member('Mickey Mouse'))], [[], ['decision-maker.name'], ['decision-maker.name']])
  assert.deepEqual(fields(member('Cllr Past'), '2023-03-31'), [])
  assert.deepEqual(fields({ decisionMaker: { kind: 'body', body: 'cabinet', name: 'Cabinet', members: ['Leader of the Council', 'Cllr Leader', 'Mickey Mouse'] } }), ['decision-maker.members[3]'])
})

test('urgency is agreed by the chair of that day, by name or by office; where the record of the body begins later, by somebody whom it names', () => {
  const by = (name: string, on = '2023-06-02') => fields({ route: { kind: 'special-urgency', office: 'scrutiny-chair', by: name, on, reason: 'It lapses.' } })
  assert.deepEqual([by('Cllr Chair'), by('The chair of the Board'), by('Cllr Before', '2023-05-31'), by('Cllr One', '2022-06-01')], [[], [], [], []])
  for (const name of ['Cllr Before', 'Cllr One', 'Mickey Mouse']) assert.deepEqual(by(name), ['route.by'], name)
  assert.deepEqual(fields({ private: { part: 'whole', reason: 'Offers', agreed: { office: 'scrutiny-chair', by: 'Cllr One', on: '2023-06-02', reason: 'Now.' } } }), ['private.agreed.by'])
})

test('a decision is made, and made again, by whom the entry or the record of the bodies has, and exempt from call-in by a chair', () => {
  const decided = (changes: object) => fields({ decision: { on: '2023-06-29', by: 'Cabinet', outcome: 'Agreed', reasons: 'Need', alternatives: 'None', conflicts: 'None', dispensations: 'None', published: '2023-06-30T10:00', ...changes } })
  for (const by of ['Cabinet', 'the Board', 'Leader of the Council', 'Cllr Leader']) assert.deepEqual(decided({ by }), [], by)
  for (const by of ['Mickey Mouse', 'Cllr Past']) assert.deepEqual(decided({ by }), ['decision.by'], by)
  const exempt = (agreedBy: string) => decided({ exempt: { reason: 'Now.', agreedBy } })
  assert.deepEqual([exempt('Chair of the board'), exempt('Cllr Chair'), exempt('Cllr One'), exempt('Mickey Mouse')], [[], [], ['decision.exempt.agreed-by'], ['decision.exempt.agreed-by']])
})

eachPlanDesk(({ app, refusedAt, kept }) => {
  test('a file and a form with a name that is not right are refused at its field, and nothing is kept', async () => {
    assert.deepEqual(await refusedAt(keyEntry('mill', 'contact: Cllr One\nroute: { kind: special-urgency, office: scrutiny-chair, by: Mickey Mouse, on: 2023-06-01, reason: It closes. }\n')), ['a.yaml 12 contact Cllr One', 'a.yaml 13 route.by Mickey Mouse'])
    const facts = readEntry({ ...usualValues, matter: 'The pond', from: '2023-09-28', 'key-reason': 'Two towns.', maker: 'member', 'maker-name': 'Mickey Mouse', 'maker-title': 'Cllr Leader', consultees: 'Schools\nCllr One' })
    const added = await addEntry(app().context(), app(), facts)
    assert.deepEqual(added.ok ? [] : added.refusal.faults.map(({ field }) => field), ['consultees', 'maker-title', 'maker-name'])
    assert.deepEqual([await kept('mill'), await kept('the-pond')], [undefined, undefined])
  })
})
