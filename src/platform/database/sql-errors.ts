/** The SQLSTATE of an error from the database: `23505`; undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}

/** Somebody else has written a row with the same key. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === '23505'
}
