import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../site/launch-browser.ts'
import { started } from '../site/started.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { loadStores, type Stores } from '../site/stores.ts'
import { accessibility } from './accessibility.ts'
import { api } from './api.ts'
import { calendar } from './calendar.ts'
import { everyPage } from './every-page.ts'
import { findABody } from './find-a-body.ts'
import { hostileRequests } from './hostile-requests.ts'
import { hostileWords } from './hostile-text.ts'
import { keyboard } from './keyboard.ts'
import { packs } from './packs.ts'
import { readThePanel } from './read-the-panel.ts'
import { signingIn } from './sign-in.ts'

/** Readers, programmers, staff and strangers. One loaded store, one site and one browser serve them all: each takes seconds to make. */
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

const theSite = () => started(site)
const theBrowser = () => started(browser)
const theStores = () => started(stores)

readThePanel(theSite, theBrowser)
findABody(theSite, theBrowser)
calendar(theSite, theBrowser)
packs(theSite)
api(theSite)
everyPage(theSite, theBrowser)
keyboard(theSite, theBrowser)
accessibility(theSite, theBrowser)
hostileRequests(theSite)
hostileWords(theStores, theBrowser)
// Last: wrong guesses shut this machine out of the sign-in for five minutes.
signingIn(theSite, theBrowser)
