import { ok, type Outcome } from '#core/outcome.ts'
import type { Protected } from '#core/suppression/cells.ts'
import { oneToFive } from '#core/suppression/policy.ts'
import { protect } from '#core/suppression/protect.ts'
import { command, type CommandAnswer, type CommandOutcome } from '#platform/command/command.ts'
import { solver } from '#platform/linear-programs/solver.ts'
import { linkedTables, type NamedCells } from './linked-tables.ts'
import { tablesGiven } from './tables-given.ts'

/** `protect FILE…`: what of a table of counts may be shown, and what all that is shown tells of the rest. */
export const protectCommand = command({
  name: 'protect',
  summary: 'Hide small counts in tables, and what would give them away',
  description:
    'FILE is a CSV file with the columns row,column,count, in which total as a row or column is a margin. Several files are linked tables: a cell with the same row and column is the same count.\n\nFor example: protect by-age.csv by-sex.csv',
  needs: 'nothing',
  arguments: [{ name: 'file', summary: 'the tables', many: true }],
  run: async ({ words }, io): Promise<CommandOutcome> => {
    const tables = await tablesGiven(words, io.folder, { needed: ['row', 'column', 'count'] })
    if (!tables.ok) return tables
    const linked = linkedTables(tables.value)
    if (!linked.ok) return linked
    const outcome: Outcome<Protected> = protect(linked.value, oneToFive, await solver())
    return outcome.ok ? ok(answer(linked.value, outcome.value)) : outcome
  },
})

const mark = 'c'

function answer({ cells }: NamedCells, { reasons, audit }: Protected): CommandAnswer {
  const shown = cells.map(({ row, column, count }, place) => {
    const reason = reasons[place] ?? 'open'
    return { row, column, shown: reason === 'open' ? count : mark, reason }
  })
  const ranges = audit.flatMap(({ cell, lowest, highest }) => {
    const named = cells[cell]
    return named === undefined ? [] : [{ row: named.row, column: named.column, lowest, highest: Number.isFinite(highest) ? highest : null }]
  })
  const lines = [
    ...shown.map(({ row, column, shown: figure, reason }) => `${row}, ${column}: ${figure}${reason === 'open' ? '' : ` (${reason})`}`),
    '',
    ranges.length === 0 ? 'No count is small: all may be shown.' : 'What all that is shown leaves to each hidden count:',
    ...ranges.map(({ row, column, lowest, highest }) => `${row}, ${column}: ${highest === null ? `${lowest} or more` : `${lowest} to ${highest}`}`),
  ]
  return { text: lines.join('\n'), json: { cells: shown, audit: ranges, policy: oneToFive } }
}
