import { createHash } from 'node:crypto'
import type { TextDigest } from '../tables.ts'

/** One word for the text of all parts, which a form carries so that an officer clears what was read. */
export function textStamp(digest: TextDigest): string {
  const entries = Object.entries(digest).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 32)
}
