import highs from 'highs'
import type { Ask, LinearModel, Solution, WithModel } from '#core/suppression/linear-model.ts'

/** What stands there when it runs is the loader itself; the package's types describe its CommonJS form. */
const loadHighs = highs as unknown as typeof highs.default

let loaded: Promise<WithModel> | undefined

/** The HiGHS solver, in this process; loading takes some tens of milliseconds, once. */
export function solver(): Promise<WithModel> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<WithModel> {
  const engine = await loadHighs()
  const { optimal, unbounded, unboundedOrInfeasible, infeasible, unknown } = engine.constants.modelStatus
  const { integer, continuous } = engine.constants.variableType
  return (model, work) =>
    engine.withModel(encoded(model), (open) => {
      open.options.set({ output_flag: false })
      const run = () => {
        open.run()
        if (open.getModelStatus() !== unknown) return
        // From where the question before ended it does not always see that nothing bounds this one.
        open.clearSolver()
        open.run()
      }
      const minimise = (ask: Ask): Solution => {
        const undo = asked(open, model, ask)
        run()
        // Most answers are whole by themselves; only for the others is the slower search for whole ones begun.
        const isSplit = ask.isWhole === true && open.getModelStatus() === optimal && open.getSolution().colValue.some((value, column) => model.columns[column]?.mayBeSplit !== true && !isNearlyWhole(value))
        if (isSplit) {
          // From where the question before ended the search for whole numbers sometimes comes to no end.
          open.clearSolver()
          open.changeColsIntegrality({ kind: 'range', from: 0, to: model.columns.length - 1 }, model.columns.map(({ mayBeSplit }) => (mayBeSplit === true ? continuous : integer)))
          run()
        }
        const status = open.getModelStatus()
        const solution = status === optimal ? { cost: open.getObjectiveValue(), values: [...open.getSolution().colValue] } : undefined
        if (isSplit) open.clearIntegrality()
        undo()
        if (solution !== undefined) return { kind: 'found', ...solution }
        if (status === unbounded || status === unboundedOrInfeasible) return { kind: 'unbounded' }
        if (status === infeasible) return { kind: 'impossible' }
        throw new Error(`The solver stopped with status ${status}.`)
      }
      return work(minimise)
    })
}

interface OpenModel {
  readonly changeColCost: (column: number, cost: number) => unknown
  readonly changeColBounds: (column: number, lower: number, upper: number) => unknown
}

/** Puts the costs and bounds of a question into the model; what comes back takes them out again. */
function asked(open: OpenModel, { columns }: LinearModel, { costs, bounds = [] }: Ask): () => void {
  for (const [column, cost] of costs) open.changeColCost(column, cost)
  for (const [column, { lower, upper }] of bounds) open.changeColBounds(column, lower, upper)
  return () => {
    for (const [column] of costs) open.changeColCost(column, 0)
    for (const [column] of bounds) {
      const usual = columns[column]
      if (usual !== undefined) open.changeColBounds(column, usual.lower, usual.upper)
    }
  }
}

function isNearlyWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6
}

/** The matrix by rows, as sparse arrays. */
function encoded({ columns, rows }: LinearModel) {
  const starts = [0]
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length)
  const equals = rows.map((row) => row.equals)
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: equals,
    rowUpper: equals,
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: rows.flatMap(({ terms }) => terms.map(([column]) => column)),
      values: rows.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
    },
  }
}
