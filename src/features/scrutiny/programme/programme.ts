import type { ScrutinyRoom } from '../scrutiny-room.ts'
import { programmesExporter, programmesImporter } from './import/import-programmes.ts'
import { programmesFollowAgendas, settleProgrammes } from './deeds/settle-programmes.ts'
import { programmeApi } from './public/api.ts'
import { criteriaPage, historyPage, programmeCsv, programmeWorkbook } from './public/pages-below.ts'
import { matterOfItem, programmeOfBody } from './public/parts-elsewhere.ts'
import { programmePage } from './public/programme-page.ts'
import { programmePages } from './staff/pages.ts'
import { programmeSection } from './staff/work-section.ts'
import { programmeMigrations } from './store/migrations.ts'

/** The work programme of a scrutiny body. */
export const programme: ScrutinyRoom = {
  migrations: programmeMigrations,
  pages: [
    { path: '/bodies/:body/work-programme', answer: programmePage },
    { path: '/bodies/:body/work-programme/history', answer: historyPage },
    { path: '/bodies/:body/work-programme/criteria', answer: criteriaPage },
    { path: '/bodies/:body/work-programme.csv', answer: programmeCsv },
    { path: '/bodies/:body/work-programme.xlsx', answer: programmeWorkbook },
  ],
  api: programmeApi,
  staffPages: programmePages,
  sections: [programmeSection],
  navigation: [{ text: 'Work programmes', href: '/staff/programmes', verb: 'programme.see', about: 'What each scrutiny body looks into, meeting by meeting', dailyFor: ['officer', 'chair', 'councillor', 'coopted', 'auditor'] }],
  bodySections: [programmeOfBody],
  itemSections: [matterOfItem],
  importers: [programmesImporter],
  exporters: [programmesExporter],
  followAgendas: [programmesFollowAgendas],
  hourly: [{ name: 'work programmes', work: settleProgrammes }],
  styles: [new URL('programme.css', import.meta.url)],
}
