import type { MeasuresRoom } from '../measures-room.ts'
import { eesImporter } from './ees/import-ees.ts'
import { fingertipsImporter } from './fingertips/import-fingertips.ts'
import { areasExporter, areasImporter } from './import-areas.ts'
import { neighboursExporter, neighboursImporter } from './import-neighbours.ts'
import { comparatorsMigration } from './migration.ts'

/** The places that figures are compared with. */
export const places: MeasuresRoom = { migrations: [comparatorsMigration], importers: [areasImporter, neighboursImporter], exporters: [areasExporter, neighboursExporter] }

/** Figures of others, from files that others publish; what is known of the own figures is loaded before. */
export const comparators: MeasuresRoom = { importers: [eesImporter, fingertipsImporter] }
