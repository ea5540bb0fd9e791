import type { PublicPage } from '#platform/http/answers.ts'
import { calendarPage } from './public/calendar-page.ts'
import { calendarFeed, newsFeed } from './public/feeds.ts'
import type { LaterParts } from './later-parts.ts'
import { homePage } from './public/home-page.ts'
import { itemPage } from './public/item-page.ts'
import { meetingPage } from './public/meeting-page.ts'
import { packFile, pictureFile, suppliedFile, supplementFile } from './public/published-files.ts'

export { followedBy, written, type FollowAgendas, type LaterParts, type PackSection } from './later-parts.ts'
export type { MeetingsApp } from './meetings-app.ts'
export type { QuotedFigures } from './reports/quoted/quoted-figures.ts'
export { figureWriter } from './reports/quoted/written-figures.ts'
export type { ItemFacts, ItemInWork, MeetingFacts, MeetingId, MeetingInWork } from './work/meeting-in-work.ts'
export { meetingIdOn, meetingInWork } from './work/read-work.ts'
export { meetingIdOf } from './agenda/ids.ts'
export { sightOf, type Sight } from './agenda/who-may.ts'
export { meetingAddress as packAddressed, openMeeting, packAddress, readPack } from './reading/rights/open-reading.ts'
export type { ReadingRight } from './reading/rights/reading-right.ts'
export { agendaAddress } from './agenda/agenda-words.ts'
export { meetingAddress, statedIssue, type AgendaItem, type MeetingStatus, type PublishedMeeting } from './record/meeting.ts'
export { meetingTag, whenInWords } from './record/meeting-words.ts'
export { isOpenMeeting, isWithheld, isWithheldItem } from './record/withheld.ts'
export { agendasOf, placeFault, type AgendaInCalendar } from './publication/agendas-of.ts'
export { meetingRecords, namedEarlier, type MeetingRecord, type NamedEarlier } from './publication/meeting-records.ts'
export { meetingsInList, publishedMeeting, type MeetingInList, type MeetingVersion } from './publication/published-meetings.ts'
export { lastTimesOnAgenda, type MatterAsked } from './publication/last-times.ts'
export { markNotTaken } from './publication/items-not-taken.ts'
export { agendasOut, type ItemOut } from './publication/published-agendas.ts'
export type { PublishedTime, TimeOnAgenda } from './publication/time-on-agenda.ts'
export { timesOnAgenda } from './publication/times-on-agenda.ts'
export { isEmail } from './speaking/ask/asking-form.ts'
export { mailboxOf } from './speaking/ask/room-for.ts'
export { instantOf, momentOf } from './speaking/moment.ts'
export { turnState } from './planner/turn-state.ts'
export { momentInWords } from './reports/frame/moment-words.ts'
export { combinedText } from './reports/saving/combined-text.ts'
export { bodiesWithOpenAgenda } from './agenda/open-agendas.ts'
export { placeOnNextAgenda } from './agenda/place-on-next-agenda.ts'
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

/** The public addresses of this feature; later features add their parts to the pages of a meeting, an item, and to the first page. */
export function meetingsPages(later: Pick<LaterParts, 'meetingSections' | 'itemSections' | 'homeSections' | 'homeWays'>): readonly PublicPage[] {
  const meeting = meetingPage(later.meetingSections)
  const item = itemPage(later.itemSections)
  return [
    { path: '/', answer: homePage(later) },
    { path: '/meetings', answer: calendarPage },
    { path: '/meetings.ics', answer: calendarFeed },
    { path: '/meetings.atom', answer: newsFeed },
    { path: '/bodies/:body/:date', answer: meeting },
    { path: '/bodies/:body/:date/items/:number', answer: item },
    { path: '/bodies/:body/:date/pack.pdf', answer: packFile },
    { path: '/bodies/:body/:date/pictures/:checksum', answer: pictureFile },
    { path: '/bodies/:body/:date/files/:checksum/:name', answer: suppliedFile },
    { path: '/bodies/:body/:date/supplements/:number', answer: supplementFile },
    { path: '/bodies/:body/:date/versions/:version', answer: meeting },
    { path: '/bodies/:body/:date/versions/:version/items/:number', answer: item },
    { path: '/bodies/:body/:date/versions/:version/pack.pdf', answer: packFile },
  ]
}
