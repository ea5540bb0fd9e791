import { Pool } from 'pg'
import type { ClientBase } from 'pg'
import type { Outcome } from '#core/outcome.ts'
import { ok, refuse } from '#core/outcome.ts'
import { columnTypes } from './column-types.ts'
import { publicRoleIsClosed } from './dangerous-functions.ts'
import { watched, withClient } from './lines.ts'
import type { Lines } from './lines.ts'
import { publicOpening } from './opening.ts'
import { objectionToReader } from './public-reader.ts'
import { setUp } from './set-up.ts'
import { storeTrouble } from './sql-errors.ts'

interface Addresses {
  readonly url: string
  readonly readUrl?: string
}

/**
 * A PostgreSQL server, perhaps with a second address for reading what is published: a replica, or the same server with a
 * login that can do nothing else. Refuses where the public's line would not be held to what is published.
 */
export async function openServer({ url, readUrl }: Addresses, council: string): Promise<Outcome<Lines>> {
  const staff = poolOf(url, 10)
  const jobs = poolOf(url, 2)
  const readers = readUrl === undefined ? poolOf(url, 10) : poolOf(readUrl, 20)
  const close = async (): Promise<void> => void (await Promise.all([staff, jobs, readers].map((pool) => pool.end())))
  try {
    await withClient(jobs, setUp)
    const objection = readUrl === undefined ? await withClient(jobs, objectionToOneLogin) : await withClient(readers, objectionToReader)
    if (objection === undefined) {
      const limitsFiles = await withClient(readers, mayLimitFiles)
      return ok({ staff, owner: staff, readers, jobs, publicOpening: publicOpening(council, { limitsFiles }), renewal: 'DISCARD ALL', close })
    }
    await close()
    return refuse('unavailable', objection)
  } catch (error) {
    await close()
    if (!isUnreachable(error)) return storeTrouble(error) ?? rethrow(error)
    const advice = 'Check DATABASE_URL and DATABASE_READ_URL, and that the server is running.'
    return refuse('unavailable', `The database server cannot be reached (${error.message}). ${advice}`)
  }
}

async function objectionToOneLogin(client: ClientBase): Promise<string | undefined> {
  if (await publicRoleIsClosed(client)) return undefined
  const advice = 'Make a second login that is a member of golden_public only and give it as DATABASE_READ_URL.'
  return `The login of DATABASE_URL cannot hold the public to what is published. ${advice}`
}

/** A superuser may, and who was given the right. */
async function mayLimitFiles(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(`select has_parameter_privilege('temp_file_limit', 'set') as may`)
  return rows[0]?.may === true
}

function poolOf(url: string, max: number): Pool {
  return watched(new Pool({ connectionString: url, max, types: columnTypes, connectionTimeoutMillis: 10_000, application_name: 'golden-thread' }))
}

/** No answer, no such host, no such database, or the login refused: not defects of ours. */
function isUnreachable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(ECONN|ENOTFOUND|ENOENT|EAI_|ETIMEDOUT|EHOST|28|3D|57P03)/.test(code) || /timeout|terminated/i.test(error.message)
}

function rethrow(error: unknown): never {
  throw error
}
