import { coldStart } from './cold-start.ts'
import { dashboardPage } from './dashboard.ts'
import { disclosure } from './disclosure.ts'
import { exampleLoad } from './example-load.ts'
import { judgement } from './judge.ts'
import { loadObservations } from './load-observations.ts'
import { pack } from './pack.ts'
import { programme } from './programme.ts'
import { publicPage } from './public-page.ts'
import { readPack } from './read-pack.ts'
import { rebuild } from './rebuild.ts'
import { inTable, machineInWords, type Report } from './report.ts'
import { savedSection } from './save-section.ts'
import { tracker } from './tracker.ts'
import { uncachedPages } from './uncached-pages.ts'

/** `npm run bench`, or `npm run bench -- pack cold-start` for some of them. */
const benchmarks: Readonly<Record<string, () => Promise<Report>>> = {
  'public-page': publicPage,
  'uncached-pages': uncachedPages,
  pack,
  rebuild,
  'read-pack': readPack,
  'save-section': savedSection,
  tracker,
  programme,
  judge: judgement,
  disclosure,
  'load-observations': loadObservations,
  dashboard: dashboardPage,
  'cold-start': coldStart,
  'example-load': exampleLoad,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => benchmarks[name] === undefined)
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(2)
}
console.log(`${machineInWords()}\n`)
for (const [name, measure] of Object.entries(benchmarks)) {
  if (asked.length === 0 || asked.includes(name)) console.log(inTable(await measure()))
}
