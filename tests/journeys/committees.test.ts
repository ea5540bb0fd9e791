import { beginCounty } from '../site/begin-county.ts'
import { storesOfCommittees } from '../site/two-committees.ts'
import { fiveClearDays } from './five-clear-days.ts'
import { forwardPlan } from './forward-plan.ts'
import { groupsAndAlerts } from './groups-and-alerts.ts'
import { interests } from './interests.ts'
import { measuresDefine } from './measures-define.ts'
import { member } from './member.ts'
import { membersPrivacy } from './members-privacy.ts'
import { minutes } from './minutes.ts'
import { panelYear } from './panel-year.ts'
import { publicVoice } from './public-voice.ts'
import { quarter } from './quarter.ts'
import { recommendations } from './recommendations.ts'
import { requestsAndQuestions } from './requests-and-questions.ts'
import { sitting } from './sitting.ts'
import { workProgramme } from './work-programme.ts'

// Whole lives of meetings, requests, programmes, figures and a panel, each on a site of its own.
const { theBrowser, theStores } = beginCounty()
const theCommittees = storesOfCommittees(theStores)

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
measuresDefine(theStores, theBrowser)
quarter(theStores, theBrowser)
panelYear(theStores, theBrowser)
