import { faultLine, ok, type Fault, type Outcome } from '#core/outcome.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { firstFaults } from '#core/first-faults.ts'
import type { ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import type { MeetingsApp } from '#features/meetings'
import { rowChecker } from './check-row.ts'
import type { FigureSource } from './figure-source.ts'
import { importFigures, type Opened } from './loading/import-figures.ts'
import type { Loaded } from './loading/loaded.ts'
import { readObservationsFile } from './read-observations-file.ts'

type ObservationsApp = Pick<MeetingsApp, 'context' | 'now'>

/** Loads figures from CSV files in the order of their names, all or none; what is loaded and looks strange is told. */
async function importObservations(app: ObservationsApp, files: readonly ImportFile[], tell: (line: string) => void, remark: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const loaded = await importFigures({
    context: app.context(),
    deed: loadingDeed('observations.import', 'observations', files),
    open: (known) => opened(files, rowChecker(known)),
    at: app.now(),
    tell,
  })
  return loaded.ok ? ok(summaryOf(loaded.value, remark)) : loaded
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

/** Counts of what was loaded; the first flags are told line by line. */
export function summaryOf({ rows, first, revised, flags }: Loaded, remark: (line: string) => void): ImportSummary {
  const { faults, moreFaults } = firstFaults(flags)
  for (const flag of faults) remark(faultLine(flag))
  if (moreFaults !== undefined) remark(`and ${moreFaults} more`)
  return { rows, 'new figures': first, revisions: revised, ...(flags.length === 0 ? {} : { 'figures to look at': flags.length }) }
}

export const observationsImporter: Importer<ObservationsApp> = {
  what: 'observations',
  summary: 'CSV with the columns measure,period,area,breakdown,numerator,denominator,value,status,note, and reason if there are any: one figure a row',
  inExample: ['observations/*.csv'],
  load: (files, app, progress, remark = progress) => importObservations(app, files, progress, remark),
}
