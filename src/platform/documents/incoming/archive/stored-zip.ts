import { crc32 } from 'node:zlib'

/** A zip archive of these entries, without compression: what was checked, for libraries that read nothing but archives. */
export function storedZip(entries: ReadonlyMap<string, Uint8Array>): Buffer {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, bytes] of entries) {
    const named = Buffer.from(name)
    const facts = entryFacts(bytes, named.length)
    locals.push(record(0x04034b50, [], facts), named, bytes)
    directory.push(record(0x02014b50, [20], facts, offset), named)
    offset += 30 + named.length + bytes.length
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

/** What the local and the central record of an entry share: version, UTF-8 names, no compression, 1 January 1980, sizes. */
function entryFacts(bytes: Uint8Array, nameLength: number): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(0x800, 2)
  facts.writeUInt16LE(0x21, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(bytes.length, 14)
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
