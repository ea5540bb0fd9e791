import { Pool } from 'pg'
import type { Outcome } from '#core/outcome.ts'
import { ok, refuse } from '#core/outcome.ts'
import { columnTypes } from '../column-types.ts'
import { watched, withClient } from '../lines.ts'
import type { Lines } from '../lines.ts'
import { isStaffOpening, publicOpening, publicStatementLimit } from '../opening.ts'
import { setUp } from '../set-up.ts'
import { storeTrouble } from '../sql-errors.ts'
import { isAboutRows, isReading } from '../statement-kinds.ts'
import { EmbeddedConnection, type LineLimits } from './connection.ts'
import { EngineKeeper } from './engine-keeper.ts'
import type { EngineStart } from './engine-messages.ts'
import { lockFolder } from './folder-lock.ts'
import { guardedLine } from './guarded-line.ts'
import { Turns } from './turns.ts'

/**
 * PostgreSQL in a thread of this process over the data in `folder`, which is made where it is missing.
 * Refuses a folder that another process uses and one in which PostgreSQL does not start.
 */
export async function openEmbedded(folder: string, council: string): Promise<Outcome<Lines>> {
  const lock = lockFolder(folder)
  if (!lock.ok) return lock
  try {
    const lines = await openLines({ kind: 'folder', folder }, council)
    return ok({ ...lines, close: () => lines.close().finally(() => lock.value.release()) })
  } catch (error) {
    lock.value.release()
    if (!(error instanceof Error)) throw error
    const trouble = storeTrouble(error)
    if (trouble !== undefined) return trouble
    const advice = 'See that its disk has room and that the folder is yours, or restore a backup into a new folder.'
    return refuse('unavailable', `The database in ${folder} does not start: ${error.message}. ${advice}`)
  }
}

/** PostgreSQL in a thread of this process over data in memory, for tests. */
export async function openMemory(council: string, template: Uint8Array | undefined): Promise<Lines & { image(): Promise<Uint8Array> }> {
  return await openLines({ kind: 'memory', ...(template === undefined ? {} : { template }) }, council)
}

async function openLines(start: EngineStart, council: string): Promise<Lines & { image(): Promise<Uint8Array> }> {
  const keeper = await EngineKeeper.start(start)
  const turns = new Turns()
  const opening = publicOpening(council, { limitsFiles: true })
  const pools = poolsOf((limits) => onePool(() => new EmbeddedConnection({ keeper, turns, ...limits })), council, opening)
  const close = async (): Promise<void> => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()))
    await keeper.close()
  }
  try {
    await withClient(pools.jobs, setUp)
  } catch (error) {
    await close()
    throw error
  }
  const image = async (): Promise<Uint8Array> => await (await keeper.running()).image()
  return { ...pools, publicOpening: opening, renewal: undefined, image, close }
}

function poolsOf(line: (limits: LineLimits) => Pool, council: string, publicOpening: string): Pick<Lines, 'staff' | 'owner' | 'readers' | 'jobs'> {
  const isPublicOpening = (text: string): boolean => text === publicOpening
  const readers = guardedLine({ who: 'The public', mayOpen: isPublicOpening, mayState: isReading })
  const staff = guardedLine({ who: 'Staff', mayOpen: isStaffOpening(council), mayState: isAboutRows })
  return {
    staff: line({ guard: staff }),
    owner: line({}),
    readers: line({ guard: readers, statementLimit: publicStatementLimit }),
    jobs: line({}),
  }
}

/** Given in full, because `pg` takes what is missing from the environment. */
const nowhere = { host: 'embedded', port: 1, user: 'postgres', password: '', database: 'postgres', ssl: false }

function onePool(stream: () => EmbeddedConnection): Pool {
  return watched(new Pool({ ...nowhere, stream, types: columnTypes, max: 1, idleTimeoutMillis: 0 }))
}
