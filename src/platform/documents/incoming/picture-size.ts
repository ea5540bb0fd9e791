/** Points of a picture; a few kilobytes can unpack to a picture that fills the memory of whoever shows it. */
export const mostPixels = 40_000_000

/** In points. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** How large a PNG or JPEG picture is, from its head; undefined where it has none. */
export function sizeOf(kind: 'png' | 'jpeg', bytes: Buffer): PictureSize | undefined {
  if (kind === 'jpeg') return sizeOfJpeg(bytes)
  return bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR' ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Steps from segment to segment to the frame's head, which is any of C0 to CF but the three that hold tables. */
function sizeOfJpeg(bytes: Buffer): PictureSize | undefined {
  let offset = 2
  while (offset + 9 < bytes.length) {
    if (bytes[offset] !== 0xff) return undefined
    const marker = bytes[offset + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: bytes.readUInt16BE(offset + 5), width: bytes.readUInt16BE(offset + 7) }
    // Fill bytes may stand before a marker.
    offset += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(offset + 2)
  }
  return undefined
}
