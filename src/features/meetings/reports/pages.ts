import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { appendicesPages } from './appendices/appendices-page.ts'
import { clearancePages } from './clearance/clearance-pages.ts'
import { commentsPages } from './comments/comments-pages.ts'
import { editorPages } from './editor/editor-pages.ts'
import { historyPages } from './history/history-pages.ts'
import { reportListPages } from './list/reports-page.ts'
import { picturesPages } from './pictures/pictures-page.ts'
import { referencesPages } from './references/references-page.ts'
import { sharingPages } from './sharing/sharing-pages.ts'
import { importPages } from './word-import/import-pages.ts'

/** The addresses of reports behind the sign-in. */
export const reportsPages: readonly StaffPage<MeetingsApp>[] = [
  ...reportListPages,
  ...editorPages,
  ...historyPages,
  ...commentsPages,
  ...clearancePages,
  ...sharingPages,
  ...picturesPages,
  ...appendicesPages,
  ...importPages,
  ...referencesPages,
]
