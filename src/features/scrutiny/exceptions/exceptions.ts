import type { ScrutinyRoom } from '../scrutiny-room.ts'
import { exceptionsApi } from './api.ts'
import { bringExceptions, exceptionsFollowAgendas } from './bring-exceptions.ts'
import { exceptionsExporter, exceptionsImporter } from './import/exceptions-files.ts'
import { exceptionsMigrations } from './migrations.ts'
import { exceptionsOfBody, exceptionsOfItem, exceptionsSection } from './pages/sections.ts'
import { exceptionPage, exceptionsPage, newExceptionPage } from './pages/staff-pages.ts'

/** What panels flag of a quarter to the board above them. */
export const exceptions: ScrutinyRoom = {
  migrations: exceptionsMigrations,
  api: exceptionsApi,
  staffPages: [exceptionsPage, newExceptionPage, exceptionPage],
  sections: [exceptionsSection],
  bodySections: [exceptionsOfBody],
  itemSections: [exceptionsOfItem],
  importers: [exceptionsImporter],
  exporters: [exceptionsExporter],
  followAgendas: [exceptionsFollowAgendas],
  hourly: [{ name: 'exceptions', work: bringExceptions }],
}
