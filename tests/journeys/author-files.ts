import { test } from 'node:test'
import assert from 'node:assert/strict'
import { hostileFiles } from '#platform/documents/incoming/testing/hostile-files.ts'
import { pdfFile } from '#platform/documents/incoming/testing/pdf-file.ts'
import type { StaffAtWork } from '../site/staff-at-work.ts'
import { handsOf, words, type Answered, type StaffHands } from '../site/staff-hands.ts'
import { reportFromWord, reportWithMacro } from '../site/word-of-an-author.ts'

const locked = '/Encrypt << /Filter /Standard /V 1 /R 2 /O (00000000000000000000000000000000) /U (00000000000000000000000000000000) /P -4 >> /ID [(a)(a)]'
const megabyte = 1024 * 1024

interface Refused {
  readonly name: string
  readonly bytes: () => Uint8Array
  readonly status: number
  readonly says: RegExp
}

const refused: Readonly<Record<string, Refused>> = {
  'a PDF with a password': { name: 'plan.pdf', bytes: () => pdfFile({ trailer: locked }), status: 400, says: /has a password\. Take the password off/ },
  'a Word file with macros': { name: 'plan.docm', bytes: reportWithMacro, status: 400, says: /holds macros, which are programs/ },
  'a Word file that is named as a PDF': { name: 'plan.pdf', bytes: reportFromWord, status: 400, says: /It is a Word document, but its name ends in ".pdf"/ },
  'a zip bomb': { name: 'plan.docx', bytes: () => hostileFiles['flat zip bomb']?.() ?? assert.fail(), status: 400, says: /unpacks to much more than any document/ },
  'a file of 200 MB': { name: 'plan.pdf', bytes: () => Buffer.alloc(200 * megabyte, '%PDF-1.7 '), status: 413, says: /larger than the 50 MB/ },
}

