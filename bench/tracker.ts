import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '#platform/config/config.ts'
import type { Database } from '#platform/database/database.ts'
import { countingReader } from '#platform/database/testing/count-queries.ts'
import { makeLog } from '#platform/log/log.ts'
import type { PublicRequest } from '#platform/http/answers.ts'
import { openApplication } from '#entry/app.ts'
import { webContent } from '#entry/features.ts'
import { withExampleStore, withFolder } from './example-store.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, quantile, seconds } from './rounds.ts'
import { twentyYears } from './twenty-years.ts'

const rounds = 40
const panel = 'children-and-families-overview-and-scrutiny-panel'

/** Each kind of list, from the first page to one far behind, and a search that finds nothing. */
const addresses = [
  '/recommendations',
  `/recommendations?body=${panel}`,
  '/recommendations?of=cabinet',
  `/recommendations?body=${panel}&of=cabinet&state=answered`,
  '/recommendations?state=late',
  '/recommendations?state=answered-late',
  `/recommendations?body=${panel}&state=answered-late`,
  '/recommendations?record=invented',
  '/recommendations?state=waiting',
  '/recommendations?state=withdrawn',
  '/recommendations?q=transport',
  '/recommendations?q=nowhere+to+be+found',
  '/recommendations?after=3980000.30000',
  '/recommendations/20',
  `/bodies/${panel}`,
]

/** The tracker of a council with twenty years of records, against the same page of the example. */
export async function tracker(): Promise<Report> {
  return withExampleStore(measureTracker)
}

/** Measures the pages of a store in which the example is loaded, and of a copy of it with twenty years more. */
async function measureTracker(folder: string): Promise<Report> {
  return withFolder(async (copy) => {
    await cp(folder, copy, { recursive: true })
    return withStore(folder, (example) =>
      withStore(copy, async (large) => {
        await large.write('operator:bench', twentyYears)
        if (large.kind === 'embedded') await large.queue('vacuum (analyze)')
        const rows: Row[] = []
        for (const address of addresses) rows.push(...(await compare(large, example, address)))
        return {
          title: 'The tracker with 4,000 meetings, 40,000 items and 60,000 actions',
          against: 'the same page of the example, asked for in turn',
          rows,
          notes: [`${rounds} readings in turn after one rehearsal, each page made anew from its queries on the embedded database`],
        }
      }),
    )
  })
}

export async function withStore<T>(folder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const config = readConfig({ DATA_DIR: join(folder) })
  if (!config.ok) throw new Error(config.refusal.message)
  const opened = await openApplication(config.value, makeLog({ production: true, quiet: true }))
  if (!opened.ok) throw new Error(opened.refusal.message)
  try {
    return await work(opened.value.app.database)
  } finally {
    await opened.value.close()
  }
}

export async function compare(large: Database, example: Database, address: string): Promise<Row[]> {
  const queries = { large: 0, example: 0 }
  const measured = await alternate(
    rounds,
    () => seconds(async () => (queries.large = await readPage(large, address))),
    () => seconds(async () => (queries.example = await readPage(example, address))),
  )
  const row = (words: string, share: number, aim: string): Row => {
    const [ours, theirs] = [quantile(measured.ours, share), quantile(measured.theirs, share)]
    return { measure: `${address}: ${words}`, ours: inSeconds(ours), alternative: inSeconds(theirs), ratio: (ours / theirs).toFixed(1), aim }
  }
  const count: Row = { measure: `${address}: queries`, ours: String(queries.large), alternative: String(queries.example), ratio: (queries.large / queries.example).toFixed(1), aim: 'the same' }
  return [row('p50', 0.5, ''), row('p95', 0.95, 'ours below 150 ms'), count]
}

/** Makes the page, and answers how many queries that took. */
export async function readPage(database: Database, address: string): Promise<number> {
  const [path = '', query = ''] = address.split('?')
  // An address that is written out comes before one with a parameter in that place, as the door has it.
  const found = webContent.pages.toSorted((one, other) => one.path.split(':').length - other.path.split(':').length).map((page) => ({ page, params: paramsOf(page.path, path) })).find(({ page, params }) => params !== undefined && (page.path === path || page.path.includes(':')))
  if (found?.params === undefined) throw new Error(`Nothing answers ${address}`)
  const { page, params } = found
  let queries = 0
  await database.readPublished(async (reader) => {
    const { read, counted } = countingReader(reader)
    const request = { path, params, query: new URLSearchParams(query), today: '2023-07-03', origin: 'http://localhost', read, file: () => Promise.resolve(undefined) } as unknown as PublicRequest
    const answer = await page.answer(request)
    if (answer.kind !== 'page') throw new Error(`${address} is no page`)
    queries = counted()
    return answer.body.toString().length
  })
  return queries
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const [parts, words] = [pattern.split('/'), path.split('/')]
  if (parts.length !== words.length || parts.some((part, place) => !part.startsWith(':') && part !== words[place])) return undefined
  return Object.fromEntries(parts.flatMap((part, place) => (part.startsWith(':') ? [[part.slice(1), words[place] ?? '']] : [])))
}
