import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { noRowsFault } from '#platform/files/csv-header.ts'
import { csvRows, type CsvRow } from '#platform/files/csv-rows.ts'
import { csvFile } from '#platform/documents/tables/csv.ts'
import type { MeetingsApp } from '#features/meetings'
import { kindOfCode, nationalAreas, type Area } from './area.ts'
import { keptAreas, saveAreas } from './keep-areas.ts'

type Column = 'code' | 'name' | 'region' | 'own'
const columns = ['code', 'name', 'region', 'own'] as const

type AreasApp = Pick<MeetingsApp, 'context'>

async function importAreas(app: AreasApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const read = readAreas(files)
  return act(app.context(), loadingDeed('areas.import', 'areas', files), async (tx) => {
    if (!read.ok) return read
    await saveAreas(tx, read.value)
    return ok({ areas: read.value.length })
  })
}

function readAreas(files: readonly ImportFile[]): Outcome<Area[]> {
  const faults: Fault[] = []
  const areas = new Map<string, Area>()
  for (const file of files) {
    const text = file.text()
    const rows = text.ok ? csvRows<Column>(file.name, text.value, { needed: columns }) : text
    if (!rows.ok) faults.push(...rows.refusal.faults)
    else if (rows.value.length === 0) faults.push(noRowsFault(file.name))
    else for (const row of rows.value) readArea(file.name, row, areas, faults)
  }
  if ([...areas.values()].filter(({ isOwn }) => isOwn).length > 1) faults.push({ field: 'own', message: 'Two areas are given as the council’s own. Write yes at one only.' })
  return faults.length > 0 ? refuse('invalid', 'The areas were not loaded, because of what is listed here. Nothing was changed.', faults) : ok([...areas.values()])
}

function readArea(file: string, { row, cells }: CsvRow<Column>, areas: Map<string, Area>, faults: Fault[]): void {
  const at = (field: Column, message: string) => void faults.push({ file, row, field, found: cells[field], message })
  if (kindOfCode(cells.code) !== 'council') at('code', 'Give the code of a council of a county, a unitary authority, a metropolitan district or a London borough, such as E10000034.')
  if (areas.has(cells.code)) at('code', 'This area is given already. Give each once.')
  if (cells.name === '') at('name', 'Give the name of the area.')
  const isRegion = nationalAreas.some(({ code, kind }) => kind === 'region' && code === cells.region)
  if (!isRegion && (cells.region !== '' || cells.own === 'yes')) at('region', 'Give the code of its region, E12000001 to E12000009.')
  if (!['', 'yes'].includes(cells.own)) at('own', 'Write yes at the council whose site this is, and leave the others empty.')
  areas.set(cells.code, { code: cells.code, name: cells.name, kind: 'council', isOwn: cells.own === 'yes', ...(cells.region === '' ? {} : { region: cells.region }) })
}

export const areasImporter: Importer<AreasApp> = {
  what: 'areas',
  summary: 'CSV with the columns code,name,region,own: the council itself (own: yes) and those it is compared with',
  inExample: ['areas.csv'],
  load: (files, app) => importAreas(app, files),
}

export const areasExporter: Exporter<AreasApp> = {
  what: 'areas',
  summary: 'CSV that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'measures.export', subject: { kind: 'areas', id: 'all' } }, async (tx) => {
      const areas = (await keptAreas(tx.reader)).filter(({ kind }) => kind === 'council')
      const rows = areas.map(({ code, name, region, isOwn }) => [code, name, region ?? '', isOwn ? 'yes' : ''])
      return ok(areas.length === 0 ? [] : [{ name: 'areas.csv', body: csvFile({ headings: columns, rows }) }])
    }),
}
