import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { sheet } from '../../disclosure/testing.ts'
import { namingChecks } from './naming-checks.ts'

const draft = { title: 'Figures of quarter 4', headings: [], rankings: [] }
const kept = { body: 'panel', bodyName: 'Panel', period: '2019-20-q4', draft, standing: { state: 'assembling' as const }, version: 0, note: '', revision: 1 }

function found(changes: Parameters<typeof sheet>[2], happened = ''): readonly string[] {
  const missing = sheet('missing', { own: { '2019-20-q4': 20 } }, { name: 'Missing', ...changes })
  const commentary = { happened, why: '', doing: [], backOnTrack: '', signedBy: 'Head of Inclusion', signedOn: '2020-07-01', claims: [] }
  return namingChecks({ kept, sheets: [missing] }, [{ measure: 'missing', sheet: missing, commentary }]).map(({ message }) => /“[^”]*”, which/.exec(message)?.[0] ?? message)
}

const tom = ['“Tom Smith”, which']

test('a name in any field of a definition that the public reads is found', () => {
  const who = 'Tom Smith, aged 12'
  assert.deepEqual(found({ steward: who }), tom)
  assert.deepEqual(found({ owner: who }), tom)
  assert.deepEqual(found({ strategies: [{ slug: 'safe', name: who }] }), tom)
  assert.deepEqual(found({ strategies: [{ slug: 'safe', name: 'Safe', part: who }] }), tom)
  assert.deepEqual(found({ rebases: [{ period: '2019-20-q1', reason: 'New.', decidedOn: date('2019-01-01'), decidedBy: who }] }), tom)
  assert.deepEqual(found({ targets: [{ from: '2019-20-q1', value: 3, whose: 'council', setBy: who }] }), tom)
  assert.deepEqual(found({ source: { name: who } }), tom)
  assert.deepEqual(found({ source: { name: 'Return', address: 'https://example.org/files/tom-smith-aged-12' } }), tom)
  assert.deepEqual(found({ source: { name: 'Return', address: 'https://example.org/files/tom%20smith%20aged%2012' } }), tom)
  assert.deepEqual(found({ breakdowns: [{ name: 'child', values: ['tom-smith-aged-12'] }] }), tom)
})

test('an owner who is called as a child is takes no name off the list', () => {
  assert.deepEqual(found({ owner: 'Tom Smith, aged 12' }, 'Tom Smith went missing.'), [...tom, ...tom])
  assert.deepEqual(found({ owner: 'Tom Smith' }, 'Tom Smith, aged 12, came.'), tom)
  assert.deepEqual(found({ owner: 'Head of Inclusion' }, 'The Head of Inclusion sees each child.'), [])
})
