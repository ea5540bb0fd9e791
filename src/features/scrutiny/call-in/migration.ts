import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const signatures = `
  reference text not null,
  person uuid not null,
  member text not null,
  principle text not null,
  reason text not null check (reason <> ''),
  signed_at timestamptz not null,
  foreign key (council, reference) references work.plan_entries (council, reference)
`

/** The members who ask for a decision to be called in. */
const callInMigration: Migration = {
  name: '0093-call-in',
  up: (tx) => councilTable(tx, 'work.call_in_signatures', { columns: signatures, key: 'reference, person' }),
}

/** When the window closed on signatures that were too few: their members are told once. */
const lapsedCallInsMigration: Migration = {
  name: '0094-lapsed-call-ins',
  up: async (tx) => {
    await sql`alter table work.call_in_signatures add column lapsed_at timestamptz`.execute(tx.tables())
  },
}

/** Signatures that an officer received on paper or by e-mail, also of members who have no account: an account signs once, and so does a name. */
const receivedSignaturesMigration: Migration = {
  name: '0094-received-signatures',
  up: async (tx) => {
    const statements = [
      'alter table work.call_in_signatures drop constraint call_in_signatures_pkey',
      'alter table work.call_in_signatures alter column person drop not null',
      "alter table work.call_in_signatures add column received_by text check (received_by in ('paper', 'email'))",
      'alter table work.call_in_signatures add column entered_at timestamptz',
      'alter table work.call_in_signatures add constraint signed_or_received check (person is not null or received_by is not null)',
      'create unique index call_in_signed on work.call_in_signatures (council, reference, person)',
    ]
    for (const statement of statements) await sql.raw(statement).execute(tx.tables())
  },
}

/** A number of each signature: since a member may have none of an account, nothing else tells the rows apart, and a backup writes them in order. */
const numberedSignaturesMigration: Migration = {
  name: '0094-numbered-signatures',
  up: async (tx) => {
    await sql.raw('alter table work.call_in_signatures add column number bigint generated always as identity, add primary key (council, number)').execute(tx.tables())
  },
}

/** What this room keeps, in order. */
export const callInMigrations: readonly Migration[] = [callInMigration, lapsedCallInsMigration, receivedSignaturesMigration, numberedSignaturesMigration]
