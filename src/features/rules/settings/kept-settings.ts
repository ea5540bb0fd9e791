import type { ColumnType, Generated } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration, Reader, Transaction } from '#platform/database/database.ts'
import type { LocalSettings } from '../local-settings.ts'
import type { KeyDecisions } from './settings-file.ts'

interface SettingsTables {
  /** Every edition of what the council sets for itself; the latest holds. */
  'published.local_settings': {
    edition: Generated<number>
    rules: ColumnType<LocalSettings, string, never>
    key_decisions: ColumnType<KeyDecisions, string, never>
  }
}

const localSettingsMigration: Migration = {
  name: '0090-local-settings',
  up: (tx) =>
    councilTable(tx, 'published.local_settings', {
      key: 'edition',
      columns: 'edition bigint generated always as identity, rules jsonb not null, key_decisions jsonb not null',
    }),
}

export const rulesMigrations: readonly Migration[] = [localSettingsMigration]

/** Publishes what the council sets for itself, in the deed that loads the council’s own file. */
export async function saveLocalSettings(tx: Transaction, settings: { readonly rules: LocalSettings; readonly keyDecisions: KeyDecisions }): Promise<void> {
  await tx
    .tables<SettingsTables>()
    .insertInto('published.local_settings')
    .values({ rules: JSON.stringify(settings.rules), key_decisions: JSON.stringify(settings.keyDecisions) })
    .execute()
}

/** The time limits that this council sets for itself; none where it has set none, so that the rules stand as their data says. */
export async function localSettings(reader: Reader): Promise<LocalSettings> {
  return (await latest(reader))?.rules ?? {}
}

/** From which sums and how many divisions a decision is key in this council; empty where it has not said. */
export async function keyDecisions(reader: Reader): Promise<KeyDecisions> {
  return (await latest(reader))?.key_decisions ?? {}
}

function latest(reader: Reader) {
  return reader
    .tables<SettingsTables>()
    .selectFrom('published.local_settings as settings')
    .select(['settings.rules', 'settings.key_decisions'])
    .orderBy('settings.edition', 'desc')
    .limit(1)
    .executeTakeFirst()
}
