import type { Transaction } from '#platform/database/database.ts'
import type { AccessTables } from '../tables.ts'

interface Entry {
  readonly actor: string
  readonly door: string
  readonly verb: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly detail: Readonly<Record<string, string | number | boolean>> | undefined
  /** The kind of the refusal, where it was refused. */
  readonly refused: string | undefined
  readonly requestId: string | undefined
}

/** Adds the one row of a deed to the audit. The database itself gives it number, moment and hash. */
export async function recordDeed(tx: Transaction, entry: Entry): Promise<void> {
  await tx
    .tables<AccessTables>()
    .insertInto('access.audit')
    .values({
      actor: storable(entry.actor),
      door: entry.door,
      verb: entry.verb,
      subject_kind: entry.subject.kind,
      subject_id: storable(entry.subject.id),
      outcome: entry.refused === undefined ? 'done' : 'refused',
      reason: entry.refused ?? null,
      detail: JSON.stringify(entry.detail ?? {}, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value)),
      request_id: entry.requestId ?? null,
    })
    .execute()
}

/** PostgreSQL keeps neither NUL nor half a character; an attempt that holds one is recorded all the same. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}
