import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { readMarkdown } from '../read-markdown.ts'
import { readPdfHere } from './pdf/read-pdf-here.ts'
import { readPdf } from './read-pdf.ts'
import { pdfFile, type TestPdf } from './testing/pdf-file.ts'

async function refusal(pdf: TestPdf): Promise<string> {
  const outcome = await readPdfHere(pdfFile(pdf))
  assert.ok(!outcome.ok, 'the file was accepted')
  return outcome.refusal.message
}

/** Lines of Helvetica 12, each so far below the one before. */
function lines(...texts: readonly (readonly [down: number, text: string])[]): string {
  return `BT /F1 12 Tf 72 780 Td ${texts.map(([down, text]) => `0 ${-down} Td (${text}) Tj`).join(' ')} ET`
}

const content = lines([0, 'The budget for roads,'], [14, 'and for bridges.'], [30, '# Head <b> [^1] *x*'])

test('the text of a PDF comes as paragraphs in which everything is text', async () => {
  const outcome = await readPdf(pdfFile({ content, trailer: '/Info << /Title (A report) >>' }))
  const text = 'The budget for roads, and for bridges.\n\n\\# Head \\<b> \\[^1] \\*x\\*\n'
  assert.deepEqual(outcome, { ok: true, value: { pages: 1, title: 'A report', text, hasText: true, isTagged: false, isCut: false, comments: 0 } })
  assert.ok(readMarkdown(text, { file: 'a.pdf', numbered: false }).ok)
})

test('a PDF that says it is tagged is known as tagged', async () => {
  const outcome = await readPdfHere(pdfFile({ content, catalogue: '/MarkInfo << /Marked true >>' }))
  assert.ok(outcome.ok && outcome.value.isTagged)
})

test('a PDF whose pages are only pictures is told to have no text', async () => {
  const outcome = await readPdfHere(pdfFile({ content: '0 0 100 100 re f' }))
  assert.ok(outcome.ok && !outcome.value.hasText && outcome.value.text === '')
})

test('remarks that whoever opens it will see are counted', async () => {
  const note = '<< /Type /Annot /Subtype /Text /Rect [0 0 10 10] /Contents (Not yet) >>'
  const link = '<< /Type /Annot /Subtype /Link /Rect [0 0 10 10] /A << /S /URI /URI (https://example.org) >> >>'
  const outcome = await readPdfHere(pdfFile({ content, page: '/Annots [6 0 R 7 0 R]', objects: [note, link] }))
  assert.ok(outcome.ok && outcome.value.comments === 1)
})

test('a password is refused', async () => {
  const key = 'ab'.repeat(32)
  assert.match(await refusal({ content, trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>` }), /has a password/)
})

test('programs are refused, whether the document, the page or a field runs them', async () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
  assert.match(await refusal({ content, catalogue: `/OpenAction ${script}` }), /JavaScript/)
  assert.match(await refusal({ content, catalogue: `/Names << /JavaScript << /Names [(a) 6 0 R] >> >>`, objects: [script] }), /JavaScript/)
  assert.match(await refusal({ content, page: `/AA << /O ${script} >>` }), /JavaScript/)
  const field = `<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /Rect [0 0 10 10] /AA << /K ${script} >> >>`
  assert.match(await refusal({ content, page: '/Annots [6 0 R]', catalogue: '/AcroForm << /Fields [6 0 R] >>', objects: [field] }), /JavaScript/)
})

test('files hidden inside are refused, whether they belong to the document or to a page', async () => {
  const file = '<< /Type /Filespec /F (budget.xlsx) /EF << /F 7 0 R >> >>'
  const bytes = '<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream'
  assert.match(await refusal({ content, catalogue: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>', objects: [file, bytes] }), /hidden inside/)
  const pin = '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 10 10] /FS 6 0 R >>'
  assert.match(await refusal({ content, page: '/Annots [8 0 R]', objects: [file, bytes, pin] }), /hidden inside/)
})

test('a damaged PDF is refused', async () => {
  const outcome = await readPdf(Buffer.from('%PDF-1.7 and no more'))
  assert.ok(!outcome.ok)
  assert.match(outcome.refusal.message, /is damaged/)
})

test('an action that starts something is refused, in the open, under letters as numbers, or packed with other objects; one that only turns to a page is not', async () => {
  assert.match(await refusal({ content, catalogue: '/OpenAction << /S /Launch /F (calc.exe) >>' }), /starts a program/)
  assert.match(await refusal({ content, catalogue: '/OpenAction << /S /L#61unch /F (calc.exe) >>' }), /starts a program/)
  const packed = deflateSync('7 0 << /S /Launch /F (calc.exe) >>').toString('latin1')
  const stream = (bytes: string) => `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`
  assert.match(await refusal({ content, objects: [stream(packed)] }), /starts a program/)
  assert.match(await refusal({ content, objects: [stream('no such packing')] }), /sealed/)
  assert.ok((await readPdfHere(pdfFile({ content, catalogue: '/OpenAction [3 0 R /Fit]' }))).ok)
})

test('whom the properties of a PDF name is told', async () => {
  const outcome = await readPdfHere(pdfFile({ content, trailer: '/Info << /Author (Aurelia Birchall) >>' }))
  assert.ok(outcome.ok && outcome.value.author === 'Aurelia Birchall')
})
