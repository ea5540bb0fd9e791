import type { PublicPage } from '#platform/http/answers.ts'
import { calendarPage } from './public/calendar-page.ts'
import { calendarFeed, newsFeed } from './public/feeds.ts'
import { homePage } from './public/home-page.ts'
import { itemPage } from './public/item-page.ts'
import { meetingPage } from './public/meeting-page.ts'
import { packFile, pictureFile, suppliedFile, supplementFile } from './public/published-files.ts'

export { meetingsCommands } from './commands.ts'
export { meetingsExporter } from './import/export-meetings.ts'
export { meetingsFiles, membersCopies } from './meetings-files.ts'
export { meetingsImporter } from './import/import-meetings.ts'
export { meetingsOfBody } from './public/meetings-of-body.ts'
export { meetingsMigrations } from './migrations/meetings.ts'
export { meetingsScripts, meetingsStyles } from './assets.ts'
export { meetingsApi } from './api.ts'
export { meetingsMachines } from './machines/resources.ts'
export type { MeetingsVerb } from './permissions.ts'
export { resumePublications } from './publishing/resume-publications.ts'
export { clearOldRequests } from './speaking/clear-old-requests.ts'
export { clearOldCopies } from './reading/copies/clear-old-copies.ts'
export { speakingForms } from './speaking/pages.ts'
export { calendarFeedPage } from './reading/calendar/calendar-feed.ts'
export { meetingsSections, meetingsStaffPages } from './staff-pages.ts'
export { templatesExporter, templatesImporter } from './templates/import-templates.ts'

/** The public addresses of this feature. */
export const meetingsPages: readonly PublicPage[] = [
  { path: '/', answer: homePage },
  { path: '/meetings', answer: calendarPage },
  { path: '/meetings.ics', answer: calendarFeed },
  { path: '/meetings.atom', answer: newsFeed },
  { path: '/bodies/:body/:date', answer: meetingPage },
  { path: '/bodies/:body/:date/items/:number', answer: itemPage },
  { path: '/bodies/:body/:date/pack.pdf', answer: packFile },
  { path: '/bodies/:body/:date/pictures/:checksum', answer: pictureFile },
  { path: '/bodies/:body/:date/files/:checksum/:name', answer: suppliedFile },
  { path: '/bodies/:body/:date/supplements/:number', answer: supplementFile },
  { path: '/bodies/:body/:date/versions/:version', answer: meetingPage },
  { path: '/bodies/:body/:date/versions/:version/items/:number', answer: itemPage },
  { path: '/bodies/:body/:date/versions/:version/pack.pdf', answer: packFile },
]
