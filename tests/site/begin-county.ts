import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './launch-browser.ts'
import { beginStaffWork, type StaffAtWork } from './staff-at-work.ts'
import { crawlStaff, type StaffCrawled } from './staff-crawl.ts'
import { started } from './started.ts'
import { startSite, type Site } from './start-site.ts'
import { loadStores, type Stores } from './stores.ts'

/** What the journeys of one file share: each takes seconds to make. */
export interface County {
  readonly theStores: () => Stores
  readonly theBrowser: () => Browser
  /** A site that is only read, where the file asked for one. */
  readonly theSite: () => Site
  /** A second site, in which an agenda is under way: begun by the first journey that asks. */
  readonly theWork: () => Promise<StaffAtWork>
  readonly theStaffPages: () => Promise<StaffCrawled>
}

/** Loads the example county before the tests of a file, once, and clears all that they began after them. */
export function beginCounty({ isRead = false } = {}): County {
  let stores: Stores | undefined
  let site: Site | undefined
  let browser: Browser | undefined
  let work: Promise<StaffAtWork> | undefined
  let crawled: Promise<StaffCrawled> | undefined
  before(async () => {
    stores = await loadStores()
    browser = await launchBrowser()
    if (isRead) site = await startSite(await stores.copy())
  })
  after(async () => {
    await browser?.close()
    await site?.stop()
    await work?.then((begun) => begun.site.stop(), () => undefined)
    await stores?.clear()
  })
  const theStores = () => started(stores)
  const theBrowser = () => started(browser)
  const theWork = () => (work ??= beginStaffWork(theStores()))
  return { theStores, theBrowser, theSite: () => started(site), theWork, theStaffPages: async () => (crawled ??= crawlStaff(await theWork(), theBrowser())) }
}
