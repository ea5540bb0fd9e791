import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { aboutPage } from './about-page.ts'
import { beginPage } from './begin-page.ts'
import { editEntryPage, newEntryPage } from './entry-pages.ts'
import { programmesPage } from './list-page.ts'
import { outPage } from './out-page.ts'
import { staffProgrammePage } from './programme-page.ts'
import { proposalsPage } from './proposals-page.ts'
import { proposePage } from './propose-page.ts'
import { staffCriteriaPage, staffHistoryPage } from './reading-pages.ts'
import { scorePage } from './score-page.ts'
import { backPage, orderPage, placePage, publishPage } from './small-deeds.ts'

/** Work programmes behind the sign-in. */
export const programmePages: readonly StaffPage<MeetingsApp>[] = [
  programmesPage,
  beginPage,
  staffProgrammePage,
  aboutPage,
  staffCriteriaPage,
  staffHistoryPage,
  proposePage,
  proposalsPage,
  newEntryPage,
  editEntryPage,
  scorePage,
  outPage,
  placePage,
  orderPage,
  backPage,
  publishPage,
]
