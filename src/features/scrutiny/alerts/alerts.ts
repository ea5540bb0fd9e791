import type { ScrutinyRoom } from '../scrutiny-room.ts'
import { alertsMigrations } from './migrations.ts'
import { alertsPage } from './pages/alerts-page.ts'
import { topicFeed } from './pages/feed.ts'
import { alertsAtHome, alertsOfBody, alertsOfItem, alertsOfRecommendation, alertsOfRecommendations } from './pages/sections.ts'
import { confirmPage, stopPage } from './pages/token-forms.ts'
import { forgetReaders } from './sending/forget-readers.ts'
import { sendAlertsCommand } from './sending/send-command.ts'
import { sendNews } from './sending/send-news.ts'

/** News by mail and feed for anyone who asks. */
export const alerts: ScrutinyRoom = {
  migrations: alertsMigrations,
  pages: [{ path: '/alerts/:kind/:key', answer: topicFeed }],
  publicForms: [alertsPage, confirmPage, stopPage],
  bodySections: [alertsOfBody],
  itemSections: [alertsOfItem],
  recommendationSections: [alertsOfRecommendation],
  recommendationListSections: [alertsOfRecommendations],
  homeSections: [alertsAtHome],
  commands: [sendAlertsCommand],
  hourly: [
    { name: 'news', work: sendNews },
    { name: 'readers of news', work: forgetReaders },
  ],
}
