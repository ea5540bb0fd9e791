import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/** An e-mail that waits to be sent. */
export interface WaitingMail {
  readonly recipient: string
  readonly subject: string
  readonly text: string
}

/** A line of the audit. */
export interface AuditLine {
  readonly actor: string
  readonly door: string
  readonly verb: string
  /** Why it was refused; null where it was done. */
  readonly reason: string | null
  readonly subject: string
}

/** What a store holds that no page shows, read without the product; the site that serves it must have ended. */
export async function storedRows(store: string): Promise<{ mail: WaitingMail[]; audit: AuditLine[] }> {
  const database = await PGlite.create(`file://${join(store, 'database', 'cluster')}`)
  try {
    const mail = await database.query<WaitingMail>('select recipient, subject, text from platform.outbox order by queued_at, id')
    const audit = await database.query<AuditLine>("select actor, door, verb, reason, subject_kind || ' ' || subject_id as subject from access.audit order by number")
    return { mail: mail.rows, audit: audit.rows }
  } finally {
    await database.close()
  }
}
