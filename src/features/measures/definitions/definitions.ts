import type { MeasuresRoom } from '../measures-room.ts'
import { measuresExporter, measuresImporter } from './import-measures.ts'
import { definitionsMigration } from './migration.ts'

/** What is measured, in versions. */
export const definitions: MeasuresRoom = { migrations: [definitionsMigration], importers: [measuresImporter], exporters: [measuresExporter] }
