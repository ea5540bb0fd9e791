import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'
import { chainAudit } from './audit-chain.ts'

/** The audit: what was done or refused, in rows that the database itself numbers and chains. */
export const accessAudit: Migration = {
  name: '0002-access-audit',
  up: async (tx) => {
    await councilTable(tx, 'access.audit', { columns: audit, key: 'number', staff: `select, insert (${written})` })
    await councilTable(tx, 'access.audit_head', { columns: auditHead, key: 'council', staff: 'select' })
    await chainAudit(tx)
  },
}

/** Number, moment and hashes are the database's own. */
const written = 'actor, door, verb, subject_kind, subject_id, outcome, reason, detail, request_id'

const audit = `
  number bigint not null,
  recorded_at timestamptz not null,
  actor text not null,
  door text not null,
  verb text not null,
  subject_kind text not null,
  subject_id text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  reason text check ((reason is null) = (outcome = 'done')),
  detail jsonb not null,
  request_id text,
  previous_hash text not null,
  hash text not null
`

const auditHead = `
  number bigint not null,
  hash text not null
`
