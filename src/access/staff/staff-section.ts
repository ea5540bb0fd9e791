import type { Html } from '#platform/pages/html.ts'
import type { StaffRequest } from './staff-page.ts'

/** What a feature adds to "Your work" (`/staff`): a part that begins with its own h2, or nothing for whom it does not concern. */
export type StaffSection<App> = (request: StaffRequest, app: App) => Promise<Html | undefined>
