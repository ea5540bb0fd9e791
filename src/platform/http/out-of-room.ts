import { sqlState } from '#platform/database/sql-errors.ts'

/** PostgreSQL's disk_full, and what the system calls a full disk and a share of it that is used up. */
const noRoom: readonly (string | undefined)[] = ['53100', 'ENOSPC', 'EDQUOT']

/** Whether something could not be written because the disk is full, be it of the database or of the files. */
export function isOutOfRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (noRoom.includes(sqlState(error)) || noRoom.includes(code) || error.message.includes('No space left on device')) return true
  return isOutOfRoom(error.cause)
}

/** What has happened and what has not; for whoever typed something, the page goes on to say where it is. */
export const outOfRoomWords = 'The disk of this site is full, so nothing was saved. What was saved before is safe. Whoever runs the site must make room; then it works again.'
