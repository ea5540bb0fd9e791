import { beginCounty } from '../site/begin-county.ts'
import { accessibility } from './accessibility.ts'
import { api } from './api.ts'
import { calendar } from './calendar.ts'
import { everyPage } from './every-page.ts'
import { findABody } from './find-a-body.ts'
import { hostileRequests } from './hostile-requests.ts'
import { hostileWords } from './hostile-text.ts'
import { keyboard } from './keyboard.ts'
import { measures } from './measures.ts'
import { packs } from './packs.ts'
import { readThePanel } from './read-the-panel.ts'
import { signingIn } from './sign-in.ts'
import { writeAReport } from './write-a-report.ts'

// Readers, programmers and strangers on one site.
const { theBrowser, theSite, theStores } = beginCounty({ isRead: true })

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
// Last: wrong guesses shut the practitioner out for five minutes.
signingIn(theSite, theBrowser)
