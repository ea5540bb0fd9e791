import type { MeasuresRoom } from '../measures-room.ts'
import { observationsExporter } from './export-observations.ts'
import { observationsImporter } from './import-observations.ts'
import { figureStatisticsMigration, loadFindingsMigration, observationsMigration, openLoadsMigration } from './migration.ts'

/** The figures, each with its revisions. */
export const observations: MeasuresRoom = { migrations: [observationsMigration, openLoadsMigration, figureStatisticsMigration, loadFindingsMigration], importers: [observationsImporter], exporters: [observationsExporter] }
