import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { VersionKey } from './version-records.ts'

/** Papers, what they show and came with, of which meeting and items they are, and what members are given of them; `pages` are those of the pack they were set in. */
const copied = [
  ['published.papers', ['paper', 'item', 'position', 'title', 'frame', 'blocks'], ['block_pages']],
  ['published.pictures', ['checksum', 'media_type'], []],
  ['published.files', ['paper', 'checksum', 'name', 'media_type', 'bytes'], []],
  ['work.version_records', ['meeting', 'items'], []],
  ['work.issued_papers', ['paper', 'item', 'position', 'title', 'frame', 'blocks', 'pictures', 'file'], ['pages', 'block_pages', 'supplement']],
] as const

/**
 * Gives a version that was just published what another version of the same body had: its papers, for the public and for members, and the members'
 * agenda with what `said` changes in it. `isPaged` where the papers stand on the same pages of the same pack.
 */
export async function copyVersion(
  tx: Transaction,
  from: VersionKey,
  to: Omit<VersionKey, 'body'>,
  { said = {}, isPaged = true }: { readonly said?: object; readonly isPaged?: boolean } = {},
): Promise<void> {
  const where = sql`where body = ${from.body} and meeting_date = ${from.date}::date and version = ${from.version}`
  const key = sql`body, ${to.date}::date, ${to.version}::integer`
  for (const [table, columns, ofPages] of copied) {
    const taken = sql.join([...columns, ...(isPaged ? ofPages : [])].map((column) => sql.ref(column)))
    await sql`insert into ${sql.table(table)} (body, meeting_date, version, ${taken}) select ${key}, ${taken} from ${sql.table(table)} ${where}`.execute(tx.tables())
  }
  await sql`insert into work.issued_meetings (body, meeting_date, version, meeting)
    select ${key}, meeting || ${JSON.stringify(said)}::jsonb from work.issued_meetings ${where}`.execute(tx.tables())
}
