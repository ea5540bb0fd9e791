import type { PublicPage } from '#platform/http/answers.ts'
import { calendarPage } from './public/calendar-page.ts'
import { calendarFeed, newsFeed } from './public/feeds.ts'
import { homePage } from './public/home-page.ts'
import { itemPage } from './public/item-page.ts'
import { meetingPage } from './public/meeting-page.ts'
import { packFile, pictureFile } from './public/published-files.ts'

export { meetingsApi } from './public/api.ts'
export { meetingsExporter } from './import/export-meetings.ts'
export { meetingsFiles } from './meetings-files.ts'
export { meetingsImporter } from './import/import-meetings.ts'
export { meetingsOfBody } from './public/meetings-of-body.ts'
export { meetingsMigrations } from './migrations/meetings.ts'
export type { MeetingsVerb } from './permissions.ts'
export { packCommand } from './pack/pack-command.ts'

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
  { path: '/bodies/:body/:date/versions/:version', answer: meetingPage },
  { path: '/bodies/:body/:date/versions/:version/items/:number', answer: itemPage },
  { path: '/bodies/:body/:date/versions/:version/pack.pdf', answer: packFile },
]

/** What the pages of this feature add to the style sheet. */
export const meetingsStyles = new URL('meetings.css', import.meta.url)
