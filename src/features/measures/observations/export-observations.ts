import { ok } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { ExportedFile, Exporter } from '#platform/command/transfer.ts'
import type { MeetingsApp } from '#features/meetings'
import { allDefinitions } from '../definitions/keep-definitions.ts'
import { columnsNeeded, type Column } from './observation.ts'
import { revisionsOfMeasure, type KeptFigure } from './read-figures-kept.ts'

const columns: readonly Column[] = [...columnsNeeded, 'reason']

/** A file for each revision of each measure, named in the order in which they are loaded again: `observations/01-plans-on-time.csv`. */
function filesOf(measure: string, figures: readonly KeptFigure[]): ExportedFile[] {
  const byRevision = Map.groupBy(figures, ({ revision }) => revision)
  return [...byRevision].map(([revision, rows]) => ({
    name: `observations/${String(revision).padStart(2, '0')}-${measure}.csv`,
    body: `${[columns.join(','), ...rows.map(lineOf)].join('\r\n')}\r\n`,
  }))
}

function lineOf(figure: KeptFigure): string {
  return columns.map((column) => cell(String(figure[column] ?? ''))).join(',')
}

/** As the import reads it: nothing is put before a text that a spreadsheet program would take for a formula, since figures may be negative. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const observationsExporter: Exporter<Pick<MeetingsApp, 'context'>> = {
  what: 'observations',
  summary: 'CSV, a file for each revision of each measure, as the import reads them again',
  write: (app) =>
    act(app.context(), { verb: 'observations.export', subject: { kind: 'observations', id: 'all' } }, async (tx) => {
      const files: ExportedFile[] = []
      // A measure at a time: all figures at once need not fit into memory.
      for (const measure of (await allDefinitions(tx.reader)).keys()) files.push(...filesOf(measure, await revisionsOfMeasure(tx.reader, measure)))
      return ok(files)
    }),
}
