import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import type { StaffAtWork } from '../site/staff-at-work.ts'
import { staffKinds, type StaffCrawled, type StaffFound } from '../site/staff-crawl.ts'
import { signedIn } from '../site/staff-visitor.ts'

/** Where forms are sent that are shown on another page, and what only scripts ask for. */
const unlinked = /\/appendices\/figures$|\/(?:title|hand-in|public-version|presence|find|change|order|standing|state)$|\/(?:parts|autosave)\/:part$|\/preview$|\/(?:comments\/:comment|clearance\/:clearance)$/

/** What is there only once something has happened: the journeys of the officer's cycle, the minutes, the sitting and the forward plan come through these, and pictures stand in pages. */
const ofAnotherState = /\/(?:pictures|files)\/|\/import\/:import$|\/supplements\/:number$|\/publications\/:publication$|\/after\/items\/:item$|\/speakers\/(?:list|:request)$|\/notes\/:note$|notes\.txt$|\/exempt-items$|\/packs\/:body\/:date\/minutes$|\/adjourn$|\/after$|\/:paper\/file$|\/history\/:part\/:revision$|\/minutes\/(?:confirm|sign|items\/:item\/resolutions\/:resolution)$|\/sitting\/record\/:line$|\/forward-plan\/:reference\/(?:exception|urgency|withdraw-exception|representations|carried-out|considered|reconsidered|signatures)$/

/** Follows every link behind the sign-in as seven accounts, and holds each kind of page to what holds for all. */
export function everyStaffPage(work: () => Promise<StaffAtWork>, browser: () => Browser, crawled: () => Promise<StaffCrawled>): void {
  test('no link behind the sign-in leads nowhere, or to what its reader may not open', async () => {
    const { pages, files } = await crawled()
    assert.ok(pages.length > 100, `${pages.length} pages were found`)
    assert.deepEqual([...pages, ...files].filter(({ status }) => status !== 200).map(({ account, address, status }) => `${account} ${address}: ${status}`), [])
  })

  test('links from the pages behind the sign-in to the public site lead somewhere', async () => {
    const { site } = await work()
    const { pages } = await crawled()
    const out = new Set(pages.flatMap(({ links }) => links.map((link) => link.split('#')[0] ?? '')).filter((link) => !link.startsWith('/staff')))
    const lost: string[] = []
    for (const address of out) {
      const { status } = await fetch(`${site.address}${address}`, { method: 'HEAD' })
      if (status !== 200) lost.push(`${address}: ${status}`)
    }
    assert.deepEqual(lost, [])
  })

  test('every kind of page behind the sign-in is found by following links', async () => {
    const { pages, files } = await crawled()
    const found = new Set([...pages, ...files].map(({ kind }) => kind))
    assert.deepEqual(staffKinds.filter((kind) => !found.has(kind) && !unlinked.test(kind) && !ofAnotherState.test(kind)), [])
  })

  test('the parts of the site stand in one line at 1280 px for every role, and behind one Menu at 375 px; without JavaScript nothing is folded away', async () => {
    const { site } = await work()
    for (const account of ['officer', 'chair', 'councillor', 'coopted', 'director', 'finance', 'auditor', 'admin']) {
      const page = await signedIn(browser(), site, account)
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(`${site.address}/staff`)
      const texts = await linesOfParts(page)
      assert.equal(texts.length, 1, `${account}: ${JSON.stringify(texts)}`)
      await page.setViewportSize({ width: 375, height: 900 })
      const menu = page.getByRole('button', { name: 'Menu' })
      await menu.waitFor()
      assert.deepEqual(await linesOfParts(page), [])
      await menu.press('Enter')
      assert.deepEqual((await linesOfParts(page)).flat(), texts.flat())
      await page.context().close()
    }
    const cookie = (await signedIn(browser(), site, 'officer')).context()
    const plain = await browser().newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 900 }, storageState: await cookie.storageState() })
    const page = await plain.newPage()
    await page.goto(`${site.address}/staff`)
    assert.ok((await linesOfParts(page)).flat().includes('More'))
    await page.getByRole('link', { name: 'More', exact: true }).click()
    assert.equal(await page.getByRole('link', { name: 'Task groups' }).count(), 1)
    await Promise.all([plain.close(), cookie.close()])
  })

  test('a link to a place in a page behind the sign-in finds that place', async () => {
    const { pages } = await crawled()
    const places = new Map(pages.map((page) => [`${page.account} ${page.address}`, new Set(page.ids)]))
    const lost = pages.flatMap((page) => page.links.filter((link) => isLost(page, link, places)).map((link) => `${page.account} ${page.address} → ${link}`))
    assert.deepEqual(lost, [])
  })

  test('every page behind the sign-in has one first heading, no level left out, labelled fields and named parts', async () => {
    const { pages } = await crawled()
    assert.deepEqual([...new Set(pages.flatMap((page) => page.faults.map((fault) => `${page.kind}: ${fault}`)))], [])
  })

  test('every page behind the sign-in has a title that begins with its heading, and that no other page has', async () => {
    const { pages } = await crawled()
    const odd = pages.filter(({ title, heading }) => !title.startsWith(`${heading} – `) || !title.endsWith(' – Worcestershire County Council'))
    assert.deepEqual([...new Set(odd.map((page) => `${page.kind}: ${page.title}, ${page.heading}`))], [])
    const addresses = new Map<string, Set<string>>()
    for (const { title, address } of pages) addresses.set(title, (addresses.get(title) ?? new Set()).add(address.split('?')[0] ?? ''))
    assert.deepEqual([...addresses].filter(([, same]) => same.size > 1).map(([title, same]) => `${title}: ${[...same].join(', ')}`), [])
  })
}

function isLost({ account }: StaffFound, link: string, places: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [address = '', place] = link.split('#')
  const ids = places.get(`${account} ${address}`)
  return place !== undefined && ids !== undefined && !ids.has(decodeURIComponent(place))
}

/** The parts of the site that are shown, line by line from the top. */
async function linesOfParts(page: Page): Promise<string[][]> {
  const shown: [top: number, text: string][] = []
  for (const link of await page.locator('.gt-navigation a:visible').all()) shown.push([Math.round((await link.boundingBox())?.y ?? 0), await link.innerText()])
  return [...Map.groupBy(shown, ([top]) => top).values()].map((line) => line.map(([, text]) => text))
}
