import { crc32, deflateSync } from 'node:zlib'

/** A part of a PNG, with its checksum. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A grey PNG of this size whose compressed points are those given, or all black, with further chunks before them. */
export function pngOf(width: number, height: number, points: Uint8Array = deflateSync(Buffer.alloc((width + 1) * height)), more: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', head), ...more, pngChunk('IDAT', points), pngChunk('IEND', Buffer.alloc(0))])
}

/** An SVG drawing of 10 by 10 with this inside. */
export function drawingOf(inside: string, attributes = ''): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"${attributes}>${inside}</svg>`)
}
