import { randomBytes } from 'node:crypto'
import { newToken } from '../sessions/token.ts'

/** A key as a program shows it. */
export interface ShownKey {
  /** By which it is recognised in lists and in the audit; it opens nothing. */
  readonly mark: string
  readonly key: string
}

/** A new key: its mark, and 256 bits that nobody can guess. Its beginning tells whoever finds one in the wrong place what it is. */
export function newKey(): ShownKey {
  const mark = randomBytes(4).toString('hex')
  return { mark, key: `gtk_${mark}_${newToken()}` }
}

/** The key in the header `Authorization: Bearer …` (RFC 6750); undefined where there is none of ours. */
export function keyIn(authorization: string | undefined): ShownKey | undefined {
  const found = /^bearer +(gtk_([\da-f]{8})_[\w-]{43}) *$/i.exec(authorization ?? '')
  const [, key, mark] = found ?? []
  return key === undefined || mark === undefined ? undefined : { mark, key }
}
