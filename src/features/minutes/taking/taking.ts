import { sendingNeeds } from '#access/staff/sending-needs.ts'
import type { FileReferences } from '#platform/files/file-references.ts'
import type { MinutesRoom } from '../minutes-room.ts'
import { minutesExporter } from './import/export-minutes.ts'
import { minutesImporter } from './import/import-minutes.ts'
import { inventedMinutesMigration, storedMinutesMigration } from './migration-invented.ts'
import { exclusionAskedMigration } from './migration-exclusion-asked.ts'
import { membersMinutesMigration } from './migration-members-minutes.ts'
import { notTakenMigration } from './migration-not-taken.ts'
import { recordStaysMigration } from './migration-record-stays.ts'
import { takingMigration } from './migration.ts'
import { confirmPage, signPage } from './pages/confirm-pages.ts'
import { autosavePage, minutePage } from './pages/minute-pages.ts'
import { membersPage, packSection } from './pages/members-page.ts'
import { numbersPage } from './pages/numbers-page.ts'
import { circulatePage } from './pages/publish-pages.ts'
import { addResolutionPage, resolutionPage } from './pages/resolution-pages.ts'
import { takingPage } from './pages/taking-page.ts'
import { minutesApi } from './public/api.ts'
import { decidedLately, minuteOfItem, minutesSection } from './public/sections.ts'
import type { TakingTables } from './tables.ts'

/** Every PDF of minutes that was published. */
const minutesFiles: FileReferences = async (reader) => {
  const rows = await reader.tables<TakingTables>().selectFrom('published.minutes').select('published.minutes.pdf').distinct().execute()
  return rows.map(({ pdf }) => pdf)
}

/** Minutes: taken, numbered, circulated, confirmed, signed, published. */
export const taking: MinutesRoom = {
  migrations: [takingMigration, recordStaysMigration, membersMinutesMigration, inventedMinutesMigration, storedMinutesMigration, exclusionAskedMigration, notTakenMigration],
  api: minutesApi,
  staffPages: [takingPage, minutePage, autosavePage, addResolutionPage, resolutionPage, circulatePage, confirmPage, signPage, numbersPage].map((page) => sendingNeeds('minutes.take', page)).concat(membersPage),
  importers: [minutesImporter],
  exporters: [minutesExporter],
  files: [minutesFiles],
  styles: [new URL('minutes.css', import.meta.url)],
  meetingSections: [minutesSection],
  itemSections: [minuteOfItem],
  packSections: [packSection],
  homeSections: [decidedLately],
  ways: [{ text: 'Minutes', path: 'minutes', verb: 'minutes.see' }],
}
