import type { StaffPage } from '#access/staff/staff-page.ts'
import type { LaterParts } from '../later-parts.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { calendarPage } from './calendar/calendar-page.ts'
import { markReadPage } from './changes/mark-read-page.ts'
import { packDownload, supplementDownload } from './copies/download-page.ts'
import { offlineDownload } from './copies/offline-page.ts'
import { paperFile, paperPicture } from './copies/paper-files.ts'
import { newNotePage } from './notes/new-note-page.ts'
import { notePage } from './notes/note-page.ts'
import { notesFile, notesPage } from './notes/notes-page.ts'
import { packPage } from './pack-page.ts'
import { packsPage } from './packs-page.ts'
import { readPage } from './whole/read-page.ts'

/** What those who sit on a body prepare with: their meetings, the papers, their notes and their calendar. Later features add their parts to the page of a pack. */
export function readingPages(later: Pick<LaterParts, 'packSections'> = {}): readonly StaffPage<MeetingsApp>[] {
  return [
    packsPage,
    calendarPage,
    packPage(later.packSections),
    readPage,
    markReadPage,
    newNotePage,
    notesPage,
    notesFile,
    notePage,
    packDownload,
    supplementDownload,
    offlineDownload,
    paperPicture,
    paperFile,
  ]
}
