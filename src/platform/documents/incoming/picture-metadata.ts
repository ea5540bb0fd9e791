import { crc32 } from 'node:zlib'

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex')
const jpegStart = Buffer.from('ffd8', 'hex')

/**
 * A JPEG or PNG picture without what it says besides the picture: place, camera, names, dates, remarks, thumbnails, and whatever follows its end. Not a point of
 * the picture changes; its colour profile and which way up it is stay. All other content is given back as it came; undefined where the picture is
 * damaged, so that what it holds cannot be told.
 *
 * Written here: the libraries that do this encode the picture anew, or touch EXIF alone and leave XMP, IPTC and remarks in. ITU-T T.81 annex B (JPEG),
 * W3C PNG third edition §5 and §11.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (picture.subarray(0, 8).equals(pngStart)) return plainPng(picture)
  if (picture.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return plainJpeg(picture)
  return bytes
}

/** What a PNG needs to be shown as it is meant, animation too; nothing that is not named here goes on. */
const shownChunks: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
)

function plainPng(picture: Buffer): Buffer | undefined {
  const kept: Buffer[] = [pngStart]
  let offset = 8
  while (offset + 12 <= picture.length) {
    const end = offset + 12 + picture.readUInt32BE(offset)
    if (end > picture.length) return undefined
    const type = picture.toString('latin1', offset + 4, offset + 8)
    const turned = type === 'eXIf' ? orientationIn(picture.subarray(offset + 8, end - 4)) : undefined
    if (shownChunks.has(type)) kept.push(picture.subarray(offset, end))
    else if (turned !== undefined) kept.push(chunk('eXIf', onlyOrientation(turned)))
    if (type === 'IEND') return Buffer.concat(kept)
    offset = end
  }
  return undefined
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))])
}

const scan = 0xda
const end = 0xd9

function plainJpeg(picture: Buffer): Buffer | undefined {
  const kept: Buffer[] = [jpegStart]
  let hasScan = false
  let offset = 2
  while (offset + 4 <= picture.length) {
    const marker = picture[offset + 1] ?? 0
    if (picture[offset] !== 0xff) return undefined
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      offset += 1
      continue
    }
    if (marker === end) break
    const next = offset + 2 + picture.readUInt16BE(offset + 2)
    if (next < offset + 4 || next > picture.length) return undefined
    kept.push(plainSegment(marker, picture.subarray(offset, next)))
    offset = marker === scan ? endOfScan(picture, next) : next
    if (marker === scan) kept.push(picture.subarray(next, offset))
    hasScan ||= marker === scan
  }
  // Without an end, as some cameras leave it, all that there is of the picture was kept.
  return hasScan ? Buffer.concat([...kept, Buffer.of(0xff, end)]) : undefined
}

/** Where the compressed points end: at the next marker that is neither a zero set free nor a restart. */
function endOfScan(picture: Buffer, from: number): number {
  for (let at = picture.indexOf(0xff, from); at !== -1 && at + 1 < picture.length; at = picture.indexOf(0xff, at + 1)) {
    const follows = picture[at + 1] ?? 0
    if (follows !== 0 && follows !== 0xff && !(follows >= 0xd0 && follows <= 0xd7)) return at
  }
  return picture.length
}

/** A segment as it goes on; empty where it does not. */
function plainSegment(marker: number, segment: Buffer): Buffer {
  const says = (name: string): boolean => segment.toString('latin1', 4, 4 + name.length) === name
  const isApplication = marker >= 0xe0 && marker <= 0xef
  if (!isApplication) return marker === 0xfe ? nothing : segment
  // Without the thumbnail that may follow, which shows what was cut off the picture.
  if (marker === 0xe0 && says('JFIF\0') && segment.length >= 18) return Buffer.concat([Buffer.from('ffe00010', 'hex'), segment.subarray(4, 16), Buffer.of(0, 0)])
  if ((marker === 0xe2 && says('ICC_PROFILE\0')) || (marker === 0xee && says('Adobe'))) return segment
  const turned = marker === 0xe1 && says('Exif\0\0') ? orientationIn(segment.subarray(10)) : undefined
  return turned === undefined ? nothing : exifSegment(onlyOrientation(turned))
}

const nothing = Buffer.alloc(0)

function exifSegment(exif: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif])
  return Buffer.concat([Buffer.from('ffe1', 'hex'), uint16(body.length + 2), body])
}

const orientationTag = 0x0112

/** Which way up the picture is, 2 to 8 as EXIF counts them; undefined where it is as it should be, or nothing is said. */
function orientationIn(exif: Buffer): number | undefined {
  const isLittle = exif.toString('latin1', 0, 2) === 'II'
  if (exif.length < 14 || (!isLittle && exif.toString('latin1', 0, 2) !== 'MM')) return undefined
  const short = (at: number): number => (at + 2 > exif.length ? 0 : isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at))
  const directory = isLittle ? exif.readUInt32LE(4) : exif.readUInt32BE(4)
  const entries = Math.min(short(directory), 1000)
  const found = Array.from({ length: entries }, (_, index) => directory + 2 + 12 * index).find((entry) => short(entry) === orientationTag)
  const orientation = found === undefined ? 1 : short(found + 8)
  return orientation >= 2 && orientation <= 8 ? orientation : undefined
}

/** EXIF with one directory of one entry. */
function onlyOrientation(orientation: number): Buffer {
  const head = Buffer.concat([Buffer.from('MM\0\u002a', 'latin1'), uint32(8), uint16(1)])
  return Buffer.concat([head, uint16(orientationTag), uint16(3), uint32(1), uint16(orientation), uint16(0), uint32(0)])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
