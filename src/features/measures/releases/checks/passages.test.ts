import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ok } from '#core/outcome.ts'
import { sheet } from '../../disclosure/testing.ts'
import { hiddenNumbers } from './number-checks.ts'

const hidden = { measure: 'missing', area: 'own', breakdown: 'sex=g', period: '2019-20-q4', reason: 'primary' as const, lowest: 1, highest: 8, numbers: [3] }

function found(changes: Parameters<typeof sheet>[2]): readonly string[] {
  const missing = sheet('missing', { own: { '2019-20-q4': 20 } }, changes)
  return hiddenNumbers({ measure: 'missing', sheet: missing }, { sheets: [missing], hidden: ok({ sheets: [missing], hidden: [hidden], policy: 'one-to-five v1' }) }).map(({ kind }) => kind)
}

test('a hidden number in the strategies of a measure or in what its example is taken from is warned of', () => {
  assert.deepEqual(found({ sourceOfExample: 'Made up beside a report of 3 girls.' }), ['number-in-words'])
  assert.deepEqual(found({ strategies: [{ slug: 'safe', name: 'Keeping 3 children safe' }] }), ['number-in-words'])
  assert.deepEqual(found({ strategies: [{ slug: 'safe', name: 'Keeping children safe', part: 'The 3 girls' }] }), ['number-in-words'])
  assert.deepEqual(found({ sourceOfExample: 'Table 3 of the return.', strategies: [{ slug: 'safe', name: 'Safe for 3 years', part: 'Part 3' }] }), [])
})
