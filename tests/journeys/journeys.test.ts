import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../site/launch-browser.ts'
import { beginStaffWork, type StaffAtWork } from '../site/staff-at-work.ts'
import { crawlStaff, type StaffCrawled } from '../site/staff-crawl.ts'
import { started } from '../site/started.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { loadStores, type Stores } from '../site/stores.ts'
import { storesOfCommittees } from '../site/two-committees.ts'
import { accessibility } from './accessibility.ts'
import { api } from './api.ts'
import { author } from './author.ts'
import { authorsFiles } from './author-files.ts'
import { calendar } from './calendar.ts'
import { everyPage } from './every-page.ts'
import { everyStaffPage } from './every-staff-page.ts'
import { forwardPlan } from './forward-plan.ts'
import { findABody } from './find-a-body.ts'
import { fiveClearDays } from './five-clear-days.ts'
import { groupsAndAlerts } from './groups-and-alerts.ts'
import { hostileRequests } from './hostile-requests.ts'
import { hostileStaffText } from './hostile-staff-text.ts'
import { hostileWords } from './hostile-text.ts'
import { interests } from './interests.ts'
import { keyboard } from './keyboard.ts'
import { measures } from './measures.ts'
import { member } from './member.ts'
import { membersPrivacy } from './members-privacy.ts'
import { minutes } from './minutes.ts'
import { officerCycle } from './officer-cycle.ts'
import { officerInterrupted } from './officer-interrupted.ts'
import { packs } from './packs.ts'
import { panelYear } from './panel-year.ts'
import { publicVoice } from './public-voice.ts'
import { quarter } from './quarter.ts'
import { readThePanel } from './read-the-panel.ts'
import { recommendations } from './recommendations.ts'
import { requestsAndQuestions } from './requests-and-questions.ts'
import { signingIn } from './sign-in.ts'
import { staffAccessibility } from './staff-accessibility.ts'
import { staffRights } from './staff-rights.ts'
import { sitting } from './sitting.ts'
import { twoOfficers } from './two-officers.ts'
import { workProgramme } from './work-programme.ts'
import { writeAReport } from './write-a-report.ts'

/** Readers, programmers, staff and strangers. One loaded store, one site and one browser serve them all: each takes seconds to make. */
let stores: Stores | undefined
let site: Site | undefined
let browser: Browser | undefined
/** A second site, in which an agenda is under way. */
let work: Promise<StaffAtWork> | undefined
let crawled: Promise<StaffCrawled> | undefined

before(async () => {
  stores = await loadStores()
  ;[site, browser] = await Promise.all([startSite(await stores.copy()), launchBrowser()])
})

after(async () => {
  await browser?.close()
  await site?.stop()
  await work?.then((begun) => begun.site.stop(), () => undefined)
  await stores?.clear()
})

const theSite = () => started(site)
const theBrowser = () => started(browser)
const theStores = () => started(stores)
const theWork = () => (work ??= beginStaffWork(theStores()))
const theCommittees = storesOfCommittees(theStores)
const theStaffPages = async () => (crawled ??= crawlStaff(await theWork(), theBrowser()))

readThePanel(theSite, theBrowser)
findABody(theSite, theBrowser)
calendar(theSite, theBrowser)
packs(theSite)
api(theSite)
measures(theSite, theBrowser)
everyPage(theSite, theBrowser)
keyboard(theSite, theBrowser)
accessibility(theSite, theBrowser)
hostileRequests(theSite)
hostileWords(theStores, theBrowser)
writeAReport(theSite, theBrowser)
author(theWork, theBrowser)
authorsFiles(theWork)
everyStaffPage(theWork, theBrowser, theStaffPages)
staffAccessibility(theWork, theBrowser, theStaffPages)
officerInterrupted(theWork, theBrowser)
hostileStaffText(theWork, theBrowser)
// The last at work: it stops the site to read its audit.
staffRights(theWork)
officerCycle(theStores, theBrowser)
twoOfficers(theStores, theBrowser)
sitting(theStores, theBrowser)
fiveClearDays(theStores, theBrowser)
member(theStores, theBrowser)
membersPrivacy(theCommittees, theBrowser)
publicVoice(theCommittees, theBrowser)
minutes(theCommittees, theBrowser)
requestsAndQuestions(theStores, theBrowser)
forwardPlan(theStores, theBrowser)
interests(theStores, theBrowser)
recommendations(theStores, theBrowser)
groupsAndAlerts(theStores, theBrowser)
workProgramme(theStores, theBrowser)
quarter(theStores, theBrowser)
panelYear(theStores, theBrowser)
// Last: wrong guesses shut the practitioner out for five minutes.
signingIn(theSite, theBrowser)
