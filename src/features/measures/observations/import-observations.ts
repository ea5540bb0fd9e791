import { faultLine, ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { firstFaults } from '#core/first-faults.ts'
import type { ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import type { MeetingsApp } from '#features/meetings'
import { rowChecker } from './check-row.ts'
import type { FigureSource } from './figure-source.ts'
import { loadFigures, type Loaded } from './load-figures.ts'
import { readObservationsFile } from './read-observations-file.ts'
import { whatIsKnown } from './what-is-known.ts'

type ObservationsApp = Pick<MeetingsApp, 'context' | 'now'>

/** Loads figures from CSV files in the order of their names, all or none; what is loaded and looks strange is told. */
async function importObservations(app: ObservationsApp, files: readonly ImportFile[], tell: (line: string) => void, remark: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const loaded = await act(context, loadingDeed('observations.import', 'observations', files), async (tx) => {
    const known = await whatIsKnown(tx.reader, context.today)
    const sources = opened(files, rowChecker(known))
    return sources.ok ? loadFigures(tx, sources.value, known, { by: actorKey(context.actor), at: app.now(), tell }) : sources
  })
  return loaded.ok ? ok(summaryOf(loaded.value, remark)) : loaded
}

function opened(files: readonly ImportFile[], check: ReturnType<typeof rowChecker>): Outcome<FigureSource[]> {
  const faults: Fault[] = []
  const sources = files.toSorted((one, other) => (one.name < other.name ? -1 : 1)).flatMap((file): FigureSource[] => {
    const rows = readObservationsFile(file, check)
    if (rows.ok) return [{ file: file.name, what: 'observations', rows: rows.value }]
    faults.push(...rows.refusal.faults)
    return []
  })
  return faults.length > 0 ? refuse('invalid', 'The figures were not loaded, because of what is listed here. Nothing was changed.', faults) : ok(sources)
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
