import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheetWith } from '../../commentary/testing.ts'
import { draftFaults } from './draft-faults.ts'
import { mayMove } from './moves.ts'
import { draftOfTyped, typedFaults, type TypedDraft } from './typed-draft.ts'

const definitionOf = (slug: string, more: object = {}) => sheetWith([1], { changes: { slug, bodies: ['panel'], ...more } }).definition
const definitions = new Map([definitionOf('absence', { breakdowns: [{ name: 'phase', values: ['primary'] }] }), definitionOf('plans'), definitionOf('others', { bodies: ['board'] })].map((definition) => [definition.slug, definition]))
const noRanking = { measure: '', by: '', top: '', title: '' }
const typed = (changes: Partial<TypedDraft>): TypedDraft => ({ title: 'Winter', measures: [], rankings: [], ...changes })
const fields = (draft: TypedDraft) => typedFaults(draft, 'panel', definitions).map(({ field }) => field)

test('nothing is published that was not approved, and what is published only leads to a next version', () => {
  const states = ['assembling', 'checked', 'approved', 'embargoed', 'published'] as const
  assert.deepEqual(states.filter((from) => mayMove(from, 'published')), ['approved', 'embargoed'])
  assert.deepEqual(states.filter((to) => mayMove('published', to)), ['assembling'])
})

test('measures stand by their places under the headings that were typed, headings by their first measure, and what has no heading is left out', () => {
  const measures = [{ slug: 'plans', part: 'Plans', place: '30' }, { slug: 'absence', part: ' Schools ', place: '' }, { slug: 'c', part: 'Schools', place: '20' }, { slug: 'd', part: '', place: '1' }]
  assert.deepEqual(draftOfTyped(typed({ measures }), { title: '', headings: [], rankings: [] }).headings, [{ heading: 'Schools', measures: ['c', 'absence'] }, { heading: 'Plans', measures: ['plans'] }])
})

test('what an example says of itself stays with a draft that is typed anew', () => {
  assert.equal(draftOfTyped(typed({}), { title: '', headings: [], rankings: [], invented: 'everything' }).invented, 'everything')
})

test('each fault of the form is at its own field', () => {
  const measures = [{ slug: 'others', part: 'A', place: 'first' }, { slug: 'nonsense', part: 'A', place: '' }, { slug: 'absence', part: 'A', place: '' }]
  assert.deepEqual(fields(typed({ title: ' ', measures })), ['title', 'place-others', 'part-others', 'part-nonsense'])
  const ranking = { measure: 'absence', by: 'district', top: '2', title: '' }
  assert.deepEqual(fields(typed({ measures, rankings: [noRanking, ranking] })).filter((field) => field?.startsWith('ranking')), ['ranking-2-title', 'ranking-2-top', 'ranking-2-by'])
  assert.deepEqual(fields(typed({ rankings: [{ ...ranking, top: '10', title: 'Factors' }] })), ['ranking-1-measure'])
  assert.deepEqual(fields(typed({ measures: [{ slug: 'absence', part: 'A', place: '1' }], rankings: [{ measure: 'absence', by: 'phase', top: '', title: 'Phases' }] })), [])
})

test('a measure stands once, and a heading once', () => {
  const faults = draftFaults({ headings: [{ heading: 'A', measures: ['plans'] }, { heading: 'A', measures: ['plans'] }], rankings: [] }, 'panel', definitions)
  assert.deepEqual(faults.map(({ field }) => field), ['headings[2].heading', 'headings[2].measures[1]'])
})
