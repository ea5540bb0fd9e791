import { parseDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { noRowsFault } from '#platform/files/csv-header.ts'
import { csvRows, type CsvRow } from '#platform/files/csv-rows.ts'
import { csvFile } from '#platform/documents/tables/csv.ts'
import type { MeetingsApp } from '#features/meetings'
import { kindOfCode, type Area } from './area.ts'
import { addAreas, areasByCode } from './keep-areas.ts'
import { allNeighbours, saveNeighbours } from './keep-neighbours.ts'
import { closenesses, type Neighbour } from './neighbours.ts'

type Column = 'from' | 'area' | 'name' | 'closeness'
const columns = ['from', 'area', 'name', 'closeness'] as const

type NeighboursApp = Pick<MeetingsApp, 'context'>

interface Read {
  readonly neighbours: Neighbour[]
  readonly areas: Area[]
  readonly faults: Fault[]
}

/** Loads sets of statistical neighbours, all or none: each takes the place of the set that began on the same day. Their councils become areas where they are none yet. */
async function importNeighbours(app: NeighboursApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const read: Read = { neighbours: [], areas: [], faults: [] }
  for (const file of files) {
    const text = file.text()
    const rows = text.ok ? csvRows<Column>(file.name, text.value, { needed: columns }) : text
    if (!rows.ok) read.faults.push(...rows.refusal.faults)
    else if (rows.value.length === 0) read.faults.push(noRowsFault(file.name))
    else for (const row of rows.value) readNeighbour(file.name, row, read)
  }
  return act(app.context(), loadingDeed('neighbours.import', 'neighbours', files), async (tx) => {
    const own = [...(await areasByCode(tx.reader)).values()].find(({ isOwn }) => isOwn)?.code
    const itself = read.neighbours.some(({ area }) => area === own) ? [{ field: 'area', found: own ?? '', message: 'The council is no neighbour of itself. Take the row out.' }] : []
    const faults = [...read.faults, ...itself]
    if (faults.length > 0) return refuse('invalid', 'The neighbours were not loaded, because of what is listed here. Nothing was changed.', faults)
    await addAreas(tx, read.areas)
    await saveNeighbours(tx, read.neighbours)
    return ok({ neighbours: read.neighbours.length, sets: new Set(read.neighbours.map(({ from }) => from)).size })
  })
}

function readNeighbour(file: string, { row, cells }: CsvRow<Column>, { neighbours, areas, faults }: Read): void {
  const at = (field: Column, message: string) => void faults.push({ file, row, field, found: cells[field], message })
  const from = parseDate(cells.from)
  const closeness = closenesses.find((known) => known.toLowerCase() === cells.closeness.toLowerCase())
  if (from === undefined) at('from', 'Give the day from which the set holds, as 2023-04-01.')
  if (kindOfCode(cells.area) !== 'council') at('area', 'Give the code of a council, such as E10000014.')
  if (cells.name === '') at('name', 'Give the name of the council.')
  if (closeness === undefined) at('closeness', `Give one of: ${closenesses.join(', ')}.`)
  if (neighbours.some((one) => one.area === cells.area && one.from === from)) at('area', 'This council is in the set already. Give each once.')
  if (from !== undefined && closeness !== undefined) neighbours.push({ from, area: cells.area, closeness })
  if (areas.every(({ code }) => code !== cells.area)) areas.push({ code: cells.area, name: cells.name, kind: 'council', isOwn: false })
}

export const neighboursImporter: Importer<NeighboursApp> = {
  what: 'neighbours',
  summary: 'CSV with the columns from,area,name,closeness: the statistical neighbours from a day on',
  inExample: ['neighbours.csv'],
  load: (files, app) => importNeighbours(app, files),
}

export const neighboursExporter: Exporter<NeighboursApp> = {
  what: 'neighbours',
  summary: 'CSV that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'measures.export', subject: { kind: 'neighbours', id: 'all' } }, async (tx) => {
      const [neighbours, areas] = [await allNeighbours(tx.reader), await areasByCode(tx.reader)]
      const rows = neighbours.map(({ from, area, closeness }) => [from, area, areas.get(area)?.name ?? area, closeness])
      return ok(rows.length === 0 ? [] : [{ name: 'neighbours.csv', body: csvFile({ headings: columns, rows }) }])
    }),
}
