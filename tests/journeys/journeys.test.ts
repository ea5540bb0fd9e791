import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../site/launch-browser.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { loadStores, type Stores } from '../site/stores.ts'
import { accessibility } from './accessibility.ts'
import { keyboard } from './keyboard.ts'
import { readThePanel } from './read-the-panel.ts'

/** One loaded store, one site and one browser serve all journeys: each takes seconds to make. */
let stores: Stores | undefined
let site: Site | undefined
let browser: Browser | undefined

before(async () => {
  stores = await loadStores()
  ;[site, browser] = await Promise.all([startSite(await stores.copy()), launchBrowser()])
})

after(async () => {
  await browser?.close()
  await site?.stop()
  await stores?.clear()
})

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The journeys have not begun')
  return thing
}

const theSite = () => started(site)
const theBrowser = () => started(browser)


readThePanel(theSite, theBrowser)
keyboard(theSite, theBrowser)
accessibility(theSite, theBrowser)
