import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheet } from '../../disclosure/testing.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { sumChecks } from './sum-checks.ts'

const part = (changes: object = {}, points: Parameters<typeof sheet>[1] = { own: { '2019-20-q4': 20 } }) => sheet('missing', points, changes)
const total = (changes: object = {}, points: Parameters<typeof sheet>[1] = { own: { '2019-20-q4': 50 } }) => sheet('both', points, { name: 'Missing or alone', sumOf: ['missing'], ...changes })
const found = (sum: MeasureSheet, ...parts: readonly MeasureSheet[]) => sumChecks([sum, ...parts], []).map(({ kind, message }) => `${kind} ${message}`).join('')

test('a sum that is held against one of its parts is nothing to warn of, whole, in part, by period or by breakdown', () => {
  const twenty = { own: { '2019-20-q4': 20 } }
  assert.equal(found(total({}, twenty), part()), '')
  assert.equal(found(total({ sumOf: ['missing', 'nowhere'] }), part()), '')
  assert.equal(found(total({ frequency: 'financial-year' }, { own: { '2019-20': 50 } }), part()), '')
  assert.equal(found(total({}, twenty), part({}, { 'own sex=g': { '2019-20-q4': 12 }, 'own sex=b': { '2019-20-q4': 8 } })), '')
  assert.deepEqual(sumChecks([total({}, twenty)], [part()]), [])
})

test('a sum of which no figure meets its parts is warned of, with what parts them', () => {
  assert.match(found(total()), /^sum-not-tied “Missing or alone” is made up of other measures, .*“missing” has no figures in this release and none that are published\. Make them meet/)
  assert.match(found(total(), part({ unit: 'percent', decimals: 1 }, { own: { '2019-20-q4': [20, 40] } })), /“missing” is counted in another unit/)
  assert.match(found(total(), part({ unit: 'percent', decimals: 1 }, { own: { '2019-20-q4': { value: 50 } } })), /“missing” is given without its counts/)
  assert.match(found(total({ unit: 'percent', decimals: 1 }, { own: { '2019-20-q4': { value: 50 } } }), part()), /“missing” has counts, and the sum is given without them/)
  assert.match(found(total(), part({}, { 'own:E10000014': { '2019-20-q4': 20 } })), /“missing” is of other areas/)
  assert.match(found(total(), part({}, { own: { '2018-19-q4': 20 } })), /“missing” is of other periods/)
})

test('a sum that has no figure yet, and one of which everything is exempt, are not warned of', () => {
  const exempt = { policy: 'none', exempt: 'Schools.' }
  assert.equal(found(total(exempt), part({ unit: 'days', ...exempt })), '')
  assert.match(found(total(exempt), part({ unit: 'days' })), /“missing” has no counts of children/)
  assert.equal(found(total({}, { own: { '2019-20-q4': { status: 'not-available' } } }), part({ unit: 'days' })), '')
})

test('a sum that is given by cells, and a part of it only by rows and columns, is held against it, and warned of where that are too many cells', () => {
  const every = Array.from({ length: 21 }, (_, place) => `a${place}`)
  const cells = (sexes: readonly string[]) => Object.fromEntries(sexes.flatMap((sex) => every.map((age) => [`own sex=${sex};age=${age}`, { '2019-20-q4': 20 }])))
  const rows = (sexes: readonly string[]) => Object.fromEntries(sexes.map((sex) => [`own sex=${sex}`, { '2019-20-q4': 20 * every.length }]))
  const [few, many] = [['g', 'b'], every]
  assert.match(found(total({}, cells(many)), part({}, rows(many))), /^sum-not-tied “Missing or alone” is given by sex and age, which “missing” is not: its cells/)
  assert.equal(found(total({}, cells(few)), part({}, rows(few))), '')
  assert.equal(found(total({}, cells(many)), part({}, { ...cells(many.slice(1)), ...rows(['a0']) })), '')
  assert.equal(found(total({}, { own: { '2019-20-q4': 50 }, ...cells(few) }), part({}, { own: { '2019-20-q4': 50 } })), '')
})

test('a sum that is named for the first time is warned of where a release before hid figures of it', () => {
  const now = [total({}, { own: { '2019-20-q4': 20 } }), part()]
  const late = (points: Parameters<typeof sheet>[1]) => sumChecks(now, [], [total({ sumOf: [] }, points), part()]).map(({ message }) => message).join('')
  assert.match(late({ own: { '2019-20-q3': { confidentiality: 'hidden' } } }), /^“Missing or alone” says for the first time that it is made up of “missing”/)
  assert.equal(late({ own: { '2019-20-q3': 20 } }), '')
  assert.deepEqual(sumChecks(now, [], [total({}, { own: { '2019-20-q3': { confidentiality: 'hidden' } } })]), [])
})
