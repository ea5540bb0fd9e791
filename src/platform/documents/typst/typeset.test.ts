import assert from 'node:assert/strict'
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readMarkdown } from '../read-markdown.ts'
import { readPdf, type ReadPdf } from '../testing/read-pdf.ts'
import { blocksTypst } from './blocks-typst.ts'
import { loadCompiler } from './compiler.ts'
import { typeset } from './typeset.ts'
import type { TypesetJob } from './typeset-job.ts'
import type { Order } from './typesetter-process.ts'

const source = `#import "blocks.typ": *
#set document(title: "A report", author: "A council", date: datetime(year: 2023, month: 7, day: 7))
#set page(numbering: "1")
#show: document-style
= A report
#write-blocks(json("data.json"), top: 1)
#context [#metadata(counter(page).get().first()) <mark>]`

/** One red dot. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==', 'base64')

async function set(markdown: string): Promise<ReadPdf> {
  const figures = new Map([['dot.png', { checksum: 'dot', mediaType: 'image/png' }]])
  const blocks = readMarkdown(markdown, { file: 'report.md', numbered: true, figures })
  assert.ok(blocks.ok, blocks.ok ? '' : JSON.stringify(blocks.refusal))
  const files = new Map([blocksTypst, ['files/dot', dot] as const])
  const outcome = await typeset({ source, data: blocks.value, files })
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.message)
  return readPdf(outcome.value.pdf)
}

test('a document is tagged PDF/UA-1 with title, language, author and marks', async () => {
  const outcome = await typeset({ source, data: [], files: new Map([blocksTypst]) })
  assert.ok(outcome.ok)
  assert.deepEqual(outcome.value.marks, [1])
  const { title, language, author, isTagged, accessibilityPart } = await readPdf(outcome.value.pdf)
  assert.deepEqual([title, language, author, isTagged, accessibilityPart], ['A report', 'en-GB', 'A council', true, '1'])
})

test('headings, paragraphs, lists, tables with headers, figures, quotes and links are tagged as what they are', async () => {
  const words = '## Head\n\nWords with a [link](https://example.org/).\n\n- item\n\n1. one\n\n> quoted\n\n> Note: noted\n\n'
  const pdf = await set(`${words}Table: T\n\n| a | b |\n|---|--:|\n| c | 1 |\n\n![A red dot](dot.png "Caption")`)
  const roles = new Set(pdf.roles.flat())
  for (const role of 'H1 H2 P L LI Lbl LBody Table Caption THead TH TBody TR TD Figure BlockQuote Link'.split(' ')) {
    assert.ok(roles.has(role), `${role} is missing`)
  }
  assert.deepEqual(pdf.alternatives, ['A red dot'])
  assert.deepEqual(pdf.links, ['https://example.org/'])
})

test('footnotes are tagged as notes in paragraphs, tables and lists, with the numbers that the page gives them', async () => {
  const places = 'Words[^b].\n\nWords[^a].\n\n- item[^c]\n\nTable: T[^d]\n\n| x | y |\n|---|--:|\n| z[^e] | 1[^f] |'
  const pdf = await set(`${places}\n\n${['a', 'b', 'c', 'd', 'e', 'f'].map((mark) => `[^${mark}]: Note ${mark}.`).join('\n\n')}`)
  assert.equal(pdf.accessibilityPart, '1')
  assert.equal(pdf.roles.flat().filter((role) => role === 'Note').length, 6)
  assert.match((pdf.texts[0] ?? '').replaceAll(/\s+/g, ' '), /1 ?Note b\. 2 ?Note a\. 3 ?Note c\. 4 ?Note d\. 5 ?Note e\. 6 ?Note f\./)
})

test('nothing that was typed becomes code: it is printed as it was typed', async () => {
  const typed = '#import "x.typ": * #read("/etc/passwd") \\] } ) $ x $ @ref <label> // a /* b */ ~ -- = _c_ ` " \' #{ panic() }'
  const pdf = await set(typed.replaceAll(/[\\*_`<[\]]/g, String.raw`\$&`))
  assert.ok(pdf.texts.join('').replaceAll(/\s+/g, ' ').includes(`1. ${typed}`), pdf.texts.join(''))
})

test('a very long word is broken at the edge of the page, and a long table repeats its header', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => `| row ${index} | ${index} |`).join('\n')
  const pdf = await set(`${'x'.repeat(500)}\n\nTable: Long\n\n| Service | Amount |\n|---|--:|\n${rows}`)
  assert.ok(pdf.texts.length > 2)
  for (const text of pdf.texts) assert.match(text, /Service/)
  assert.ok((pdf.texts[0]?.match(/x/g)?.length ?? 0) >= 500)
  assert.ok((pdf.texts[0]?.split('\n') ?? []).every((line) => line.length < 120))
})

