/** Points of a picture; a few kilobytes can unpack to a picture that fills the memory of whoever shows it. */
export const mostPixels = 40_000_000

/** How many points a PNG or JPEG picture has, from its head; undefined where it has none. */
export function pixelsOf(kind: 'png' | 'jpeg', bytes: Buffer): number | undefined {
  if (kind === 'jpeg') return pixelsOfJpeg(bytes)
  return bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR' ? undefined : bytes.readUInt32BE(16) * bytes.readUInt32BE(20)
}

/** Steps from segment to segment to the frame's head, which is any of C0 to CF but the three that hold tables. */
function pixelsOfJpeg(bytes: Buffer): number | undefined {
  let offset = 2
  while (offset + 9 < bytes.length) {
    if (bytes[offset] !== 0xff) return undefined
    const marker = bytes[offset + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return bytes.readUInt16BE(offset + 5) * bytes.readUInt16BE(offset + 7)
    // Fill bytes may stand before a marker.
    offset += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(offset + 2)
  }
  return undefined
}
