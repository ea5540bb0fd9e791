import { crc32 } from 'node:zlib'
import { mostPixels, sizeOf, type PictureSize } from './picture-size.ts'

/** Points along one side. */
const longestSide = 10_000

const saveAgain = 'This picture is damaged: open it in a picture editor and save it again as PNG or JPEG.'

/**
 * What is wrong with a PNG or JPEG picture, with what to do, or undefined where it is whole: its size, the parts of its file, their checksums, and that it
 * goes on to its end. Whether its points can be unpacked only setting it can tell; see `firstUnsettable`.
 */
export function pictureDamage(kind: 'png' | 'jpeg', bytes: Buffer): string | undefined {
  const size = sizeOf(kind, bytes)
  if (size === undefined || size.width === 0 || size.height === 0) return saveAgain
  const pixels = size.width * size.height
  if (pixels > mostPixels) return `It has ${Math.round(pixels / 1_000_000)} million points. Make it smaller, to ${mostPixels / 1_000_000} million at most.`
  if (size.width > longestSide || size.height > longestSide) return `It is ${size.width} by ${size.height} points. Make it smaller, to ${longestSide.toLocaleString('en-GB')} along each side at most.`
  return (kind === 'png' ? isWholePng(bytes, size) : isWholeJpeg(bytes)) ? undefined : saveAgain
}

/** W3C PNG third edition §5: the head first, points in between, the end last, each with its checksum; and no more points packed than its size can hold. */
function isWholePng(bytes: Buffer, { width, height }: PictureSize): boolean {
  const most = 2 * (8 * width + 8) * height + 10_000
  let packed = 0
  let offset = 8
  while (offset + 12 <= bytes.length) {
    const end = offset + 12 + bytes.readUInt32BE(offset)
    if (end > bytes.length || crc32(bytes.subarray(offset + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return false
    const type = bytes.toString('latin1', offset + 4, offset + 8)
    if ((offset === 8) !== (type === 'IHDR')) return false
    if (type === 'IEND') return packed > 0 && packed <= most
    if (type === 'IDAT') packed += end - offset - 12
    offset = end
  }
  return false
}

const scan = 0xda
const endOfPicture = 0xd9

/** ITU-T T.81 annex B: segments with their lengths, at least one scan, and the end. */
function isWholeJpeg(bytes: Buffer): boolean {
  let hasScan = false
  let offset = 2
  while (offset + 2 <= bytes.length && bytes[offset] === 0xff) {
    const marker = bytes[offset + 1] ?? 0
    if (marker === endOfPicture) return hasScan
    // Fill bytes may stand before a marker.
    if (marker === 0xff) offset += 1
    else {
      if (offset + 4 > bytes.length || bytes.readUInt16BE(offset + 2) < 2) return false
      offset += 2 + bytes.readUInt16BE(offset + 2)
      if (marker === scan) offset = endOfScan(bytes, offset)
      hasScan ||= marker === scan
    }
  }
  return false
}

/** The next marker that is neither a zero set free, nor a restart, nor a fill byte. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const follows = bytes[at + 1] ?? 0
    if (follows !== 0 && follows !== 0xff && !(follows >= 0xd0 && follows <= 0xd7)) return at
  }
  return bytes.length
}
