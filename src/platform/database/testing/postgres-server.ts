import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A PostgreSQL server of a test's own, reached by a socket in a private folder. */
interface TestServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** The folder of PostgreSQL's programs on this machine. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env['PATH'] ?? '').split(':'), ...versions.map((version) => join(debian, version, 'bin')), '/usr/local/bin']
  return folders.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')))
}

/** Starts a server that listens nowhere but on its socket; nothing of it is kept. */
export async function startPostgres(programs: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-postgres-'))
  const user = userForPostgres()
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = ['-D', data, '-U', 'golden', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const made = spawnSync(join(programs, 'initdb'), options, { ...user, cwd: folder })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr.toString()}`)
  const settings = ['listen_addresses=', 'fsync=off', `unix_socket_directories=${folder}`, 'max_connections=120'].flatMap((setting) => ['-c', setting])
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...user, cwd: folder, stdio: 'ignore' })
  const ended = once(server, 'exit')
  while (!existsSync(join(folder, '.s.PGSQL.5432.lock')) || !isReady(data)) {
    if (server.exitCode !== null) throw new Error('The PostgreSQL server of the test did not start')
    await sleep(20)
  }
  return {
    url: `socket:${folder}?db=postgres&user=golden`,
    stop: async () => {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The last line of the server's own note about itself says so. */
function isReady(data: string): boolean {
  const note = join(data, 'postmaster.pid')
  return existsSync(note) && /ready\s*$/.test(readFileSync(note, 'utf8'))
}

/** PostgreSQL refuses to run as root. */
function userForPostgres(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const fields = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody')
  if (fields === undefined) throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody')
  return { uid: Number(fields[2]), gid: Number(fields[3]) }
}
