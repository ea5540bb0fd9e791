import { access, constants, mkdtemp, rmdir, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { faultLine, type Outcome } from '#core/outcome.ts'
import type { Config } from '#platform/config/config.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'

/** What a check found, and what to do where it is wrong. */
export interface Finding {
  readonly what: string
  readonly state: 'right' | 'wrong'
  readonly found: string
  readonly advice?: string
}

const leastNode = 24
const leastFreeBytes = 500_000_000

export function checkNode(): Finding {
  const version = process.versions.node
  if (Number(version.split('.')[0]) >= leastNode) return { what: 'Node', state: 'right', found: version }
  return {
    what: 'Node',
    state: 'wrong',
    found: version,
    advice: `Golden Thread needs Node ${leastNode}: run npm install in its folder, which brings it.`,
  }
}

export function checkSettings(config: Outcome<Config>): Finding {
  if (config.ok)
    return { what: 'settings', state: 'right', found: config.value.production ? 'production' : 'for trying out (NODE_ENV is not production)' }
  return { what: 'settings', state: 'wrong', found: 'cannot be used', advice: config.refusal.faults.map(faultLine).join('\n       ') }
}

export async function checkDataFolder({ dataDir }: Config): Promise<Finding> {
  const what = `data folder ${dataDir}`
  const folder = await stat(dataDir).catch((error: NodeJS.ErrnoException) => error.code)
  if (folder === 'ENOTDIR') return { what, state: 'wrong', found: 'below a file', advice: 'Give a folder as DATA_DIR whose path holds no file.' }
  if (folder === undefined || typeof folder === 'string') return checkPlaceFor(what, dataDir)
  if (!folder.isDirectory()) return { what, state: 'wrong', found: 'a file', advice: 'Give a folder as DATA_DIR.' }
  if (!(await isWritable(dataDir)))
    return { what, state: 'wrong', found: 'cannot be written', advice: 'Give this account the right to write in it, or another DATA_DIR.' }
  if (process.platform !== 'win32' && (folder.mode & 0o077) !== 0) {
    return { what, state: 'wrong', found: 'open to other accounts of this machine', advice: `chmod 700 ${dataDir}` }
  }
  return { what, state: 'right', found: 'there, and private' }
}

/** The folder is made at the first start, so what counts is the nearest one above it that is there. */
async function checkPlaceFor(what: string, dataDir: string): Promise<Finding> {
  if (await takesFolders(await nearestFolder(dataDir))) return { what, state: 'right', found: 'not there yet; the first start makes it' }
  return {
    what,
    state: 'wrong',
    found: 'not there, and cannot be made',
    advice: `Make ${dataDir} and give it to this account, or give another DATA_DIR.`,
  }
}

export async function checkDiskSpace({ dataDir }: Config): Promise<Finding> {
  const what = 'disk space'
  const disk = await statfs(await nearestFolder(dataDir)).catch(() => undefined)
  if (disk === undefined) return { what, state: 'wrong', found: 'unknown', advice: 'The folder above DATA_DIR cannot be looked at.' }
  const free = disk.bavail * disk.bsize
  const found = `${(free / 1_000_000_000).toFixed(1)} GB free`
  return free >= leastFreeBytes
    ? { what, state: 'right', found }
    : { what, state: 'wrong', found, advice: 'Make room: writing stops when the disk is full (nothing saved is lost).' }
}

/** Sets one line, which needs the compiler, its fonts and its worker. */
export async function checkTypesetter(): Promise<Finding> {
  const what = 'typesetter for packs'
  const set = await typeset({ source: '#set document(title: "Check")\nCheck', data: {}, files: new Map() })
  return set.ok ? { what, state: 'right', found: 'works' } : { what, state: 'wrong', found: 'does not work', advice: set.refusal.message }
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function nearestFolder(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() === true || dirname(path) === path ? path : nearestFolder(dirname(path))
}

/** Tried, because rights alone do not tell: the administrator of the machine may write anywhere, and no folder can be made below /proc. */
async function takesFolders(folder: string): Promise<boolean> {
  try {
    await rmdir(await mkdtemp(join(folder, '.golden-thread-')))
    return true
  } catch {
    return false
  }
}
