import { programmeLoadedMigration, subjectsByBodyMigration } from './loaded-migration.ts'
import { programmeMigration } from './migration.ts'

/** The tables of this room, in order. */
export const programmeMigrations = [programmeMigration, programmeLoadedMigration, subjectsByBodyMigration]
