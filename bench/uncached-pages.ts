import { withExampleStore } from './example-store.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, median, seconds } from './rounds.ts'
import { startProduct } from './started-process.ts'

const panel = '/bodies/children-and-families-overview-and-scrutiny-panel'
const addresses = [
  '/',
  '/meetings',
  '/meetings.ics',
  '/meetings.atom',
  '/bodies',
  panel,
  `${panel}/2023-07-07`,
  `${panel}/2023-07-07/items/5`,
  `${panel}/2023-07-07/pack.pdf`,
  '/rules',
  '/api/v1/meetings',
  '/api/v1/bodies',
]
const rounds = 15
const usualLength = 20

/** Each kind of public page, made for the first reader after a publication. */
export async function uncachedPages(): Promise<Report> {
  return withExampleStore(async (store) => {
    const product = await startProduct(store)
    try {
      const rows: Row[] = []
      for (const address of addresses) rows.push(await compare(`${product.address}${address}`, address))
      return {
        title: 'Public pages made anew, one reader at a time',
        against: 'the same page from memory, asked for in turn',
        rows,
        notes: [`medians of ${rounds} readings in turn after one rehearsal; each has a query of its own, so that nothing kept answers it`],
      }
    } finally {
      await product.stop()
    }
  })
}

async function compare(url: string, address: string): Promise<Row> {
  // The pages take no notice of a query that they do not know; the API refuses it, and is asked for lists of other lengths.
  const query = `?${address.startsWith('/api/') ? 'limit' : 'reading'}=`
  let reading = usualLength
  const measured = await alternate(
    rounds,
    () => seconds(() => read(`${url}${query}${(reading += 1)}`)),
    () => seconds(() => read(`${url}${query}${usualLength}`)),
  )
  const [anew, kept] = [median(measured.ours), median(measured.theirs)]
  return { measure: address, ours: inSeconds(anew), alternative: inSeconds(kept), ratio: (anew / kept).toFixed(1), aim: 'ours below 50 ms' }
}

async function read(url: string): Promise<void> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
}
