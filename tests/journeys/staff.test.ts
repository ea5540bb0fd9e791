import { beginCounty } from '../site/begin-county.ts'
import { authorsFiles } from './author-files.ts'
import { author } from './author.ts'
import { everyStaffPage } from './every-staff-page.ts'
import { hostileStaffText } from './hostile-staff-text.ts'
import { officerCycle } from './officer-cycle.ts'
import { officerInterrupted } from './officer-interrupted.ts'
import { staffAccessibility } from './staff-accessibility.ts'
import { staffRights } from './staff-rights.ts'
import { twoOfficers } from './two-officers.ts'

// Those who work on one agenda side by side; then officers, each on a site of their own.
const { theBrowser, theStaffPages, theStores, theWork } = beginCounty()

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
