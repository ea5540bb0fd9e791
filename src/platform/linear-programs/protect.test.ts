import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { knownRanges } from '#core/suppression/audit.ts'
import type { CountCell, LinkedCells, Sum } from '#core/suppression/cells.ts'
import type { WithModel } from '#core/suppression/linear-model.ts'
import { oneToFive } from '#core/suppression/policy.ts'
import { protect } from '#core/suppression/protect.ts'
import { solver } from './solver.ts'

let withModel: WithModel

before(async () => {
  withModel = await solver()
})

/** A table with its totals: the cells row by row, each row ending in its total, the last row the totals of columns. */
function table(counts: readonly (readonly number[])[]): LinkedCells {
  const [rows, columns] = [counts.length + 1, (counts[0]?.length ?? 0) + 1]
  const inner = counts.map((row) => [...row, sumOf(row)])
  const bottom = Array.from({ length: columns }, (_, column) => sumOf(inner.map((row) => row[column] ?? 0)))
  const at = (row: number, column: number) => row * columns + column
  const along = (length: number, place: (step: number) => number): Sum => ({ total: place(length - 1), parts: Array.from({ length: length - 1 }, (_, step) => place(step)) })
  const sums = [
    ...Array.from({ length: rows }, (_, row) => along(columns, (column) => at(row, column))),
    ...Array.from({ length: columns }, (_, column) => along(rows, (row) => at(row, column))),
  ]
  return { cells: [...inner, bottom].flat().map((count) => ({ count })), sums }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function shown(linked: LinkedCells, width: number): string {
  const outcome = protect(linked, oneToFive, withModel)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.message)
  const words = outcome.value.reasons.map((reason, place) => (reason === 'open' ? String(linked.cells[place]?.count) : reason === 'primary' ? 'p' : 's'))
  return Array.from({ length: words.length / width }, (_, row) => words.slice(row * width, (row + 1) * width).join(' ')).join(' | ')
}

test('counts of one to five are hidden, nought and six are shown', () => {
  const cells = [0, 1, 5, 6].map((count) => ({ count }))
  assert.equal(shown({ cells, sums: [] }, 4), '0 p p 6')
})

test('a small count that a total gives away gets companions in its row and its column', () => {
  assert.equal(shown(table([[3, 20, 30], [40, 50, 60], [70, 80, 90]]), 4), 'p s 30 53 | s s 60 150 | 70 80 90 240 | 113 150 180 443')
})

test('nobody can work a small count out more closely than the policy tells', () => {
  const linked = table([[3, 20, 2, 11], [4, 9, 0, 60], [7, 8, 1, 12], [30, 2, 40, 50]])
  const outcome = protect(linked, oneToFive, withModel)
  assert.ok(outcome.ok)
  const small = outcome.value.reasons.flatMap((reason, place) => (reason === 'primary' ? [place] : []))
  assert.ok(small.length >= 5)
  for (const cell of small) {
    const range = outcome.value.audit.find((found) => found.cell === cell)
    assert.ok(range !== undefined && range.lowest <= 1 && range.highest >= 5, `${cell}: ${range?.lowest} to ${range?.highest}`)
  }
})

test('two hidden cells in each line are not proof: what only seems hidden is found by the audit', () => {
  // Two small counts in one row that add up to two are one each.
  const cells: CountCell[] = [{ count: 1 }, { count: 1 }, { count: 20 }, { count: 22 }]
  const linked = { cells, sums: [{ total: 3, parts: [0, 1, 2] }] }
  assert.deepEqual(knownRanges(linked, new Set([0, 1]), withModel), [{ cell: 0, lowest: 1, highest: 1 }, { cell: 1, lowest: 1, highest: 1 }])
  assert.equal(shown(linked, 4), 'p p s 22')
})

test('a count without a total beside it may be anything', () => {
  const outcome = protect({ cells: [{ count: 4 }], sums: [] }, oneToFive, withModel)
  assert.ok(outcome.ok)
  assert.deepEqual(outcome.value.audit, [{ cell: 0, lowest: 1, highest: Number.POSITIVE_INFINITY }])
})

test('tables that share a total protect each other', () => {
  // By age: 3 and 30 make 33. By sex: 12 and 21 make 33 too. Hiding 30 would do, were the total of 33 not also in the other table.
  const cells = [3, 30, 33, 12, 21].map((count) => ({ count }))
  const linked = { cells, sums: [{ total: 2, parts: [0, 1] }, { total: 2, parts: [3, 4] }] }
  assert.equal(shown(linked, 5), 'p s 33 12 21')
})

test('what is public already stays as it is, and what it would give away is refused', () => {
  const cells: CountCell[] = [{ count: 3 }, { count: 30, isFixed: true }, { count: 33, isFixed: true }]
  const outcome = protect({ cells, sums: [{ total: 2, parts: [0, 1] }] }, oneToFive, withModel)
  assert.equal(outcome.ok, false)
})

test('a nought is shown, and never hidden for the sake of another', () => {
  assert.equal(shown({ cells: [3, 0, 0, 9, 12].map((count) => ({ count })), sums: [{ total: 4, parts: [0, 1, 2, 3] }] }, 5), 'p 0 0 s 12')
  assert.equal(shown(table([[3, 0], [0, 7]]), 3), 'p 0 p | 0 7 7 | p 7 s')
})

test('small parts and their small total are all hidden: nobody has to be told more than that the parts are no noughts', () => {
  // 1 + 2 = 3: as both parts are one at least, the total is two at least, which nothing can hide.
  assert.equal(shown({ cells: [1, 2, 0, 3].map((count) => ({ count })), sums: [{ total: 3, parts: [0, 1, 2] }] }, 4), 'p p 0 p')
})

test('what two shown figures differ by is protected though nobody is ever shown it', () => {
  // 10 and then 12 to date: the two between them are known unless one of both is hidden, and 10 is the cheaper.
  assert.equal(shown({ cells: [{ count: 10 }, { count: 12 }, { count: 2, isNeverShown: true, least: 0 }], sums: [{ total: 1, parts: [0, 2] }] }, 3), 's 12 p')
})

test('cells of one figure are hidden together', () => {
  assert.equal(shown({ cells: [{ count: 3, figure: 1 }, { count: 40, figure: 1 }, { count: 50, figure: 2 }], sums: [] }, 3), 'p s 50')
})
