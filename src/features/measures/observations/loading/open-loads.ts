import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Database, Transaction } from '#platform/database/database.ts'
import type { ObservationTables, Source } from '../tables.ts'

/** A load that is at an end. */
interface LoadWritten {
  readonly id: string
  readonly what: Source
  /** How many figures it wrote. */
  readonly figures: number
}

/** A load that wrote nothing for so many seconds was broken off: a lot takes less than a second. */
const patience = 120
/** After so many it may have been. */
const doubt = 15

/** The loads that this process is writing. */
const atWorkHere = new Set<string>()

/** Opens loads, of whose figures nobody reads anything until they are closed. Refused while another is at work, or may be. */
export async function openLoads(tx: Transaction, ids: readonly string[], store: Store): Promise<Outcome<void>> {
  const others = await undoBrokenOff(tx, store)
  if (others.length > 0) return refuse('conflict', whyToWait(others))
  await tx.tables<ObservationTables>().insertInto('work.open_loads').values(ids.map((id) => ({ id }))).execute()
  for (const id of ids) atWorkHere.add(id)
  return ok(undefined)
}

/** What wrote loads that are not closed can only be this process where the store is embedded: it is one process's alone. */
type Store = Pick<Database, 'kind'>

interface OpenLoad {
  readonly id: string
  /** Seconds since it last wrote. */
  readonly silent: number
}

/** Takes away what loads left behind that were broken off, by a crash or a power cut: it holds the places of figures, and nobody sees it. Gives back those that are open still. */
export async function undoBrokenOff(tx: Transaction, { kind }: Store): Promise<readonly OpenLoad[]> {
  const { rows } = await sql<OpenLoad>`select id, extract(epoch from now() - touched_at)::integer as silent from work.open_loads`.execute(tx.tables())
  const broken = rows.filter(({ id, silent }) => silent >= patience || (kind === 'embedded' && !atWorkHere.has(id)))
  await undoLoads(tx, broken.map(({ id }) => id))
  return rows.filter((load) => !broken.includes(load))
}

function whyToWait(others: readonly OpenLoad[]): string {
  const silent = Math.min(...others.map((load) => load.silent))
  if (silent < doubt || others.some(({ id }) => atWorkHere.has(id))) return 'Other figures are being loaded. Nothing of them is shown until all of them are there. Nothing was changed: try again when that load is at its end.'
  return `A load of figures has written nothing for ${silent} seconds: it seems to have been broken off. Nothing of it is shown, and in ${patience - silent} seconds what it left can be taken away. Nothing was changed: try again then.`
}

/** Says that these loads are at work still; false where somebody took them for broken off. */
export async function touchLoads(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  const touched = await sql`update work.open_loads set touched_at = now() where id = any(${[...ids]}::uuid[])`.execute(tx.tables())
  return Number(touched.numAffectedRows) === ids.length
}

/** Takes away what open loads wrote; what a load that is closed brought stays for good. */
export async function undoLoads(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of ids) atWorkHere.delete(id)
  if (ids.length > 0) await sql`select work.undo_loads(${[...ids]}::uuid[])`.execute(tx.tables())
}

/** Closes loads, from where on all that they wrote is read; false where somebody took one for broken off. */
export async function closeLoads(tx: Transaction, loads: readonly LoadWritten[]): Promise<boolean> {
  for (const { id } of loads) atWorkHere.delete(id)
  const closed = await sql`delete from work.open_loads where id = any(${loads.map(({ id }) => id)}::uuid[])`.execute(tx.tables())
  return Number(closed.numAffectedRows) === loads.length
}

/** Records by whom and when figures came. */
export async function recordLoads(tx: Transaction, loads: readonly LoadWritten[], { by, at }: { readonly by: string; readonly at: Date }): Promise<void> {
  const written = loads.filter(({ figures }) => figures > 0)
  if (written.length > 0) await tx.tables<ObservationTables>().insertInto('work.observation_loads').values(written.map((load) => ({ ...load, entered_by: by, entered_at: at }))).execute()
}
