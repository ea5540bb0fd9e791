import { Pool } from 'pg'
import type { Outcome } from '#core/outcome.ts'
import { ok, refuse } from '#core/outcome.ts'
import { columnTypes } from './column-types.ts'
import { watched, withClient } from './lines.ts'
import type { Lines } from './lines.ts'
import { isPublicReader, publicRoleIsClosed, setUp } from './set-up.ts'

/**
 * A PostgreSQL server, perhaps with a second address for reading what is published: a replica, or the same server with a
 * login that can do nothing else. Refuses where the public's line would not be held to what is published.
 */
export async function openServer(url: string, readUrl: string | undefined): Promise<Outcome<Lines>> {
  const staff = poolOf(url, 10)
  const jobs = poolOf(url, 2)
  const readers = readUrl === undefined ? poolOf(url, 10) : poolOf(readUrl, 20)
  const close = async (): Promise<void> => void (await Promise.all([staff, jobs, readers].map((pool) => pool.end())))
  try {
    await withClient(jobs, setUp)
    const objection = readUrl === undefined ? await objectionToOneLogin(jobs) : await objectionToReader(readers)
    if (objection === undefined) return ok({ staff, readers, jobs, close })
    await close()
    return refuse('unavailable', objection)
  } catch (error) {
    await close()
    if (!isUnreachable(error)) throw error
    const advice = 'Check DATABASE_URL and DATABASE_READ_URL, and that the server is running.'
    return refuse('unavailable', `The database server cannot be reached (${error.message}). ${advice}`)
  }
}

async function objectionToOneLogin(pool: Pool): Promise<string | undefined> {
  if (await withClient(pool, publicRoleIsClosed)) return undefined
  const advice = 'Make a second login that is a member of golden_public only and give it as DATABASE_READ_URL.'
  return `The login of DATABASE_URL cannot hold the public to what is published. ${advice}`
}

async function objectionToReader(pool: Pool): Promise<string | undefined> {
  if (await withClient(pool, isPublicReader)) return undefined
  return 'The login of DATABASE_READ_URL has to be a member of golden_public, of golden_staff and golden_owner not, and no superuser.'
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
