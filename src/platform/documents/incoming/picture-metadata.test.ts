import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import { withoutMetadata } from './picture-metadata.ts'

/** 24 by 16 points, as a camera writes them, and with several scans, as for the web. */
const baseline = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAAFWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRBYEMDqn//2Q==',
  'base64',
)
const progressive = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/2gAMAwEAAhADEAAAActBZfdAf//EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEBAAEFAqqqqv/EABURAQEAAAAAAAAAAAAAAAAAAAAU/9oACAEDAQE/AbFj/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAIAQIBAT8BhQv/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/IV//AP/aAAwDAQACAAMAAAAQxx//xAAVEQEBAAAAAAAAAAAAAAAAAAAAcf/aAAgBAwEBPxC1v//EABURAQEAAAAAAAAAAAAAAAAAAABx/9oACAECAQE/EJS//8QAFhABAQEAAAAAAAAAAAAAAAAAcQAg/9oACAEBAAE/EFKWB//Z',
  'base64',
)
/** 8 by 8 points with a gamma, and two dates as text. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIEAIAAAAb/fWfAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAABmJLR0T///////8JWPfcAAAAB3RJTUUH6gsWAjcuNvzSgwAAAEJJREFUGNOV0FENACAUQtHrZpRnGMM8w2gXy2AXrSD8n8Eo92KlKCGmAbagxz+oZ3gNVQltGZN6wJYBYoLSAADOtQ+WdhADNKuIKQAAACV0RVh0ZGF0ZTpjcmVhdGUAMjAyNi0xMS0yMlQwMjo1NTo0NiswMDowMI/M20UAAAAldEVYdGRhdGU6bW9kaWZ5ADIwMjYtMTEtMjJUMDI6NTU6NDYrMDA6MDD+kWP5AAAAAElFTkSuQmCC',
  'base64',
)

function uint16(value: number): Buffer {
  return Buffer.of(value >> 8, value & 0xff)
}

function segment(marker: number, body: Buffer | string): Buffer {
  const bytes = Buffer.from(body as string, 'latin1')
  return Buffer.concat([Buffer.of(0xff, marker), uint16(bytes.length + 2), bytes])
}

/** EXIF as a telephone writes it, in little-endian order: the maker, which way up, and a place. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(1, 4)
    bytes.writeUInt16LE(value, 8)
    return bytes
  }
  return Buffer.concat([Buffer.from('II\u002a\0\u0008\0\0\0\u0002\0', 'latin1'), entry(0x010f, 2, 0), entry(0x0112, 3, orientation), Buffer.alloc(4), Buffer.from('Camera of Ada, 51.47N')])
}

function inJpeg(picture: Buffer, ...segments: Buffer[]): Buffer {
  return Buffer.concat([picture.subarray(0, 20), ...segments, picture.subarray(20)])
}

function chunk(type: string, data: Buffer | string): Buffer {
  const named = Buffer.concat([Buffer.from(type), Buffer.from(data as string)])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(named.length - 4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function inPng(...chunks: Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])
}

function plain(picture: Buffer): Buffer {
  return Buffer.from(withoutMetadata(picture) ?? assert.fail('the picture is damaged'))
}

test('a JPEG that says nothing but itself comes through byte for byte, with one scan or with several', () => {
  assert.deepEqual(plain(baseline), baseline)
  assert.deepEqual(plain(progressive), progressive)
})

test('place, camera, names and remarks are taken out of a JPEG, and what follows its end', () => {
  const said = [
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(1)])),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Ada</x:xmpmeta>'),
    segment(0xed, 'Photoshop 3.0\0Byline Ada'),
    segment(0xe2, 'MPF\0more pictures'),
    segment(0xe0, 'JFXX\0\u0010a thumbnail'),
    segment(0xfe, 'Ada was here'),
  ]
  assert.deepEqual(plain(Buffer.concat([inJpeg(baseline, ...said), Buffer.from('a film that the telephone took as well')])), baseline)
  assert.deepEqual(plain(inJpeg(progressive, ...said)), progressive)
})

test('colour profile and Adobe’s colour mark of a JPEG stay', () => {
  const kept = inJpeg(baseline, segment(0xe2, 'ICC_PROFILE\0\u0001\u0001a profile'), segment(0xee, 'Adobe\0d\0\0\0\0\u0001'))
  assert.deepEqual(plain(kept), kept)
})

test('a picture that was taken upright stays upright: of its EXIF the orientation alone is kept', () => {
  const turned = plain(inJpeg(baseline, segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(6)]))))
  assert.doesNotMatch(turned.toString('latin1'), /Ada|51\.47/)
  assert.deepEqual(turned, inJpeg(baseline, segment(0xe1, 'Exif\0\0MM\0\u002a\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0')))
  assert.deepEqual(plain(turned), turned)
  assert.match(plain(inPng(chunk('eXIf', exif(8)))).toString('latin1'), /eXIfMM/)
})

test('texts, dates and unknown chunks are taken out of a PNG, and all that it needs to be shown is kept', () => {
  const bare = plain(png)
  for (const type of ['tEXt', 'tIME', '2026-11-22']) assert.ok(!bare.includes(type), type)
  for (const type of ['IHDR', 'gAMA', 'cHRM', 'bKGD', 'IDAT', 'IEND']) assert.ok(bare.includes(type), type)
  const said = inPng(chunk('iTXt', 'Author\0\0\0\0\0Ada'), chunk('zTXt', 'Ada'), chunk('eXIf', exif(1)), chunk('prVt', 'Ada'))
  assert.deepEqual(plain(Buffer.concat([said, Buffer.from('and more')])), bare)
  assert.deepEqual(plain(bare), bare)
})

test('a damaged picture is told as such, and what is no JPEG or PNG is left alone', () => {
  assert.equal(withoutMetadata(baseline.subarray(0, 100)), undefined)
  assert.equal(withoutMetadata(png.subarray(0, 100)), undefined)
  assert.equal(withoutMetadata(Buffer.from('ffd8ff', 'hex')), undefined)
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  assert.equal(withoutMetadata(drawing), drawing)
})

test('no cut or changed byte of a picture makes it fail', () => {
  const whole = inJpeg(progressive, segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(6)])))
  for (const picture of [whole, inPng(chunk('eXIf', exif(8)))]) {
    for (let at = 0; at < picture.length; at += 1) {
      withoutMetadata(picture.subarray(0, at))
      const changed = Buffer.from(picture)
      changed[at] = 0xff
      withoutMetadata(changed)
    }
  }
})
