import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOfFile } from './kind-of-file.ts'
import { hostileFiles } from './testing/hostile-files.ts'
import { paragraph, wordFile } from './testing/word-file.ts'
import { zip } from './testing/zip.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==', 'base64')
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAAFWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRBYEMDqn//2Q==',
  'base64',
)
const word = wordFile({ body: paragraph('Words') })
const svg = (inside: string, attributes = '') => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`)

function openDocument(kind: string, ...more: string[]): Buffer {
  return zip([{ name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` }, ...more.map((content) => ({ name: 'META-INF/manifest.xml', content }))])
}

function office(mainType: string): Buffer {
  return zip([{ name: '[Content_Types].xml', content: `<Override ContentType="application/vnd.openxmlformats-officedocument.${mainType}.main+xml"/>` }])
}

function oldOffice(stream: string): Buffer {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(`${stream}\0`, 'utf16le')])
}

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const kind = await kindOfFile(name, bytes)
  assert.ok(!kind.ok, `${name} was accepted`)
  assert.equal(kind.refusal.faults[0]?.file, name)
  return kind.refusal.message
}

test('a file is what its content is', async () => {
  const files: [string, Uint8Array, string][] = [
    ['Report.DOCX', word, 'docx'],
    ['a.xlsx', office('spreadsheetml.sheet'), 'xlsx'],
    ['a.pptx', office('presentationml.presentation'), 'pptx'],
    ['a.ods', openDocument('spreadsheet'), 'ods'],
    ['a.odt', openDocument('text'), 'odt'],
    ['a.pdf', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['a.png', png, 'png'],
    ['photo.jpeg', jpeg, 'jpeg'],
    ['a.svg', svg('<path d="M0 0"/>'), 'svg'],
    ['a.csv', Buffer.from('BMI,Größe\n1,2\n'), 'csv'],
    ['a.md', Buffer.from('\uFEFF## Head'), 'md'],
    ['a.txt', Buffer.from('MZ words'), 'txt'],
  ]
  for (const [name, bytes, kind] of files) assert.deepEqual(await kindOfFile(name, bytes), { ok: true, value: kind }, name)
})

test('a name that says something else than the content is refused, telling both', async () => {
  assert.match(await refusal('a.pdf', word), /It is a Word document, but its name ends in "\.pdf"\. .* name that ends in "\.docx"/)
  assert.match(await refusal('a.docx', Buffer.from('words')), /It is a plain text, but its name ends in "\.docx"/)
  assert.match(await refusal('report', word), /its name has no ending/)
  assert.match(await refusal('a.docx', office('spreadsheetml.sheet')), /It is an Excel workbook, but/)
})

test('macros are refused, by what the archive says or holds', async () => {
  const said = wordFile({ body: '', mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' })
  const held = wordFile({ body: '', more: [{ name: 'word/vbaProject.bin', content: 'x' }] })
  for (const bytes of [said, held]) assert.match(await refusal('a.docx', bytes), /holds macros/)
  assert.match(await refusal('a.docm', said), /holds macros/)
  assert.match(await refusal('a.odt', zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }, { name: 'Basic/Standard/Module1.xml', content: 'x' }])), /holds macros/)
})

test('a password and files from before 2007 are told with what to do', async () => {
  assert.match(await refusal('a.docx', oldOffice('EncryptedPackage')), /has a password.*take the password off/)
  assert.match(await refusal('a.doc', oldOffice('WordDocument')), /used before 2007 \(\.doc\).*save it as a Word document/)
  assert.match(await refusal('a.xls', oldOffice('Workbook')), /\.xlsx/)
  assert.match(await refusal('a.odt', openDocument('text', '<manifest:encryption-data/>')), /has a password/)
})

