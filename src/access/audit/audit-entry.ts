import { createHash } from 'node:crypto'

/** A row of the audit as text, in the very form in which the database hashed it. */
export interface AuditEntry {
  readonly council: string
  readonly number: string
  /** UTC with microseconds. */
  readonly recorded_at: string
  readonly actor: string
  readonly door: string
  readonly verb: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly outcome: string
  readonly reason: string | null
  readonly detail: string
  readonly request_id: string | null
  readonly previous_hash: string
  readonly hash: string
}

/** What the first row follows. */
export const beginning = '0'.repeat(64)

/**
 * SHA-256 over the row's fields in this order, the hash before it last. Each field is written as `length:text` (length in bytes),
 * an empty one as `-`, so that no two different rows give the same text. `access.audit_hash` in the database does the same.
 */
export function auditHash(entry: AuditEntry): string {
  const fields = [
    entry.council,
    entry.number,
    entry.recorded_at,
    entry.actor,
    entry.door,
    entry.verb,
    entry.subject_kind,
    entry.subject_id,
    entry.outcome,
    entry.reason,
    entry.detail,
    entry.request_id,
    entry.previous_hash,
  ]
  const text = fields.map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`)).join('')
  return createHash('sha256').update(text).digest('hex')
}
