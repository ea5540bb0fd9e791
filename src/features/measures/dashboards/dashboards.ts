import type { MeasuresRoom } from '../measures-room.ts'
import { bodyDashboardsPage, dashboardsPage } from './public/list-pages.ts'
import { dashboardPage } from './public/dashboard-page.ts'
import { dashboardFiles } from './public/files.ts'
import { strategyPage } from './public/strategy-page.ts'

/** The figures of a period for a body: what needs looking at first, and all the rest. */
export const dashboards: MeasuresRoom = {
  pages: [
    { path: '/dashboards', answer: dashboardsPage },
    { path: '/dashboards/strategies/:slug', answer: strategyPage },
    { path: '/dashboards/:body', answer: bodyDashboardsPage },
    { path: '/dashboards/:body/:period', answer: dashboardPage },
    ...dashboardFiles,
  ],
  styles: [new URL('dashboards.css', import.meta.url)],
}
