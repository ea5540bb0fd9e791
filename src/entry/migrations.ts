import { accessMigrations } from '#access/migrations.ts'
import { bodiesMigrations } from '#features/bodies'
import { interestsRooms } from '#features/interests'
import { measuresRooms } from '#features/measures'
import { meetingsMigrations } from '#features/meetings'
import { minutesRooms } from '#features/minutes'
import { rulesMigrations } from '#features/rules'
import { scrutinyRooms } from '#features/scrutiny'
import type { Migration } from '#platform/database/database.ts'
import { restoreMark } from '#platform/database/backup/restore-mark.ts'
import { mailOutbox, mailOutboxForgets, mailOutboxStops } from '#platform/mail/outbox-migration.ts'
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
  mailOutboxStops,
  restoreMark,
  ...rulesMigrations,
  ...roomsOf(interestsRooms),
  ...roomsOf(minutesRooms),
  ...roomsOf(scrutinyRooms),
  ...roomsOf(measuresRooms),
]

function roomsOf(rooms: readonly { readonly migrations?: readonly Migration[] }[]): Migration[] {
  return rooms.flatMap((room) => room.migrations ?? [])
}
