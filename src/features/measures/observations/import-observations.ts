import type { Fault, Outcome } from '#core/outcome.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { rowChecker } from './check-row.ts'
import type { FigureSource } from './figure-source.ts'
import { figuresImporter, type FiguresImporter } from './loading/figures-importer.ts'
import { importFigures, type Opened } from './loading/import-figures.ts'
import type { Loaded } from './loading/loaded.ts'
import { readObservationsFile } from './read-observations-file.ts'

type ObservationsApp = Pick<MeetingsApp, 'context' | 'now'>

/** Loads figures from CSV files in the order of their names, all or none; what is loaded and looks strange is told. */
function importObservations(files: readonly ImportFile[], app: ObservationsApp, tell: (line: string) => void): Promise<Outcome<Loaded>> {
  const context = app.context()
  return importFigures({
    context,
    deed: loadingDeed('observations.import', 'observations', files),
    open: (known) => opened(files, rowChecker(known)),
    at: instantOf(context.today, app.now()),
    tell,
  })
}

function opened(files: readonly ImportFile[], check: ReturnType<typeof rowChecker>): Opened {
  const faults: Fault[] = []
  const sources = files.toSorted((one, other) => (one.name < other.name ? -1 : 1)).flatMap((file): FigureSource[] => {
    const rows = readObservationsFile(file, check)
    if (rows.ok) return [{ file: file.name, what: 'observations', rows: rows.value }]
    faults.push(...rows.refusal.faults)
    return []
  })
  return { sources, faults }
}

export const observationsImporter: FiguresImporter<ObservationsApp> = figuresImporter({
  what: 'observations',
  summary: 'CSV with the columns measure,period,area,breakdown,numerator,denominator,value,status,note, and reason if there are any: one figure a row',
  inExample: ['observations/*.csv'],
  loadFigures: importObservations,
})