test('scripts without a font here are shown as a mark, others are printed, and the file is accessible all the same', async () => {
  const pdf = await set('Bengali বাংলা, Chinese 廣東話, emoji 🎉👨‍👩‍👧, a private character \u{F0000}; Polish żółć, Arabic مرحبا.')
  const text = (pdf.texts[0] ?? '').replaceAll(/[\s\u200E\u200F\u202A-\u202E]+/g, ' ')
  assert.match(text, /Bengali \uFFFD, Chinese \uFFFD, emoji \uFFFD, a private character \uFFFD/)
  assert.match(text, /Polish żółć/)
  assert.equal(pdf.accessibilityPart, '1')
})

test('the same document gives the same bytes', async () => {
  const job = { source, data: [], files: new Map([blocksTypst]) }
  const [one, other] = await Promise.all([typeset(job), typeset(job)])
  assert.ok(one.ok && other.ok)
  assert.equal(Buffer.compare(one.value.pdf, other.value.pdf), 0)
})

test('the compiler reads the files that it is given and no other, and fetches no package', async () => {
  const reads = ['#read("/etc/passwd")', '#read("../../../../etc/passwd")', '#read("/../etc/passwd")', '#include "/etc/passwd"']
  for (const code of [...reads, '#image("/etc/hosts")', '#import "@preview/cetz:0.3.0"', '#import "@local/x:0.1.0"']) {
    const outcome = await typeset({ source: code, data: null, files: new Map() })
    assert.ok(!outcome.ok && outcome.refusal.kind === 'invalid', code)
    assert.match(outcome.refusal.message, /not found|not a directory|access denied|failed to download/i)
  }
})

test('a control character in the record, kept before forms cleaned what they take, stops no document', async () => {
  const outcome = await typeset({ source, data: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Owns\u0001 a\u001B share\u202E' }] }], files: new Map([blocksTypst]) })
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.message)
})

test('a picture that cannot be read is refused with the reason', async () => {
  const data = [{ kind: 'figure', file: { checksum: 'broken', mediaType: 'image/png' }, alternative: 'x', caption: [] }]
  const outcome = await typeset({ source, data, files: new Map([blocksTypst, ['files/broken', Buffer.from('not a picture')] as const]) })
  assert.ok(!outcome.ok && outcome.refusal.kind === 'invalid')
  assert.match(outcome.refusal.message, /decode/)
})

test('a document beyond the limit of time or memory is given up', async () => {
  for (const limits of [
    { seconds: 0.5, megabytes: 10_000 },
    { seconds: 60, megabytes: 20 },
  ]) {
    const outcome = await typeset(endless, undefined, limits)
    assert.ok(!outcome.ok && outcome.refusal.kind === 'unavailable')
  }
})

/** Takes hours. */
const endless: TypesetJob = {
  source: '#for a in range(9999) { for b in range(9999) { for c in range(9999) { let x = a * b } } }',
  data: null,
  files: new Map(),
}

test('a typesetter at work ends by itself when the process that asked is killed', async () => {
  const script = `const { typeset } = await import(${JSON.stringify(new URL('typeset.ts', import.meta.url).href)})
    void typeset({ source: ${JSON.stringify(endless.source)}, data: null, files: new Map() })`
  const asking = spawn(process.execPath, ['--input-type=module', '-e', script])
  const typesetter = await until(() => childOf(asking.pid))
  await until(() => (secondsUsed(typesetter) > 1 ? true : undefined))
  asking.kill('SIGKILL')
  await until(() => (existsSync(`/proc/${typesetter}`) ? undefined : true))
})

test('a typesetter at work ends by itself when its time is up', async () => {
  const worker = fileURLToPath(new URL('typeset.worker.ts', import.meta.url))
  const child = fork(worker, [String(process.pid)], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  child.send({ source: endless.source, files: new Map(), removed: [], seconds: 1, keep: 0 } satisfies Order)
  assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL'])
})

async function until<T>(found: () => T | undefined): Promise<T> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const value = found()
    if (value !== undefined) return value
    await sleep(50)
  }
  assert.fail('It did not happen within twenty seconds')
}

function childOf(pid: number | undefined): string | undefined {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').find((child) => child !== '')
}

/** The processor's seconds that a process has used: a busy one uses more and more. */
function secondsUsed(pid: string): number {
  return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[13]) / 100
}

test('a machine without a typesetter is told so', () => {
  const outcome = loadCompiler([], ['@myriaddreamin/typst-for-another-machine'])
  assert.ok(!outcome.ok && outcome.refusal.kind === 'unavailable')
})
