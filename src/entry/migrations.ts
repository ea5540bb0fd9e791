import { accessMigrations } from '#access/migrations.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '#features/meetings'
import type { Migration } from '#platform/database/database.ts'
import { mailOutbox, mailOutboxForgets } from '#platform/mail/outbox-migration.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { countyMigration } from './county/county-store.ts'

/** Every step of the schema, in order. A step that has been released is never changed: what is wrong with it is put right by a new one. */
export const migrations: readonly Migration[] = [
  publicationRevision,
  countyMigration,
  mailOutbox,
  ...accessMigrations,
  ...bodiesMigrations,
  ...meetingsMigrations,
  mailOutboxForgets,
]
