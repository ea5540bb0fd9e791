import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import autocannon, { type Result } from 'autocannon'
import { withExampleStore, withFolder } from './example-store.ts'
import { peakMemory } from './peak-memory.ts'
import type { Report } from './report.ts'
import { alternate, median } from './rounds.ts'
import { startProcess, startProduct, type StartedProcess } from './started-process.ts'

const address = '/bodies/children-and-families-overview-and-scrutiny-panel/2023-07-07'
const connections = 20
const secondsARound = 4
const rounds = 5

/** The page of a meeting, as readers load it on the day its agenda is published. */
export async function publicPage(): Promise<Report> {
  return withExampleStore((store) =>
    withFolder(async (folder) => {
      const product = await startProduct(store, address)
      try {
        const page = await bytesOf(`${product.address}${address}`)
        await writeFile(join(folder, 'page.html'), page)
        const files = await startProcess(['bench/static-server.ts'], '/page.html', { FOLDER: folder })
        try {
          return await compare(product, files, page)
        } finally {
          await files.stop()
        }
      } finally {
        await product.stop()
      }
    }),
  )
}

async function compare(product: StartedProcess, files: StartedProcess, page: Buffer): Promise<Report> {
  if (!page.equals(await bytesOf(`${files.address}/page.html`))) throw new Error('The two servers do not send the same bytes')
  const measured = await alternate(rounds, () => load(`${product.address}${address}`), () => load(`${files.address}/page.html`))
  const middle = (of: (result: Result) => number): { ours: number; theirs: number } => ({
    ours: median(measured.ours.map(of)),
    theirs: median(measured.theirs.map(of)),
  })
  const row = (measure: string, { ours, theirs }: { ours: number; theirs: number }, aim = '') => ({
    measure,
    ours: Math.round(ours).toLocaleString('en-GB'),
    alternative: Math.round(theirs).toLocaleString('en-GB'),
    ratio: (ours / theirs).toFixed(2),
    aim,
  })
  return {
    title: `A public meeting page, ${page.length.toLocaleString('en-GB')} bytes, ${connections} connections`,
    against: 'the same bytes as a static file by the same server (same headers, hooks, limits and log), in its own process',
    rows: [
      row('requests a second', middle((result) => result.requests.average), 'ratio at least 0.25'),
      row('half answered within, ms', middle((result) => result.latency.p50)),
      row('99 of 100 answered within, ms', middle((result) => result.latency.p99), 'ours below 50'),
    ],
    notes: [
      `medians of ${rounds} rounds of ${secondsARound} s in turn after one rehearsal`,
      `most memory held by the product: ${await peakMemory(product.pid)}`,
    ],
  }
}

async function load(url: string): Promise<Result> {
  const result = await autocannon({ url, connections, duration: secondsARound })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers other than 200, ${result.errors} errors`)
  return result
}

async function bytesOf(url: string): Promise<Buffer> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  return Buffer.from(await answer.arrayBuffer())
}
