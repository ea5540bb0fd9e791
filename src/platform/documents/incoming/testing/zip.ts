import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a zip archive, which may lie about itself. */
export interface TestEntry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly isDeflated?: boolean
  readonly isEncrypted?: boolean
  /** What the archive says the entry's unpacked size is, where it is not so. */
  readonly saidSize?: number
}

/** A zip archive for tests, hostile ones included. */
export function zip(entries: readonly TestEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = entry.isDeflated === true ? deflateRawSync(content) : content
    const name = Buffer.from(entry.name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x800 + (entry.isEncrypted === true ? 1 : 0), 2)
    facts.writeUInt16LE(entry.isDeflated === true ? 8 : 0, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(entry.saidSize ?? content.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    locals.push(Buffer.from('PK\u0003\u0004'), facts, name, packed)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, tail, name)
    offset += 30 + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}
