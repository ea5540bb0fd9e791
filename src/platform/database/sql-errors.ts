import { refuse } from '#core/outcome.ts'

/** The SQLSTATE of an error from the database: `23505`; undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}

/** Somebody else has written a row with the same key. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === '23505'
}

const restoring = 'Stop Golden Thread, keep a copy of the store as it is, and restore the last backup into a new, empty one.'
const rightLogin = 'Give DATABASE_URL a login that owns its database and may make roles, or one that is a member of golden_owner and golden_staff.'
const troubles: Readonly<Record<string, (message: string) => string>> = {
  XX001: (message) => `The database is damaged: ${message}. ${restoring}`,
  XX002: (message) => `An index of the database is damaged: ${message}. ${restoring}`,
  58030: (message) => `The disk of the database cannot be read or written: ${message}. Check the disk before anything else.`,
  42501: (message) => `The login of the database lacks a right: ${message}. ${rightLogin}`,
}

/**
 * The refusal for an error that the store itself is the cause of, or undefined for any other error: a damaged file, a disk that fails, a
 * login without the rights that it needs. For use where the store is opened; later on such an error is a defect.
 */
export function storeTrouble(error: unknown): ReturnType<typeof refuse> | undefined {
  const trouble = troubles[sqlState(error) ?? '']
  if (trouble !== undefined && error instanceof Error) return refuse('unavailable', trouble(error.message))
  return error instanceof Error && error.cause !== undefined ? storeTrouble(error.cause) : undefined
}
