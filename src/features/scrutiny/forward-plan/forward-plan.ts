import type { ScrutinyRoom } from '../scrutiny-room.ts'
import { planExporter, planImporter } from './import/import-plan.ts'
import { chairSection } from './pages/chair-section.ts'
import { carriedOutPage, decisionPage, endPage, referPage, representationsPage } from './pages/deed-pages.ts'
import { entryPage as staffEntryPage, publishPage, secondNoticePage } from './pages/entry-page.ts'
import { editEntryPage, newEntryPage } from './pages/entry-pages.ts'
import { planPage as staffPlanPage } from './pages/plan-page.ts'
import { exceptionPage, urgencyPage, withdrawExceptionPage } from './pages/route-pages.ts'
import { forwardPlanApi } from './public/api.ts'
import { decisionsPage } from './public/decisions-page.ts'
import { entryPage } from './public/entry-page.ts'
import { planFeed } from './public/feed.ts'
import { noticePage } from './public/notice-page.ts'
import { bodySection, comingSection, meetingSection } from './public/parts.ts'
import { planPage } from './public/plan-page.ts'
import { referredSection } from './public/referred-section.ts'
import { paperFiles } from './papers/keep-papers.ts'
import { setPapers, setRewordedPapers } from './papers/set-papers.ts'
import { forwardPlanMigration, planLoadedMigration, planPapersMigration, planFollowsMigration, planPressMigration, planReferralsMigration, planSaidMigration, planShortMigration } from './store/migration.ts'

/** The executive’s forward plan, its notices, decisions and their statements. */
export const forwardPlan: ScrutinyRoom = {
  migrations: [forwardPlanMigration, planReferralsMigration, planLoadedMigration, planSaidMigration, planPapersMigration, planPressMigration, planFollowsMigration, planShortMigration],
  pages: [
    { path: '/forward-plan', answer: planPage },
    { path: '/forward-plan.atom', answer: planFeed },
    { path: '/forward-plan/:reference', answer: entryPage },
    { path: '/forward-plan/:reference/editions/:edition', answer: entryPage },
    { path: '/forward-plan/:reference/:notice', answer: noticePage },
    { path: '/decisions', answer: decisionsPage },
  ],
  api: forwardPlanApi,
  staffPages: [
    staffPlanPage, newEntryPage, staffEntryPage, editEntryPage, publishPage, secondNoticePage, exceptionPage, withdrawExceptionPage, urgencyPage, decisionPage, referPage, endPage, representationsPage,
    carriedOutPage,
  ],
  sections: [chairSection],
  navigation: [{ text: 'Forward plan', href: '/staff/forward-plan', verb: 'forward-plan.see', about: 'Decisions to come and decisions made, urgency and call-in', dailyFor: ['officer', 'chair', 'councillor', 'coopted', 'director', 'finance', 'partnership', 'manager', 'auditor'] }],
  importers: [planImporter],
  exporters: [planExporter],
  files: [paperFiles],
  hourly: [{ name: 'notices of the forward plan as PDF', work: setPapers }, { name: 'notices that an earlier build worded otherwise', work: setRewordedPapers }],
  homeSections: [comingSection],
  homeWays: [
    { text: 'Forward plan', href: '/forward-plan', about: 'what the executive is to decide, and when scrutiny can still speak' },
    { text: 'Decisions', href: '/decisions', about: 'what was decided, by whom and why' },
  ],
  meetingSections: [meetingSection],
  itemSections: [referredSection],
  bodySections: [bodySection],
}
