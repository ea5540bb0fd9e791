import type { z } from 'zod'
import { given } from '#core/given.ts'
import { ok, type Fault, type Outcome } from '#core/outcome.ts'
import { fingerprintOf, loadingDeed } from '#access/audit/files-in-audit.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { rowChecker, type Known, type RowChecked } from '../observations/check-row.ts'
import type { FigureSource, RowRead } from '../observations/figure-source.ts'
import { importFigures, type Opened } from '../observations/loading/import-figures.ts'
import { figuresImporter, type FiguresImporter } from '../observations/loading/figures-importer.ts'
import { notLoaded, type Loaded } from '../observations/loading/loaded.ts'
import type { RowGiven } from '../observations/observation.ts'
import { addAreas } from './keep-areas.ts'

type ComparatorsApp = Pick<MeetingsApp, 'context' | 'now'>

/** What every mapping says. */
interface Mapping {
  readonly file: string
  readonly revisedBecause?: string | undefined
}

/** A mapping with the file that it is about. */
interface Mapped<Value> {
  readonly mapping: Value
  readonly data: ImportFile
}

/** A form in which others publish figures. */
interface Form<Value extends Mapping> {
  readonly what: 'ees' | 'fingertips'
  readonly summary: string
  readonly mapping: z.ZodType<Value>
  /** Opens a data file by its mapping; its rows are read one by one. */
  readonly rows: (mapping: Value, data: ImportFile, known: Known, check: (row: RowGiven) => RowChecked) => Outcome<Iterable<RowRead>>
}

/** The import of figures that others publish, by mappings (YAML) that name the files beside them; the areas that they name become areas here. */
export function comparatorsImporter<Value extends Mapping>(form: Form<Value>): FiguresImporter<ComparatorsApp> {
  return figuresImporter({
    what: form.what,
    summary: form.summary,
    inExample: [`comparators/${form.what}/*.yaml`],
    loadFigures: async (files, app, tell) => {
      const read = await readMapped(files, form.mapping)
      if (!read.ok) return read
      return importMapped(app, form, files, read.value, tell)
    },
  })
}

/** Before the transaction: reading files is slow. */
async function readMapped<Value extends Mapping>(files: readonly ImportFile[], schema: z.ZodType<Value>): Promise<Outcome<Mapped<Value>[]>> {
  const { entries, faults } = readYamlFiles(files, schema)
  const mapped: Mapped<Value>[] = []
  for (const entry of entries) {
    const data = await besideOf(entry, files)
    if (data.ok) mapped.push({ mapping: entry.value, data: data.value })
    else faults.push(entry.faultAt(['file'], data.refusal.faults[0]?.message ?? data.refusal.message, entry.value.file))
  }
  if (faults.length === 0 && mapped.length === 0) faults.push({ message: 'There is no mapping in what was given. Give a YAML file that names the data file.' })
  return faults.length > 0 ? notLoaded(faults) : ok(mapped)
}

function besideOf<Value extends Mapping>({ file, value }: YamlEntry<Value>, files: readonly ImportFile[]): Promise<Outcome<ImportFile>> {
  const mapping = files.find(({ name }) => name === file)
  if (mapping === undefined) throw new Error(`No file ${file}`)
  return mapping.beside(value.file)
}

function importMapped<Value extends Mapping>(app: ComparatorsApp, form: Form<Value>, files: readonly ImportFile[], mapped: readonly Mapped<Value>[], tell: (line: string) => void): Promise<Outcome<Loaded>> {
  const deed = loadingDeed('comparators.import', form.what, files)
  const context = app.context()
  return importFigures({
    context,
    deed: { ...deed, detail: { ...deed.detail, data: fingerprintOf(mapped.map(({ data }) => data)) } },
    open: (known) => opened(form, mapped, known),
    ifEmpty: 'No row of the file is one that the mapping asks for. Compare its filters with the file.',
    alongside: (tx, { areas }) => addAreas(tx, areas.added()),
    at: instantOf(context.today, app.now()),
    tell,
  })
}

function opened<Value extends Mapping>(form: Form<Value>, mapped: readonly Mapped<Value>[], known: Known): Opened {
  const faults: Fault[] = []
  const check = rowChecker(known)
  const sources = mapped.flatMap(({ mapping, data }): FigureSource[] => {
    const rows = form.rows(mapping, data, known, check)
    if (!rows.ok) faults.push(...rows.refusal.faults)
    return rows.ok ? [{ file: data.name, what: form.what, rows: rows.value, ...given('revisedBecause', mapping.revisedBecause) }] : []
  })
  return { sources, faults }
}
