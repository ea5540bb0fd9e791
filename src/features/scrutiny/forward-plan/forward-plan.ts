import type { ScrutinyRoom } from '../scrutiny-room.ts'
import { planExporter, planImporter } from './import/import-plan.ts'
import { carriedOutPage, decisionPage, endPage, referPage, representationsPage } from './pages/deed-pages.ts'
import { entryPage as staffEntryPage, publishPage, secondNoticePage } from './pages/entry-page.ts'
import { editEntryPage, newEntryPage } from './pages/entry-pages.ts'
import { planPage as staffPlanPage } from './pages/plan-page.ts'
import { exceptionPage, urgencyPage } from './pages/route-pages.ts'
import { forwardPlanApi } from './public/api.ts'
import { decisionsPage } from './public/decisions-page.ts'
import { entryPage } from './public/entry-page.ts'
import { planFeed } from './public/feed.ts'
import { noticePage } from './public/notice-page.ts'
import { bodySection, comingSection, meetingSection } from './public/parts.ts'
import { planPage } from './public/plan-page.ts'
import { referredSection } from './public/referred-section.ts'
import { forwardPlanMigration, planReferralsMigration } from './store/migration.ts'

/** The executive’s forward plan, its notices, decisions and their statements. */
export const forwardPlan: ScrutinyRoom = {
  migrations: [forwardPlanMigration, planReferralsMigration],
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
    staffPlanPage, newEntryPage, staffEntryPage, editEntryPage, publishPage, secondNoticePage, exceptionPage, urgencyPage, decisionPage, referPage, endPage, representationsPage,
    carriedOutPage,
  ],
  navigation: [{ text: 'Forward plan', href: '/staff/forward-plan', verb: 'forward-plan.see' }],
  importers: [planImporter],
  exporters: [planExporter],
  homeSections: [comingSection],
  homeWays: [
    { text: 'Forward plan', href: '/forward-plan', about: 'what the executive is to decide, and when scrutiny can still speak' },
    { text: 'Decisions', href: '/decisions', about: 'what was decided, by whom and why' },
  ],
  meetingSections: [meetingSection],
  itemSections: [referredSection],
  bodySections: [bodySection],
}
