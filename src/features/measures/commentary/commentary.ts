import type { MeasuresRoom } from '../measures-room.ts'
import { commentariesExporter, commentariesImporter } from './import/import-commentaries.ts'
import { commentaryMigration, signedFiguresMigration } from './migration.ts'
import { commentaryPage } from './staff/commentary-page.ts'
import { listPage } from './staff/list-page.ts'
import { commentarySection } from './staff/work-section.ts'

/** What owners say of the figures of a period, and what of it the figures bear. */
export const commentary: MeasuresRoom = {
  migrations: [commentaryMigration, signedFiguresMigration],
  staffPages: [listPage, commentaryPage],
  sections: [commentarySection],
  navigation: [{ text: 'Commentary', href: '/staff/commentary', verb: 'measures.see', about: 'What owners say of the figures of a period, checked against the figures, and signed', dailyFor: [] }],
  importers: [commentariesImporter],
  exporters: [commentariesExporter],
  styles: [new URL('commentary.css', import.meta.url)],
}
