import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { faultsInMarkup, type MarkupFaults } from '../site/markup.ts'
import type { Site } from '../site/start-site.ts'

interface Found extends MarkupFaults {
  readonly address: string
  readonly status: number
}

interface Crawled {
  readonly pages: readonly Found[]
  /** What is no page: packs, feeds, pictures. */
  readonly files: readonly { readonly address: string; readonly status: number }[]
}

/**
 * Hundreds of measures have pages and files of the same making: of each such kind so many are read, and of the other pages it is only asked whether they are there. The other
 * files are left alone: those of a measure are drawn anew for whoever asks.
 */
const alike: readonly { readonly pattern: RegExp; readonly read: number; readonly isPage?: boolean }[] = [
  { pattern: /^\/measures\/[a-z0-9-]+$/, read: 20, isPage: true },
  { pattern: /^\/measures\?/, read: 25, isPage: true },
  { pattern: /^\/dashboards\/[^.]+\?/, read: 12, isPage: true },
  ...['csv', 'csv-metadata\\.json', 'json', 'xlsx', 'ods', 'svg', 'png'].map((ending) => ({ pattern: new RegExp(`^/measures/[a-z0-9-]+\\.${ending}$`), read: 4 })),
]

/** Follows every link of the public site, from the front page on, and holds each page that it finds to what holds for all. */
export function everyPage(site: () => Site, browser: () => Browser): void {
  let crawled: Promise<Crawled> | undefined
  const found = () => (crawled ??= crawl(site(), browser()))

  test('the whole site hangs together: hundreds of pages, and no link leads nowhere', async () => {
    const { pages, files } = await found()
    assert.ok(pages.length > 250, `${pages.length} pages were found`)
    assert.deepEqual([...pages, ...files].filter(({ status }) => status !== 200).map(({ address, status }) => `${address}: ${status}`), [])
  })

  test('a link to a place in a page finds that place', async () => {
    const { pages } = await found()
    const places = new Map(pages.map((page) => [page.address, new Set(page.ids)]))
    const lost = pages.flatMap((page) => page.links.filter((link) => isLost(link, places)).map((link) => `${page.address} → ${link}`))
    assert.deepEqual(lost, [])
  })

  test('every page has one heading of the first level, no level left out, one main part, and parts that have names of their own', async () => {
    const { pages } = await found()
    assert.deepEqual(pages.flatMap((page) => page.faults.map((fault) => `${page.address}: ${fault}`)), [])
  })

  test('every page has a title of its own that begins with its heading and ends with the council', async () => {
    const { pages } = await found()
    const odd = pages.filter((page) => page.title !== `${page.heading} – Worcestershire County Council`)
    assert.deepEqual(odd.map((page) => `${page.address}: ${page.title}`), [])
    const byTitle = Map.groupBy(pages.filter(({ address }) => !/\?|\/versions\/|\/items\//.test(address)), (page) => page.title)
    const shared = [...byTitle].filter(([, same]) => same.length > 1)
    assert.deepEqual(shared.map(([title, same]) => `${title}: ${same.map(({ address }) => address).join(', ')}`), [])
  })
}

function isLost(link: string, places: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [address = '', place] = link.split('#')
  const ids = places.get(address)
  return place !== undefined && ids !== undefined && !ids.has(decodeURIComponent(place))
}

async function crawl(site: Site, browser: Browser): Promise<Crawled> {
  const reader = await browser.newPage()
  await reader.goto(site.address)
  const pages: Found[] = []
  const files: { address: string; status: number }[] = []
  const waiting = ['/']
  const met = new Set(waiting)
  const readOfKind = new Map<RegExp, number>()
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = alike.find(({ pattern }) => pattern.test(address))
    const isRead = kind === undefined || (readOfKind.get(kind.pattern) ?? 0) < kind.read
    if (!isRead && kind.isPage !== true) continue
    if (kind !== undefined) readOfKind.set(kind.pattern, (readOfKind.get(kind.pattern) ?? 0) + 1)
    const answer = await fetch(`${site.address}${address}`, { method: isRead ? 'GET' : 'HEAD' })
    const { status } = answer
    if (!isRead) {
      files.push({ address, status })
      continue
    }
    // Whoever is not signed in is sent on from the staff's pages: what is answered is the page that they are sent to.
    if (answer.redirected) continue
    if (answer.headers.get('content-type')?.startsWith('text/html') !== true) {
      await answer.body?.cancel()
      files.push({ address, status })
      continue
    }
    const read = await faultsInMarkup(reader, await answer.text(), `${site.address}${address}`)
    pages.push({ address, status, ...read })
    const inMonth = address.includes('month=')
    for (const link of read.links) {
      const [next = ''] = link.split('#')
      // The months go on for ever both ways: those that a list leads to are followed, those that a month leads to are not.
      if (met.has(next) || (inMonth && next.includes('month='))) continue
      met.add(next)
      waiting.push(next)
    }
  }
  await reader.close()
  return { pages, files }
}
