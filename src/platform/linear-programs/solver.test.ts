import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { LinearModel, WithModel } from '#core/suppression/linear-model.ts'
import { solver } from './solver.ts'

let withModel: WithModel

before(async () => {
  withModel = await solver()
})

const atLeast = (lower: number) => ({ lower, upper: Number.POSITIVE_INFINITY })

/** Each pair of three adds up to so many. */
function pairs(sum: number): LinearModel {
  const rows = [[0, 1], [1, 2], [0, 2]].map((columns) => ({ terms: columns.map((column) => [column, 1] as const), equals: sum }))
  return { columns: [atLeast(0), atLeast(0), atLeast(0)], rows }
}

test('an answer in fractions is none where whole numbers are asked for, and one again in the next question', () => {
  const asked = withModel(pairs(1), (minimise) => [{ costs: [] }, { costs: [], isWhole: true }, { costs: [] }].map((ask) => minimise(ask)))
  assert.deepEqual(asked.map(({ kind }) => kind), ['found', 'impossible', 'found'])
  assert.deepEqual(asked[2]?.kind === 'found' && asked[2].values, [0.5, 0.5, 0.5])
})

test('a question leaves nothing behind for the next', () => {
  const line: LinearModel = { columns: [atLeast(1), atLeast(1)], rows: [{ terms: [[0, 1], [1, 1]], equals: 9 }] }
  const costs = withModel(line, (minimise) =>
    [{ costs: [[0, 1] as const], bounds: [[0, { lower: 4, upper: 6 }] as const] }, { costs: [[0, 1] as const] }, { costs: [[0, -1] as const] }].map((ask) => minimise(ask)).map((found) => (found.kind === 'found' ? found.cost : found.kind)),
  )
  assert.deepEqual(costs, [4, 1, -8])
})

test('what nothing bounds is told as that, whatever was asked before', () => {
  // 6 in two parts; the first and a part of any size make the third.
  const model: LinearModel = { columns: [1, 1, 1, 1].map(atLeast), rows: [{ terms: [[0, 1], [1, 1]], equals: 6 }, { terms: [[0, 1], [3, 1], [2, -1]], equals: 0 }] }
  const asked = withModel(model, (minimise) => [0, 1, 2, 3].flatMap((column) => [1, -1].map((cost) => minimise({ costs: [[column, cost]], isWhole: true })).map((found) => (found.kind === 'found' ? found.cost : found.kind))))
  assert.deepEqual(asked, [1, -5, 1, -5, 2, 'unbounded', 1, 'unbounded'])
})

test('what contradicts itself is told as that', () => {
  const model: LinearModel = { columns: [atLeast(3), atLeast(3)], rows: [{ terms: [[0, 1], [1, 1]], equals: 5 }] }
  assert.equal(withModel(model, (minimise) => minimise({ costs: [[0, 1]] }).kind), 'impossible')
})