test('other kinds are refused with what to do', async () => {
  assert.match(await refusal('a.gif', Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000', 'latin1')), /Save it as PNG/)
  assert.match(await refusal('a.zip', zip([{ name: 'a', content: 'x' }])), /Unpack it/)
  assert.match(await refusal('a.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])), /It is a program/)
  assert.match(await refusal('a.txt', Buffer.from('<!DOCTYPE html><p>')), /web page/)
  assert.match(await refusal('a.docx', Buffer.from('{\\rtf1 words}')), /rich text/)
  assert.match(await refusal('a.docx', Buffer.alloc(0)), /empty/)
  assert.match(await refusal('a.pdf', Buffer.alloc(5000)), /not of a kind that can be used/)
})

test('text that is not UTF-8 is told with what it seems to be', async () => {
  assert.match(await refusal('a.csv', Buffer.from('Budget £', 'latin1')), /Windows-1252/)
  assert.match(await refusal('a.txt', Buffer.from('\uFEFFwords', 'utf16le')), /UTF-16/)
})

test('a picture of more points than memory holds is refused by its head', async () => {
  const large = Buffer.from(png)
  large.writeUInt32BE(60_000, 16)
  large.writeUInt32BE(60_000, 20)
  assert.match(await refusal('a.png', large), /3600 million points/)
  assert.match(await refusal('a.png', png.subarray(0, 20)), /picture is damaged/)
})

test('a drawing may refer to its own parts and to nothing else', async () => {
  const safe = svg(`<style>a{fill:url(#b)}</style><use xlink:href="#a"/><image href="data:image/png;base64,${png.toString('base64')}"/>`, ' xmlns:xlink="http://www.w3.org/1999/xlink"')
  assert.equal((await kindOfFile('a.svg', safe)).ok, true)
  const hostile = [
    svg('<script>alert(1)</script>'),
    svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
    svg('<!-- --><script/><!-- -->'),
    svg('<![CDATA[ <!-- ]]><script>alert(1)</script><![CDATA[ --> ]]>'),
    svg('', ' onload="alert(1)"'),
    svg('', " ONLOAD = 'alert(1)'"),
    svg('<a href="javascript:alert(1)"/>'),
    svg('<a href="&#106;avascript:alert(1)"/>'),
    svg('<image href="https://example.org/a.png"/>'),
    svg('<image href="data:image/svg+xml,x"/>'),
    svg('<style>@import "https://example.org/"</style>'),
    svg('<style>a{fill:url(https://example.org/)}</style>'),
    svg('<rect style="fill:url(\'//example.org\')"/>'),
    svg('<foreignObject><p>x</p></foreignObject>'),
    svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
    svg('<rect a="<"/><script a="<">alert(1)</script>'),
    Buffer.from('<!DOCTYPE svg [<!ENTITY a "x">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
    Buffer.from('<?xml version="1.0"?><?xml-stylesheet href="https://example.org/"?><svg/>'),
  ]
  for (const bytes of hostile) assert.equal((await kindOfFile('a.svg', bytes)).ok, false, bytes.toString())
})

test('a hostile archive is refused within a second, whatever it says of itself; one that hides its harm deeper is not unpacked for the answer', async () => {
  const hidden = ['nested zip bomb', 'bomb that lies about its size']
  for (const [name, bytes] of Object.entries(hostileFiles)) {
    const file = bytes()
    const started = performance.now()
    const kind = await kindOfFile('a.docx', file)
    assert.ok(performance.now() - started < 1000, name)
    assert.equal(kind.ok, hidden.includes(name), name)
  }
})

test('a drawing made to be costly is answered within a second', async () => {
  for (const content of ['<a\''.repeat(500_000), '<a '.repeat(500_000), '<a "'.repeat(500_000), ' a='.repeat(500_000), '<style'.repeat(200_000), '<style>'.repeat(200_000), '<x>'.repeat(300_000), 'url( '.repeat(300_000)]) {
    const started = performance.now()
    await kindOfFile('a.svg', svg(content))
    await kindOfFile('a.svg', svg(`<style>${content}</style>`))
    assert.ok(performance.now() - started < 1500, `${content.slice(0, 9)} took ${Math.round(performance.now() - started)} ms`)
  }
})
