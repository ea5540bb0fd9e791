import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse, type Outcome } from '#core/outcome.ts'

/** How far the audit went at a moment, and the hash of the row there: kept elsewhere, it proves later that nothing before it was cut or rewritten. */
export interface AuditAnchor {
  readonly number: number
  readonly hash: string
}

/** `1024:9f86d0…`, as `audit verify` and a backup's manifest print it. */
export function writeAnchor(anchor: AuditAnchor): string {
  return `${anchor.number}:${anchor.hash}`
}

export function parseAnchor(text: string): AuditAnchor | undefined {
  const parts = /^(\d{1,15}):([\da-f]{64})$/.exec(text.trim())
  return parts === null ? undefined : { number: Number(parts[1]), hash: parts[2] ?? '' }
}

/**
 * The anchor of the last verification that found nothing wrong; undefined where there was none. Refuses a file that cannot be read as one: taken
 * for absent, it would be a way to hide that the end was cut off.
 */
export async function keptAnchor(dataDir: string): Promise<Outcome<AuditAnchor | undefined>> {
  const file = anchorFile(dataDir)
  try {
    const anchor = parseAnchor(await readFile(file, 'utf8'))
    return anchor === undefined ? unreadable(file, 'it holds no anchor') : ok(anchor)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? ok(undefined) : unreadable(file, message)
  }
}

function unreadable(file: string, reason: string): Outcome<never> {
  const why = `The anchor of the last check, in the file ${file}, cannot be read (${reason}), so it cannot be told whether the end of the audit was cut off.`
  return refuse('unavailable', `${why} Find out what happened to it; then put the file right, or remove it and give an anchor kept elsewhere with --anchor.`)
}

export async function keepAnchor(dataDir: string, anchor: AuditAnchor): Promise<void> {
  const draft = `${anchorFile(dataDir)}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(`${writeAnchor(anchor)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, anchorFile(dataDir))
}

export function anchorFile(dataDir: string): string {
  return join(dataDir, 'audit-anchor')
}
