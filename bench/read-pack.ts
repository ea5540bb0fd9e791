import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { BrowserContext } from 'playwright-core'
import { launchBrowser } from '../tests/site/launch-browser.ts'
import { withExampleStore, withFolder } from './example-store.ts'
import { writeMeeting } from './long-meeting.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, median } from './rounds.ts'
import { startProduct } from './started-process.ts'

const body = 'children-and-families-overview-and-scrutiny-panel'
const long = { date: '2023-07-18', papers: 78 }
const short = { date: '2023-07-20', papers: 1 }
const password = 'a-long-password-for-benchmarks'
const rounds = 5
/** How many times slower than this machine the telephone is. */
const slower = 4

/** What a reader waits for, in seconds from the press. */
interface Opened {
  readonly firstPaint: number
  /** Nothing keeps the page from answering to a finger any more. */
  readonly answers: number
  readonly bytes: number
}

/** A member opens a pack of some 300 pages as one page on a telephone. */
export async function readPack(): Promise<Report> {
  return withExampleStore((store) =>
    withFolder(async (folder) => {
      const files = [await writeMeeting(folder, long), await writeMeeting(folder, short)]
      await runProduct(store, ['import', 'meetings', ...files])
      const product = await startProduct(store)
      const browser = await launchBrowser()
      try {
        const reader = await browser.newContext({ viewport: { width: 375, height: 700 }, deviceScaleFactor: 2 })
        await signIn(reader, product.address)
        const pages = await pagesOf(`${product.address}/bodies/${body}/${long.date}`)
        return report(pages, await alternate(rounds, () => open(reader, product.address, long.date), () => open(reader, product.address, short.date)))
      } finally {
        await browser.close()
        await product.stop()
      }
    }),
  )
}

function report(pages: string, { ours, theirs }: { ours: Opened[]; theirs: Opened[] }): Report {
  const row = (measure: string, of: (opened: Opened) => number, aim = ''): Row => {
    const [one, other] = [median(ours.map(of)), median(theirs.map(of))]
    return { measure, ours: inSeconds(one), alternative: inSeconds(other), ratio: (one / other).toFixed(2), aim }
  }
  return {
    title: `Opening a pack of ${pages} pages to read it on a telephone (a processor ${slower} times slower), ${((ours[0]?.bytes ?? 0) / 1_000_000).toFixed(1)} MB`,
    against: 'the same page of a pack with one paper, in the same browser',
    rows: [row('until the first words are seen', (opened) => opened.firstPaint, 'at most 2'), row('until it answers to a press', (opened) => opened.answers)],
    notes: [`medians of ${rounds} openings in turn after one rehearsal; browser and product share this machine's processors`],
  }
}

/** Run in the browser; painting may come after loading. */
const whenOpened = `(async () => {
  const answers = await new Promise((resolve) => requestIdleCallback(() => resolve(performance.now()), { timeout: 60000 }))
  const firstPaint = await new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const paint of list.getEntriesByName('first-contentful-paint')) resolve(paint.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
  return { firstPaint: firstPaint / 1000, answers: answers / 1000, bytes: performance.getEntriesByType('navigation')[0].decodedBodySize }
})()`

async function open(reader: BrowserContext, address: string, date: string): Promise<Opened> {
  const page = await reader.newPage()
  const inspector = await reader.newCDPSession(page)
  await inspector.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.goto(`${address}/staff/packs/${body}/${date}/read`, { waitUntil: 'load' })
  const opened = await page.evaluate<Opened>(whenOpened)
  await page.close()
  return opened
}

async function signIn(reader: BrowserContext, address: string): Promise<void> {
  const page = await reader.newPage()
  await page.goto(`${address}/sign-in`)
  await page.fill('[name=email]', 'coopted@example.test')
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  await page.waitForURL('**/staff')
  await page.close()
}

async function pagesOf(address: string): Promise<string> {
  const [, pages] = /PDF, ([\d,]+) pages/.exec(await (await fetch(address)).text()) ?? []
  if (pages === undefined) throw new Error(`${address} has no pack`)
  return pages
}

async function runProduct(store: string, line: readonly string[]): Promise<void> {
  const program = fileURLToPath(new URL('../bin/golden-thread.mjs', import.meta.url))
  await promisify(execFile)(process.execPath, [program, ...line], { env: { ...process.env, DATA_DIR: store } })
}
