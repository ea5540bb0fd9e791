import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

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

/** The anchor of the last verification that found nothing wrong; undefined where there was none, and where the file is not an anchor. */
export async function keptAnchor(dataDir: string): Promise<AuditAnchor | undefined> {
  try {
    return parseAnchor(await readFile(anchorFile(dataDir), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
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
