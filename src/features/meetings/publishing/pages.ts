import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { afterPage } from './after-page.ts'
import { itemAfterPage } from './item-after-page.ts'
import { previewPages } from './preview-pages.ts'
import { publicationPages } from './publication-pages.ts'
import { publishPage } from './publish-page.ts'
import { reviewsPage } from './reviews-page.ts'

/** Publishing a meeting, and what comes after. */
export const publishingPages: readonly StaffPage<MeetingsApp>[] = [publishPage, ...previewPages, ...publicationPages, afterPage, itemAfterPage, reviewsPage]
