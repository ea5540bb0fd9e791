import type { MinutesRoom } from '../minutes-room.ts'
import { actionsExporter, actionsImporter } from './import/import-actions.ts'
import { actionsMigrations } from './migrations.ts'
import { recommendationsApi } from './public/api.ts'
import { servedReportPage } from './public/report-page.ts'
import { bodySection, homeSections, itemSections } from './public/sections.ts'
import { trackerTable } from './public/tracker-csv.ts'
import { placeOutstanding } from './outstanding.ts'
import { keepOutstanding } from './reminders.ts'
import { actionPage } from './staff/action-page.ts'
import { agendaParts } from './staff/agenda-part.ts'
import { askPage } from './staff/ask-page.ts'
import { listPage } from './staff/list-page.ts'
import { servedReportPage as servedReportStaffPage } from './staff/report-page.ts'
import { servePage } from './staff/serve-page.ts'
import { stepPage } from './staff/step-page.ts'
import { workSection } from './staff/work-section.ts'

/** Recommendations and actions: asked, answered, done, closed; the public tracker. */
export const actions: MinutesRoom = {
  migrations: actionsMigrations,
  pages: [
    { path: '/recommendations.csv', answer: trackerTable },
    { path: '/recommendations/reports/:number', answer: servedReportPage },
  ],
  api: recommendationsApi,
  staffPages: [listPage, askPage, servePage, servedReportStaffPage, actionPage, stepPage],
  sections: [workSection],
  navigation: [{ text: 'Recommendations', href: '/staff/actions', verb: 'actions.see', about: 'Recommendations and actions: what was asked, who must answer, what is late, what was done', dailyFor: ['officer', 'chair', 'councillor', 'coopted', 'director', 'analyst', 'finance', 'partnership', 'manager', 'auditor'] }],
  importers: [actionsImporter],
  exporters: [actionsExporter],
  hourly: [{ name: 'recommendations and actions', work: keepOutstanding }],
  followAgendas: [(tx, { body, context }) => placeOutstanding(tx, [body], context.today)],
  agendaParts,
  itemSections,
  homeSections,
  homeWays: [{ text: 'Recommendations and actions', href: '/recommendations', about: 'what boards and panels asked, who must answer, and what came of it' }],
  bodySections: [bodySection],
  styles: [new URL('actions.css', import.meta.url)],
}
