import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Definition } from '../definitions/definition.ts'
import { protectSheets } from './protect-sheets.ts'
import { sheet } from './testing.ts'

const quarter = '2019-20-q4'

async function shown(whole: object, [boys, girls]: readonly [number, number], changes: Partial<Definition> = {}): Promise<readonly unknown[]> {
  const given = sheet('visits', { own: { [quarter]: whole }, 'own sex=b': { [quarter]: { value: boys } }, 'own sex=g': { [quarter]: { value: girls } } }, { unit: 'percent', decimals: 2, denominator: 'Children', ...changes })
  const found = await protectSheets([given], [])
  assert.ok(found.ok, JSON.stringify(found))
  return found.value.sheets.flatMap(({ series }) => series.flatMap(({ points }) => points.map(({ value }) => value)))
}

test('shares of two parts without counts are hidden where the counts of the whole tell that one part has few', async () => {
  // 20 of 35 boys and 3 of 25 girls.
  assert.deepEqual(await shown({ value: 38.33, numerator: 23, denominator: 60 }, [57.14, 12]), [38.33, undefined, undefined])
  // 200 of 350 boys and 30 of 250 girls.
  assert.deepEqual(await shown({ value: 38.33, numerator: 230, denominator: 600 }, [57.14, 12]), [38.33, 57.14, 12])
})

test('averages of two parts without counts are hidden where the whole tells that one is of few children', async () => {
  // 136 days of 17 boys and 64 of 3 girls.
  assert.deepEqual(await shown({ value: 10, numerator: 200, denominator: 20 }, [8, 21.33], { unit: 'days' }), [10, undefined, undefined])
  assert.deepEqual(await shown({ value: 10, numerator: 2000, denominator: 200 }, [8, 21.33], { unit: 'days' }), [10, 8, 21.33])
})

test('shares that are as good as alike, or do not fit their whole, tell of no part how many it is', async () => {
  assert.deepEqual(await shown({ value: 38, numerator: 23, denominator: 60 }, [38, 38], { decimals: 0 }), [38, 38, 38])
  assert.deepEqual(await shown({ value: 38.33, numerator: 23, denominator: 60 }, [57.14, 48]), [38.33, 57.14, 48])
})

test('of three parts, and where the definition names a third, nothing follows from two', async () => {
  assert.deepEqual(await shown({ value: 38.33, numerator: 23, denominator: 60 }, [57.14, 12], { breakdowns: [{ name: 'sex', values: ['b', 'g', 'x'] }] }), [38.33, 57.14, 12])
})

test('what both sides leave is guarded as well where the rule says so', async () => {
  // 32 of 35 boys and 10 of 25 girls: three boys are left.
  const given = [{ value: 70, numerator: 42, denominator: 60 }, [91.43, 40]] as const
  assert.deepEqual(await shown(...given), [70, 91.43, 40])
  assert.deepEqual(await shown(...given, { policy: 'one-to-five-v2' }), [70, undefined, undefined])
})
