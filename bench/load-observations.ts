import { mkdtemp, rm, writeFile, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { accessMigrations } from '#access/migrations.ts'
import { testContext } from '#access/testing.ts'
import { date } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import type { Database } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { findPostgres, startPostgres } from '#platform/database/testing/postgres-server.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import { areasImporter, comparatorsMigration, definitionsMigration, measuresImporter, observationsImporter, observationsMigrations, publishedReleasesMigration, usualMeasure } from '../src/features/measures/testing.ts'
import { inSeconds, type Report } from './report.ts'
import { seconds } from './rounds.ts'

/** `BENCH_ROWS=5000000 npm run bench -- load-observations` for more. */
const rows = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const [areas, parts, quarters] = [50, 10, 40]
const measures = Math.ceil(rows / (areas * parts * quarters))

/** A file of figures read, checked against their definitions and written with their history and audit, against what PostgreSQL itself needs for the same file. */
export async function loadObservations(): Promise<Report> {
  const programs = findPostgres()
  if (programs === undefined) throw new Error('There is no postgres program on this machine, and its COPY is what this is measured against.')
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-figures-'))
  const server = await startPostgres(programs)
  try {
    const bytes = figuresFile()
    const file = join(folder, 'figures.csv')
    await writeFile(file, bytes)
    // The server runs as somebody else.
    await chmod(folder, 0o755)
    return await measured(server.url, file, bytes)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The table of figures once more: its columns, checks and key, with what the import gives each row as defaults. */
const like = [
  'create table figures_like (like work.observations including all)',
  `alter table figures_like alter revision set default 1, alter reason set default '', alter entered_at set default '2023-07-07T09:00:00Z', alter load set default '00000000-0000-4000-8000-000000000000', alter council set default 'bench'`,
]

/** Copies the file into a table like ours. */
async function copy(url: string, file: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  for (const statement of like) await client.query(statement)
  const columns = 'measure, period, area, breakdown, numerator, denominator, value, status, note'
  const taken = await seconds(() => client.query(`copy figures_like (${columns}) from '${file}' with (format csv, header, force_not_null (breakdown, note))`))
  await client.query('drop table figures_like')
  await client.end()
  return taken
}

async function measured(url: string, file: string, bytes: Buffer): Promise<Report> {
  const opened = await openDatabase({ kind: 'server', url, council: 'bench' })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const database = opened.value
  try {
    await prepare(database)
    const copiedBefore = await copy(url, file)
    const before = process.resourceUsage().maxRSS
    const ours = await seconds(() => load(observationsImporter, database, 'figures.csv', bytes))
    const peak = process.resourceUsage().maxRSS
    const copied = (copiedBefore + (await copy(url, file))) / 2
    return {
      title: `Loading ${rows.toLocaleString('en-GB')} figures (${Math.round(bytes.length / 1024 ** 2)} MB of CSV) through the import`,
      against: 'COPY of the same file into a table with the same columns, checks and key, on the same PostgreSQL server',
      rows: [{ measure: 'read, checked, written and audited', ours: inSeconds(ours), alternative: inSeconds(copied), ratio: (ours / copied).toFixed(1), aim: 'at most 5' }],
      notes: [
        `${Math.round(rows / ours).toLocaleString('en-GB')} rows a second against ${Math.round(rows / copied).toLocaleString('en-GB')}`,
        `this process held ${inMegabytes(before)} at most before the load, the file itself among it, and ${inMegabytes(peak)} by its end`,
        'one reading, between two of COPY whose mean is taken: a file that is loaded again writes nothing',
      ],
    }
  } finally {
    await database.close()
  }
}

async function prepare(database: Database): Promise<void> {
  const migrated = await migrate(database, [publicationRevision, ...accessMigrations, ...bodiesMigrations, definitionsMigration, ...observationsMigrations, comparatorsMigration, publishedReleasesMigration])
  if (!migrated.ok) throw new Error(migrated.refusal.message)
  await load(areasImporter, database, 'areas.csv', Buffer.from(['code,name,region,own', ...every(areas).map((area) => `${codeOf(area)},Council ${area},E12000005,${area === 0 ? 'yes' : ''}`)].join('\n')))
  await load(measuresImporter, database, 'measures.yaml', Buffer.from(every(measures).map(definitionOf).join('---\n')))
}

async function load(importer: Pick<typeof observationsImporter, 'load'>, database: Database, name: string, bytes: Buffer): Promise<void> {
  const file: ImportFile = { name, bytes, text: () => ok(bytes.toString()), beside: () => Promise.reject(new Error('Nothing stands beside it')) }
  const loaded = await importer.load([file], { context: () => testContext(database, { today: date('2023-07-07') }), now: () => new Date('2023-07-07T09:00:00Z') }, () => undefined)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal).slice(0, 2000))
}

function inMegabytes(kilobytes: number): string {
  return `${Math.round(kilobytes / 1024)} MB`
}

function every(length: number): readonly number[] {
  return Array.from({ length }, (_, place) => place)
}

function codeOf(area: number): string {
  return `E100000${String(area + 1).padStart(2, '0')}`
}

function definitionOf(measure: number): string {
  const values = every(parts - 1).map((part) => `part-${part + 1}`).join(', ')
  return `slug: measure-${measure}
name: Measure ${measure}
${usualMeasure}denominator: all of them
unit: percent
decimals: 1
polarity: higher
bodies: []
breakdowns: [{ name: part, values: [${values}] }]
`
}

/** Made piece by piece, so that the file is all that is held of it. */
function figuresFile(): Buffer {
  const pieces = [Buffer.from('measure,period,area,breakdown,numerator,denominator,value,status,note\n')]
  const size = 10_000
  for (let from = 0; from < rows; from += size) pieces.push(Buffer.from(every(Math.min(size, rows - from)).map((place) => `${rowOf(from + place)}\n`).join('')))
  return Buffer.concat(pieces)
}

function rowOf(row: number): string {
  const [quarter, rest] = [row % quarters, Math.floor(row / quarters)]
  const [part, next] = [rest % parts, Math.floor(rest / parts)]
  const year = 2013 + Math.floor(quarter / 4)
  const count = 80 + (Math.imul(row, 2_654_435_761) >>> 27)
  return `measure-${Math.floor(next / areas)},${year}-${year - 1999}-q${(quarter % 4) + 1},${codeOf(next % areas)},${part === 0 ? '' : `part=part-${part}`},${count},200,${count / 2},final,`
}
