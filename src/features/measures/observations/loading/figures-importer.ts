import { faultLine, ok, type Outcome } from '#core/outcome.ts'
import { firstFaults } from '#core/first-faults.ts'
import type { ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import type { Loaded } from './loaded.ts'

/** An importer of figures: beside the summary of the command it gives all that is worth a look. */
export interface FiguresImporter<App> extends Importer<App> {
  readonly loadFigures: (files: readonly ImportFile[], app: App, progress: (line: string) => void) => Promise<Outcome<Loaded>>
}

/** Makes the importer of a command, which counts what was loaded and remarks on the first findings. */
export function figuresImporter<App>({ loadFigures, ...about }: Omit<FiguresImporter<App>, 'load'>): FiguresImporter<App> {
  return {
    ...about,
    loadFigures,
    load: async (files, app, progress, remark = progress) => {
      const loaded = await loadFigures(files, app, progress)
      return loaded.ok ? ok(summaryOf(loaded.value, remark)) : loaded
    },
  }
}

/** Counts of what was loaded; the first findings are told line by line. */
function summaryOf(loaded: Loaded, remark: (line: string) => void): ImportSummary {
  const { faults, moreFaults } = firstFaults(loaded.findings)
  for (const found of faults) remark(faultLine(found))
  if (moreFaults !== undefined) remark(`and ${moreFaults} more${loaded.loads.length === 0 ? '' : ': “Measures”, “Load figures from a file” lists them with the load'}`)
  return countsOf(loaded)
}

export function countsOf({ rows, first, revised, findings }: Loaded): ImportSummary {
  return { rows, 'new figures': first, revisions: revised, ...(findings.length === 0 ? {} : { 'figures to look at': findings.length }) }
}
