import { act, type Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Database } from '#platform/database/database.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { allReferences, type FileReferences } from '#platform/files/file-references.ts'

interface Store {
  readonly database: Pick<Database, 'owner'>
  readonly files: ContentStore
}

/** Files that nothing refers to: somebody took them from a paper, or the process was killed between the file and its row. */
interface LeftFiles {
  /** By their checksums, in order. */
  readonly left: readonly string[]
  /** How many files are in use. */
  readonly inUse: number
}

/** The files that were put before this moment and that nothing refers to. `references` are all there are, those to copies included. */
export async function leftFiles({ database, files }: Store, references: readonly FileReferences[], before: Date): Promise<LeftFiles> {
  const old = await files.putBefore(before)
  const inUse = new Set(await database.owner((tx) => allReferences(tx.reader, references)))
  return { left: old.filter((checksum) => !inUse.has(checksum)), inUse: inUse.size }
}

/** In milliseconds: a file is put before its row is written, and nothing takes a day over that. */
const kept = 24 * 60 * 60_000

/**
 * Clears files that nothing has referred to for a day, and those that were never written to their end. Refused where more files are left than are in use: then the
 * folder is likely to be another database's. For housekeeping; writes nothing where nothing is due.
 */
export async function clearLeftFiles(context: Context, files: ContentStore, references: readonly FileReferences[], now: Date): Promise<Outcome<{ cleared: number }>> {
  const until = new Date(now.getTime() - kept)
  const { left, inUse } = await leftFiles({ database: context.database, files }, references, until)
  const halfWritten = await files.clearHalfWritten(until)
  if (left.length === 0) return ok({ cleared: halfWritten })
  const deed = { verb: 'store.clear-files', subject: { kind: 'files', id: `until ${until.toISOString().slice(0, 10)}` }, detail: { cleared: left.length } }
  const recorded = await act(context, deed, async () => (left.length > inUse ? tooMany : ok(undefined)))
  if (!recorded.ok) return recorded
  for (const checksum of left) await files.forget(checksum, until)
  return ok({ cleared: left.length + halfWritten })
}

const tooMany = refuse('conflict', 'More files are left over than are in use: the folder of files may belong to another database, so none was cleared.')
