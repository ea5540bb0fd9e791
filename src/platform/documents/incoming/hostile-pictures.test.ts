import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { kindOfFile } from './kind-of-file.ts'
import { drawingOf, pngOf } from './testing/picture-bytes.ts'

const whole = pngOf(20, 20)
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAAFWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRBYEMDqn//2Q==',
  'base64',
)

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const started = performance.now()
  const kind = await kindOfFile(name, bytes)
  assert.ok(performance.now() - started < 1000, `${name} took too long`)
  assert.ok(!kind.ok, `${name} was accepted: ${Buffer.from(bytes).toString('latin1').slice(0, 200)}`)
  assert.ok(kind.refusal.message.startsWith(`${name} cannot be used.`))
  return kind.refusal.message
}

function changed(picture: Buffer, offset: number, value: number): Buffer {
  const bytes = Buffer.from(picture)
  bytes[offset] = value
  return bytes
}

test('a picture that is not whole is refused with what to do', async () => {
  const damaged = [
    ['cut in its points', whole.subarray(0, whole.length - 20)],
    ['without its end', whole.subarray(0, whole.length - 12)],
    ['a byte of its points changed', changed(whole, 45, 0xaa)],
    ['no points', pngOf(20, 20, Buffer.alloc(0))],
    ['no width', pngOf(0, 20)],
    ['no height', pngOf(20, 0)],
    ['a gigabyte of points for one', pngOf(1, 1, deflateSync(Buffer.alloc(50_000_000)))],
  ] as const
  for (const [what, bytes] of damaged) assert.match(await refusal('a.png', bytes), /This picture is damaged: open it in a picture editor and save it again as PNG or JPEG/, what)
  const cut = [jpeg.subarray(0, jpeg.length - 2), jpeg.subarray(0, 200), Buffer.concat([jpeg.subarray(0, 2), jpeg.subarray(-2)])]
  for (const bytes of cut) assert.match(await refusal('a.jpg', bytes), /This picture is damaged/)
  assert.deepEqual([(await kindOfFile('a.png', whole)).ok, (await kindOfFile('a.jpg', jpeg)).ok], [true, true])
})

test('a picture is at most ten thousand points along each side', async () => {
  assert.match(await refusal('a.png', pngOf(10_001, 1)), /It is 10001 by 1 points\. Make it smaller, to 10,000 along each side/)
  assert.equal((await kindOfFile('a.png', pngOf(10_000, 1))).ok, true)
})

test('a drawing is well-formed XML', async () => {
  const malformed = ['<g><rect></g></rect>', '<g>', '</g>', '<rect width=10/>', '<rect onload=alert(1) />', '<x:rect/>', '&nbsp;', '<g x:a="1"/>']
  for (const inside of malformed) assert.match(await refusal('a.svg', drawingOf(inside)), /It is damaged: it is not well-formed XML/, inside)
  assert.match(await refusal('a.svg', Buffer.concat([drawingOf(''), drawingOf('')])), /not well-formed/)
  assert.match(await refusal('a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect')), /not well-formed/)
})

test('what an attribute says is read as the browser reads it', async () => {
  for (const inside of ['<a href="java&#115;cript:alert(1)"/>', '<rect style="fill:u&#114;l(https://example.org/)"/>', '<rect oNcLick="alert(1)"/>']) await refusal('a.svg', drawingOf(inside))
  assert.match(await refusal('a.svg', drawingOf('<?php x?>')), /gives orders to a program/)
})

test('a drawing repeats its parts a little, and never without end', async () => {
  const fine = '<g id="a"><rect/></g><g id="b"><use href="#a"/></g><g id="c"><use href="#b"/></g><use href="#c"/>'
  assert.equal((await kindOfFile('a.svg', drawingOf(fine))).ok, true)
  const doubled = Array.from({ length: 30 }, (_, level) => `<g id="a${level + 1}"><use href="#a${level}"/><use href="#a${level}"/></g>`).join('')
  const broad = ['a', 'b', 'c'].map((id, level) => `<g id="${id}">${`<use href="#${['x', 'a', 'b'][level]}"/>`.repeat(300)}</g>`).join('')
  const costly = [
    '<g id="a"><use href="#a"/></g>',
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    `${fine}<g id="d"><use href="#c"/></g><use href="#d"/>`,
    `<g id="a0"><rect/></g>${doubled}`,
    `<rect id="x"/>${broad}<use href="#c"/>`,
    `<rect id="x"/>${'<use href="#x"/>'.repeat(1001)}`,
    `<g id="a"><use xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink"/></g>`,
  ]
  for (const inside of costly) assert.match(await refusal('a.svg', drawingOf(inside)), /It repeats its parts too often/, inside.slice(0, 100))
})

test('a drawing is neither too deep nor too long', async () => {
  assert.match(await refusal('a.svg', drawingOf(`${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}`)), /nested more than 50 deep/)
  assert.match(await refusal('a.svg', drawingOf('<rect/>'.repeat(20_000))), /more than 20,000 parts/)
  assert.equal((await kindOfFile('a.svg', drawingOf('<rect/>'.repeat(19_000)))).ok, true)
})

test('a drawing has no filters, however they are written', async () => {
  const filtered = [
    '<filter id="a"><feGaussianBlur stdDeviation="100000"/></filter>',
    '<feGaussianBlur stdDeviation="1"/>',
    '<rect filter="blur(100000px)"/>',
    '<rect style="fill:red;filter:blur(100000px)"/>',
    '<style>rect { filter : blur(100000px) }</style>',
    '<style><![CDATA[rect{filter:blur(9px)}]]></style>',
    '<style>rect{/**/filter:blur(9px)}</style>',
    '<style>rect{-webkit-filter:blur(9px)}</style>',
    '<style>rect{filter/**/:blur(9px)}</style>',
  ]
  for (const inside of filtered) assert.match(await refusal('a.svg', drawingOf(inside)), /filter/, inside)
})

test('a picture inside a drawing is whole and no larger than any other', async () => {
  const image = (bytes: Buffer) => drawingOf(`<image href="data:image/png;base64,${bytes.toString('base64')}"/>`)
  assert.equal((await kindOfFile('a.svg', image(whole))).ok, true)
  for (const bytes of [whole.subarray(0, 50), pngOf(10_001, 1), Buffer.from('words')]) assert.match(await refusal('a.svg', image(bytes)), /A picture inside it is damaged or too large/)
})
