import type { MeasuresRoom } from '../measures-room.ts'
import { publishDue } from './deeds/publish-due.ts'
import { publishedReleasesMigration } from './migration.ts'
import { releasesMigration } from './store/migration.ts'
import { assemblePage } from './staff/assemble-page.ts'
import { beginReleasePage } from './staff/begin-page.ts'
import { releasesPage } from './staff/list-page.ts'
import { previewPage } from './staff/preview-page.ts'
import { releaseDeedPages, releasePage } from './staff/release-page.ts'
import { releasesSection } from './staff/work-section.ts'
import { releasesExporter } from './transfer/export-releases.ts'
import { releasesImporter } from './transfer/import-releases.ts'

/** The figures of a period for a body: put together, checked, approved, and published as a version at its moment. */
export const releases: MeasuresRoom = {
  migrations: [publishedReleasesMigration, releasesMigration],
  staffPages: [releasesPage, beginReleasePage, releasePage, assemblePage, previewPage, ...releaseDeedPages],
  sections: [releasesSection],
  navigation: [{ text: 'Releases of figures', href: '/staff/releases', verb: 'measures.see', about: 'The figures of a quarter: put together, check, approve and publish them', dailyFor: ['analyst', 'director'] }],
  importers: [releasesImporter],
  exporters: [releasesExporter],
  minutely: [{ name: 'releases of figures', work: publishDue }],
}
