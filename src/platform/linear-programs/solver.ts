import highs from 'highs'
import type { Ask, LinearModel, Solution, WithModel } from '#core/suppression/linear-model.ts'

/** What stands there when it runs is the loader itself; the package's types describe its CommonJS form. */
const loadHighs = highs as unknown as typeof highs.default

/** The HiGHS solver, in this process; loading takes some tens of milliseconds, once. */
export async function solver(): Promise<WithModel> {
  const engine = await loadHighs()
  const { optimal, unbounded, unboundedOrInfeasible, infeasible } = engine.constants.modelStatus
  return (model, work) =>
    engine.withModel(encoded(model), (open) => {
      open.options.set({ output_flag: false })
      const minimise = (ask: Ask): Solution => {
        const costs = new Map(ask.costs)
        const bounds = new Map(ask.bounds ?? [])
        for (const [column, usual] of model.columns.entries()) {
          const { lower, upper } = bounds.get(column) ?? usual
          open.changeColCost(column, costs.get(column) ?? 0)
          open.changeColBounds(column, lower, upper)
        }
        open.run()
        const status = open.getModelStatus()
        if (status === optimal) return { kind: 'found', cost: open.getObjectiveValue(), values: [...open.getSolution().colValue] }
        if (status === unbounded || status === unboundedOrInfeasible) return { kind: 'unbounded' }
        if (status === infeasible) return { kind: 'impossible' }
        throw new Error(`The solver stopped with status ${status}.`)
      }
      return work(minimise)
    })
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
