import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { archiveLimits } from './archive-limits.ts'

/** A zip archive whose list of contents was checked. Nothing of it is unpacked yet. */
export class Archive {
  readonly #bytes: Buffer
  readonly names: ReadonlySet<string>

  constructor(bytes: Buffer, names: ReadonlySet<string>) {
    this.#bytes = bytes
    this.names = names
  }

  /**
   * The entries of these names, unpacked. An entry that holds more than the archive's list says is refused while it is unpacked, so that no more
   * than the limits ever stands in memory; so is one of more than `most` bytes.
   */
  async unpack(isWanted: (name: string) => boolean, most: number = archiveLimits.entry): Promise<Outcome<Map<string, Buffer>>> {
    const unpacked = new Map<string, Buffer>()
    try {
      const zip = await open(this.#bytes)
      for await (const entry of zip.eachEntry()) {
        if (!isWanted(entry.fileName)) continue
        if (entry.uncompressedSize > most) return tooLarge
        unpacked.set(entry.fileName, await unpackEntry(zip, entry))
      }
    } catch {
      return damaged
    }
    return ok(unpacked)
  }
}

const damaged = refuse('invalid', 'The file is damaged. Open it in the program that made it, save it again and choose it again.')
const tooLarge = refuse('invalid', 'The file unpacks to much more than any document would hold, and may be made to do harm. It was not opened.')
const tooMany = refuse('invalid', `The file is an archive of more than ${archiveLimits.entries} files, which no document is. It was not opened.`)
const misplaced = refuse('invalid', 'The file is an archive with names that no document has, and may be made to do harm. It was not opened.')
const locked = refuse('invalid', 'The file has a password. Take the password off in the program that made it, save it again and choose it again.')

/** Checks the list of contents of a zip archive before anything is unpacked: how many, how large, how tightly packed, which names, no password. */
export async function readArchive(bytes: Uint8Array): Promise<Outcome<Archive>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = new Set<string>()
  let unpacked = 0
  try {
    const zip = await open(buffer)
    if (zip.entryCount > archiveLimits.entries) return tooMany
    for await (const entry of zip.eachEntry()) {
      if (names.has(entry.fileName)) return misplaced
      if (entry.isEncrypted()) return locked
      names.add(entry.fileName)
      unpacked += entry.uncompressedSize
      if (isTooLarge(entry) || unpacked > archiveLimits.unpacked) return tooLarge
      if (names.size > archiveLimits.entries) return tooMany
    }
  } catch (error) {
    return error instanceof Error && /^(absolute path|invalid relative path|invalid characters)/.test(error.message) ? misplaced : damaged
  }
  return ok(new Archive(buffer, names))
}

async function open(buffer: Buffer): Promise<ZipFile> {
  return fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true })
}

function isTooLarge({ uncompressedSize, compressedSize }: Entry): boolean {
  if (uncompressedSize > archiveLimits.entry) return true
  return uncompressedSize > archiveLimits.smallEntry && uncompressedSize > compressedSize * archiveLimits.ratio
}

async function unpackEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