/** The director brings Word and PDF files, has the report cleared and hands it in. */
export function authorsFiles(work: () => Promise<StaffAtWork>): void {
  let hands: Promise<StaffHands> | undefined
  const director = async () => hands ??= handsOf((await work()).site, 'director')

  test('a report written in Word replaces the text: what was not carried is listed, and a picture is put in only with words', async () => {
    const { report } = await work()
    const author = await director()
    const read = await author.upload(`${report}/import`, {}, { name: 'Placements.docx', bytes: reportFromWord() })
    assert.equal(read.status, 303, words(read.text))
    const result = await author.get(read.to)
    for (const left of ['Tracked insertions, kept as text', 'Tracked deletions, left out', 'Merged cells, taken apart', 'A table inside a table, written as words', 'Tables without a title']) {
      assert.ok(words(result.text).includes(left), `the author is told of: ${left}`)
    }
    const decision = { revision: valueOf(result, 'revision'), do: 'put-in', way: 'replace', picture: 'picture-1.png' }
    const silent = await author.post(read.to, { ...decision, 'alternative-1': '' })
    assert.equal(silent.status, 400)
    assert.match(silent.text, /href="#alternative-1">Say what picture 1 shows/)
    const wayless = await author.post(read.to, { ...decision, way: '', 'alternative-1': 'Carers rose from 410 to 432.' })
    assert.equal(wayless.status, 400)
    assert.equal(valueOf(wayless, 'alternative-1'), 'Carers rose from 410 to 432.')
    const put = await author.done(read.to, { ...decision, 'alternative-1': 'Carers rose from 410 to 432.' })
    const editor = await author.get(put)
    const text = /<textarea[^>]* id="markdown"[^>]*>([^<]*)/.exec(editor.text)?.[1] ?? ''
    assert.match(text, /^## Where children live\n\nThe number of carers rose last year\.\n\n### By kind/)
    assert.match(text, /\| 2023 \| 432 \| 101 \|/)
    assert.match(text, /!\[Carers rose from 410 to 432\.\]\(picture-1\.png\)/)
    assert.doesNotMatch(text, /fell/)
    assert.equal((await author.get(read.to)).status, 404, 'an import is put in once')
  })

  test('an appendix that is a PDF stands beside the pack with its text, for readers who cannot use the file', async () => {
    const { report } = await work()
    const author = await director()
    const bytes = pdfFile({ content: 'BT /F1 12 Tf 72 700 Td (The plan for foster care in 2023) Tj ET' })
    const added = await author.upload(`${report}/appendices`, { title: 'Appendix 1: The plan' }, { name: 'plan.pdf', bytes })
    assert.equal(added.status, 303, words(added.text))
    const appendix = await author.get(added.to)
    assert.match(appendix.text, /<textarea[^>]* id="markdown"[^>]*>The plan for foster care in 2023/)
    const [address = ''] = added.to.split('?')
    const file = await author.get(`${address}/file`)
    assert.deepEqual([file.status, file.type], [200, 'application/pdf'])
    assert.match(words((await author.get(`${report}/appendices`)).text), /Appendix 1: The plan/)
  })

  for (const [what, { name, bytes, status, says }] of Object.entries(refused)) {
    test(`${what} is refused in plain words, and what was typed beside it is still there`, async () => {
      const { report } = await work()
      const answer = await (await director()).upload(`${report}/appendices`, { title: 'Appendix 2: Typed & kept', alternative: 'A plan' }, { name, bytes: bytes() })
      assert.equal(answer.status, status)
      assert.match(words(answer.text), says)
      assert.match(answer.text, /<title>Error: /)
      for (const [field, value] of [['title', 'Appendix 2: Typed &amp; kept'], ['alternative', 'A plan']]) assert.equal(valueOf(answer, field ?? ''), value)
      assert.doesNotMatch(words((await (await director()).get(`${report}/appendices`)).text), /Typed & kept/)
    })
  }

  test('a finance partner comments and clears; a change of the text afterwards is shown, and the report is handed in', async () => {
    const { site, report } = await work()
    const author = await director()
    const finance = await handsOf(site, 'finance')
    assert.equal((await finance.get(report)).status, 403, 'whom nobody has asked may not read a draft')
    const officers = (await author.get(`${report}/clearance`)).text
    const partner = /<option value="([^"]+)">Aurelia Birchall/.exec(officers)?.[1] ?? ''
    const empty = await author.post(`${report}/clearance`, { kind: 'finance', 'officer-finance': '' })
    assert.equal(empty.status, 400)
    assert.match(empty.text, /href="#officer-finance"/)
    await author.done(`${report}/clearance`, { kind: 'finance', 'officer-finance': partner })
    assert.match(words((await finance.get('/staff')).text), /wait for your clearance/)
    await finance.done(`${report}/comments`, { part: 'body', quote: 'last year', comment: 'Say which year.' })
    assert.match(words((await author.get(`${report}/comments`)).text), /Aurelia Birchall.*Say which year\./)
    const asked = await finance.get(`${report}/clearance`)
    const [, answer = ''] = /action="([^"]+\/clearance\/[^"]+)"/.exec(asked.text) ?? assert.fail('no form to answer in')
    assert.equal((await finance.post(answer, { stamp: valueOf(asked, 'stamp'), kind: 'finance', 'answer-finance': '' })).status, 400)
    await finance.done(answer, { stamp: valueOf(asked, 'stamp'), kind: 'finance', 'answer-finance': 'cleared', 'note-finance': '' })
    assert.doesNotMatch(words((await author.get(`${report}/clearance`)).text), /changed since/i)
    const editor = await author.get(report)
    const revision = /parts\/body"[^]*?name="revision" value="(\d+)"/.exec(editor.text)?.[1] ?? ''
    await author.done(`${report}/parts/body`, { revision, do: 'save', markdown: '## Where children live\n\nThe number of carers rose in 2022.' })
    assert.match(words((await author.get(`${report}/clearance`)).text), /changed since/i)
    const own = await finance.post(`${report}/parts/body`, { revision, do: 'save', markdown: 'Mine' })
    assert.ok(own.status >= 400, 'who clears a report does not write it')
    assert.match(await author.done(`${report}/hand-in`), /done=handed-in/)
    assert.match(words((await author.get(report)).text), /Handed in/)
  })
}

function valueOf({ text }: Answered, name: string): string {
  const [field] = new RegExp(`<(?:input|textarea)[^>]* name="${name}"[^>]*>`).exec(text) ?? assert.fail(`no field ${name} in ${words(text)}`)
  return / value="([^"]*)"/.exec(field)?.[1] ?? ''
}
