import { after, before } from 'node:test'
import { started } from '../site/started.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { loadStores, type Stores } from '../site/stores.ts'
import { badStarts } from './bad-starts.ts'
import { commandLine } from './commands.ts'
import { killed } from './killed.ts'
import { killedPublication } from './killed-publication.ts'

/** Whoever runs the server: by commands, with mistakes, and when the power goes. The store is loaded once and copied. */
let stores: Stores | undefined
let site: Site | undefined

before(async () => {
  stores = await loadStores()
  site = await startSite(await stores.copy())
})

after(async () => {
  await site?.stop()
  await stores?.clear()
})

const theSite = () => started(site)
const theStores = () => started(stores)

commandLine(theStores, theSite)
badStarts(theStores, theSite)
killed(theStores, theSite)
killedPublication(theStores)
