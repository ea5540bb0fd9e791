import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { ObservationTables, Source } from '../tables.ts'

/** A load that is at an end. */
interface LoadWritten {
  readonly id: string
  readonly what: Source
  /** How many figures it wrote. */
  readonly figures: number
}

/** A load that wrote nothing for so long was broken off: a lot takes less than a second. */
const patience = sql.raw(`interval '2 minutes'`)

/** Opens loads, of whose figures nobody reads anything until they are closed. Refused while another is at work. */
export async function openLoads(tx: Transaction, ids: readonly string[]): Promise<Outcome<void>> {
  await undoBrokenOff(tx)
  const other = await tx.tables<ObservationTables>().selectFrom('work.open_loads as load').select('load.id').executeTakeFirst()
  if (other !== undefined) return refuse('conflict', 'Other figures are being loaded, or a load of them was broken off just now. Nothing was changed: try again in two minutes.')
  await tx.tables<ObservationTables>().insertInto('work.open_loads').values(ids.map((id) => ({ id }))).execute()
  return ok(undefined)
}

/** Takes away what loads left behind that were broken off, by a crash or a power cut: it holds the places of figures, and nobody sees it. */
export async function undoBrokenOff(tx: Transaction): Promise<void> {
  const { rows } = await sql<{ readonly id: string }>`select id from work.open_loads where touched_at < now() - ${patience}`.execute(tx.tables())
  await undoLoads(tx, rows.map(({ id }) => id))
}

/** Says that these loads are at work still; false where somebody took them for broken off. */
export async function touchLoads(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  const touched = await sql`update work.open_loads set touched_at = now() where id = any(${[...ids]}::uuid[])`.execute(tx.tables())
  return Number(touched.numAffectedRows) === ids.length
}

/** Takes away what open loads wrote; what a load that is closed brought stays for good. */
export async function undoLoads(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`select work.undo_loads(${[...ids]}::uuid[])`.execute(tx.tables())
}

/** Closes loads, from where on all that they wrote is read; false where somebody took one for broken off. */
export async function closeLoads(tx: Transaction, loads: readonly LoadWritten[]): Promise<boolean> {
  const closed = await sql`delete from work.open_loads where id = any(${loads.map(({ id }) => id)}::uuid[])`.execute(tx.tables())
  return Number(closed.numAffectedRows) === loads.length
}

/** Records by whom and when figures came. */
export async function recordLoads(tx: Transaction, loads: readonly LoadWritten[], { by, at }: { readonly by: string; readonly at: Date }): Promise<void> {
  const written = loads.filter(({ figures }) => figures > 0)
  if (written.length > 0) await tx.tables<ObservationTables>().insertInto('work.observation_loads').values(written.map((load) => ({ ...load, entered_by: by, entered_at: at }))).execute()
}
