import { publishFortyMeasures } from '../src/features/measures/testing.ts'
import { withExampleStore } from './example-store.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, quantile, seconds } from './rounds.ts'
import { startProduct } from './started-process.ts'
import { readPage, withStore } from './tracker.ts'

const rounds = 60
const body = 'panel-of-forty'
const dashboard = `/dashboards/${body}/2019-20-q4`
const meeting = '/bodies/children-and-families-overview-and-scrutiny-panel/2023-07-07'

/** A dashboard of forty measures with twenty quarters, breakdowns and neighbours, made anew for each reader, against the page of a published meeting made anew. */
export async function dashboardPage(): Promise<Report> {
  return withExampleStore(async (folder) => {
    const queries = await withStore(folder, async (database) => {
      await database.write('operator:bench', (tx) => publishFortyMeasures(tx, body))
      return { ours: await readPage(database, dashboard), theirs: await readPage(database, meeting) }
    })
    const product = await startProduct(folder)
    try {
      return await compare(product.address, queries)
    } finally {
      await product.stop()
    }
  })
}

async function compare(address: string, queries: { readonly ours: number; readonly theirs: number }): Promise<Report> {
  let reading = 0
  // A query that the pages take no notice of: nothing that is kept answers it.
  const anew = (path: string) => seconds(async () => (bytes[path] = await read(`${address}${path}?reading=${(reading += 1)}`)))
  const bytes: Record<string, number> = {}
  const measured = await alternate(rounds, () => anew(dashboard), () => anew(meeting))
  const row = (measure: string, share: number, aim: string): Row => {
    const [ours, theirs] = [quantile(measured.ours, share), quantile(measured.theirs, share)]
    return { measure, ours: inSeconds(ours), alternative: inSeconds(theirs), ratio: (ours / theirs).toFixed(1), aim }
  }
  const number = (measure: string, ours: number, theirs: number): Row => ({ measure, ours: ours.toLocaleString('en-GB'), alternative: theirs.toLocaleString('en-GB'), ratio: (ours / theirs).toFixed(1), aim: '' })
  return {
    title: 'A dashboard of 40 measures, made anew and read through the front door',
    against: 'the page of a published meeting, made anew and read in turn',
    rows: [row('p50', 0.5, ''), row('p95', 0.95, 'ours below 150 ms'), number('queries', queries.ours, queries.theirs), number('bytes', bytes[dashboard] ?? 0, bytes[meeting] ?? 0)],
    notes: [`${rounds} readings in turn after one rehearsal, on the embedded database; each measure has 20 quarters, three breakdowns, England and ten neighbours`],
  }
}

async function read(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  const body = await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
  return body.byteLength
}
