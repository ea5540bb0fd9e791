import { crc32, deflateRawSync } from 'node:zlib'

/** A zip archive of these entries, without compression: what was checked, for libraries that read nothing but archives. */
export function storedZip(entries: ReadonlyMap<string, Uint8Array>): Buffer {
  return zipOf(entries, () => true)
}

/** A zip archive of these entries in their order, compressed but for those that have to be found as they are. */
export function packedZip(entries: ReadonlyMap<string, Uint8Array>, isStored: (name: string) => boolean = () => false): Buffer {
  return zipOf(entries, isStored)
}

function zipOf(entries: ReadonlyMap<string, Uint8Array>, isStored: (name: string) => boolean): Buffer {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, bytes] of entries) {
    const named = Buffer.from(name)
    const kept = isStored(name) ? bytes : deflateRawSync(bytes)
    const facts = entryFacts({ bytes, kept, isStored: isStored(name), nameLength: named.length })
    locals.push(record(0x04034b50, [], facts), named, kept)
    directory.push(record(0x02014b50, [20], facts, offset), named)
    offset += 30 + named.length + kept.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.size, 8)
  end.writeUInt16LE(entries.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

interface EntryFacts {
  readonly bytes: Uint8Array
  /** As they stand in the archive. */
  readonly kept: Uint8Array
  readonly isStored: boolean
  readonly nameLength: number
}

/** What the local and the central record of an entry share: version, UTF-8 names, compression, 1 January 1980, sizes. */
function entryFacts({ bytes, kept, isStored, nameLength }: EntryFacts): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(0x800, 2)
  facts.writeUInt16LE(isStored ? 0 : 8, 4)
  facts.writeUInt16LE(0x21, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(kept.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(nameLength, 22)
  return facts
}

function record(signature: number, madeBy: readonly number[], facts: Buffer, offset?: number): Buffer {
  const head = Buffer.alloc(4 + madeBy.length * 2)
  head.writeUInt32LE(signature, 0)
  for (const [index, version] of madeBy.entries()) head.writeUInt16LE(version, 4 + index * 2)
  if (offset === undefined) return Buffer.concat([head, facts])
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return Buffer.concat([head, facts, tail])
}
