const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'its disk is full',
  EDQUOT: 'this account has used up its share of the disk',
  EROFS: 'its disk can only be read',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  ENOTDIR: 'a part of its path is a file',
  EIO: 'its disk does not work',
}

/** A file could not be kept, for a reason that lies in the folder; its message is for whoever runs the product, and nobody else. */
export class StoreCannotWrite extends Error {
  readonly folder: string
  /** For whoever uses the site: where its files lie is nobody's business. */
  readonly plainly: string

  constructor(folder: string, reason: string, cause: unknown) {
    super(`Files cannot be kept in ${folder}: ${reason}. Make room there, or give this account the right to write in it, and try again.`, { cause })
    this.folder = folder
    this.plainly = `The folder in which this site keeps its files takes nothing: ${reason}. Nothing was saved. Whoever runs the site must see to it; then try again.`
  }
}

/** The error as it is to be thrown when writing into the folder failed: a defect stays what it was. */
export function writingFailed(error: unknown, folder: string): unknown {
  const reason = reasons[codeOf(error) ?? '']
  return reason === undefined ? error : new StoreCannotWrite(folder, reason, error)
}

/** A file is there, and what is in it is not what was put there, or it cannot be read. */
export class DamagedFile extends Error {
  constructor(checksum: string) {
    super(`The file ${checksum} is damaged: what is in it is not what was put there. Restore it from a backup.`)
  }
}

const unreadable: readonly (string | undefined)[] = ['EIO', 'EISDIR', 'EACCES', 'EPERM']

/** The error as it is to be thrown when reading the file failed. */
export function readingFailed(error: unknown, checksum: string): unknown {
  return unreadable.includes(codeOf(error)) ? new DamagedFile(checksum) : error
}

/** The system's name of what went wrong: `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
