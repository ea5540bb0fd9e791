import type { MeasuresRoom } from '../measures-room.ts'
import { observationsExporter } from './export-observations.ts'
import { observationsImporter } from './import-observations.ts'
import { observationsMigrations } from './migration.ts'

/** The figures, each with its revisions. */
export const observations: MeasuresRoom = { migrations: observationsMigrations, importers: [observationsImporter], exporters: [observationsExporter] }
