import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import type { AccessTables } from '../tables.ts'
import type { AuditAnchor } from './audit-anchor.ts'
import { auditHash, beginning, type AuditEntry } from './audit-entry.ts'

/** The first thing wrong with the audit. */
export type AuditFault =
  /** What the row says is not what was recorded. */
  | { readonly kind: 'edited'; readonly number: number }
  /** Rows are missing between two that are there. */
  | { readonly kind: 'gap'; readonly after: number; readonly before: number }
  /** The row does not follow from the one before it: one of the two was put there, or both changed places. */
  | { readonly kind: 'broken'; readonly number: number }
  /** The last rows are missing: `recorded` were written. */
  | { readonly kind: 'cut'; readonly last: number; readonly recorded: number }
  /** There are rows that nobody recorded after the last one. */
  | { readonly kind: 'added'; readonly after: number }
  /** The whole agrees with itself, and not with an anchor kept elsewhere: it was rewritten or cut. */
  | { readonly kind: 'not-the-anchor'; readonly anchor: AuditAnchor }

export type AuditVerdict = { readonly sound: true; readonly end: AuditAnchor } | { readonly sound: false; readonly fault: AuditFault }

const pageSize = 1000

/**
 * Computes every row's hash again, in order, up to the count that the database keeps apart, and compares with the anchors given.
 * Answers the first fault. Rows that are recorded meanwhile are left for the next time.
 */
export async function verifyAudit(
  reader: Reader,
  anchors: readonly AuditAnchor[] = [],
  progress: (checked: number) => void = () => {},
): Promise<AuditVerdict> {
  const head = await readHead(reader)
  const open = new Set(anchors.filter((anchor) => anchor.number > 0 || anchor.hash !== beginning))
  let end: AuditAnchor = { number: 0, hash: beginning }
  while (end.number < head.number) {
    const page = await readPage(reader, end.number, head.number)
    for (const entry of page) {
      const fault = faultIn(entry, end)
      if (fault !== undefined) return { sound: false, fault }
      end = { number: Number(entry.number), hash: entry.hash }
      for (const anchor of open) if (anchor.number === end.number && anchor.hash === end.hash) open.delete(anchor)
    }
    if (page.length === 0) return { sound: false, fault: { kind: 'cut', last: end.number, recorded: head.number } }
    progress(end.number)
  }
  return verdict(end, head, open)
}

function faultIn(entry: AuditEntry, end: AuditAnchor): AuditFault | undefined {
  const number = Number(entry.number)
  if (number !== end.number + 1) return { kind: 'gap', after: end.number, before: number }
  if (auditHash(entry) !== entry.hash) return { kind: 'edited', number }
  return entry.previous_hash === end.hash ? undefined : { kind: 'broken', number }
}

function verdict(end: AuditAnchor, head: Head, unmet: ReadonlySet<AuditAnchor>): AuditVerdict {
  if (head.last > head.number) return { sound: false, fault: { kind: 'added', after: head.number } }
  if (end.hash !== head.hash) return { sound: false, fault: { kind: 'broken', number: end.number } }
  const [anchor] = unmet
  return anchor === undefined ? { sound: true, end } : { sound: false, fault: { kind: 'not-the-anchor', anchor } }
}

interface Head extends AuditAnchor {
  /** The highest number there is, read in the same breath. */
  readonly last: number
}

async function readHead(reader: Reader): Promise<Head> {
  const tables = reader.tables<AccessTables>()
  const row = await tables
    .selectNoFrom((row) => [
      row.selectFrom('access.audit_head as head').select('head.number').as('number'),
      row.selectFrom('access.audit_head as head').select('head.hash').as('hash'),
      row.selectFrom('access.audit as audit').select((audit) => audit.fn.max('audit.number').as('last')).as('last'),
    ])
    .executeTakeFirstOrThrow()
  return { number: row.number ?? 0, hash: row.hash ?? beginning, last: row.last ?? 0 }
}

function readPage(reader: Reader, after: number, upTo: number): Promise<AuditEntry[]> {
  return reader
    .tables<AccessTables>()
    .selectFrom('access.audit as audit')
    .select(['audit.actor', 'audit.door', 'audit.verb', 'audit.subject_kind', 'audit.subject_id', 'audit.outcome'])
    .select(['audit.reason', 'audit.request_id', 'audit.previous_hash', 'audit.hash'])
    .select([sql<string>`audit.council::text`.as('council'), sql<string>`audit.number::text`.as('number')])
    .select(sql<string>`audit.detail::text`.as('detail'))
    .select(sql<string>`to_char(audit.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('recorded_at'))
    .where('audit.number', '>', after)
    .where('audit.number', '<=', upTo)
    .orderBy('audit.number')
    .limit(pageSize)
    .execute()
}
