import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText, type Block } from './blocks.ts'
import { readMarkdown } from './read-markdown.ts'

function read(text: string, numbered = true): readonly Block[] {
  const outcome = readMarkdown(text, { file: 'report.md', numbered })
  assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusal))
  return outcome.value
}

/** The words of a text of one paragraph. */
function words(text: string): string {
  const [block] = read(text)
  assert.ok(block?.kind === 'paragraph')
  return plainText(block.content)
}

function faults(text: string, firstLine = 1): string[] {
  const outcome = readMarkdown(text, { file: 'report.md', numbered: true, firstLine })
  assert.ok(!outcome.ok, 'the text was accepted')
  return outcome.refusal.faults.map((fault) => `${fault.row ?? '-'}: ${fault.message}`)
}

test('paragraphs at the outer level are numbered over the whole report, and what stands in lists and quotes is not', () => {
  const blocks = read('## One\n\nFirst.\n\n- in a list\n\n> in a quote\n\n## Two\n\nSecond.')
  assert.deepEqual(
    blocks.map((block) => (block.kind === 'paragraph' ? block.number : block.kind)),
    ['heading', 1, 'list', 'quote', 'heading', 2],
  )
})

test('paragraphs of an appendix have no number', () => {
  assert.deepEqual(read('Words.', false), [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Words.' }] }])
})

test('words keep their marks, and a line that runs on becomes a space', () => {
  assert.deepEqual(read('a **b *c*** `d`\ne [f](https://example.org)\\\ng')[0], {
    kind: 'paragraph',
    number: 1,
    content: [
      { kind: 'text', text: 'a ' },
      { kind: 'strong', content: [{ kind: 'text', text: 'b ' }, { kind: 'emphasis', content: [{ kind: 'text', text: 'c' }] }] },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'd' },
      { kind: 'text', text: ' e ' },
      { kind: 'link', address: 'https://example.org', content: [{ kind: 'text', text: 'f' }] },
      { kind: 'line-break' },
      { kind: 'text', text: 'g' },
    ],
  })
})

test('the line "Table: …" above a table becomes its caption and no numbered paragraph', () => {
  const [table, after] = read('Table: Budget by service, £000\n| Service | Budget |\n|---|--:|\n| Transport | 12 |\n\nAfter.')
  assert.ok(table?.kind === 'table')
  assert.equal(plainText(table.caption), 'Budget by service, £000')
  assert.deepEqual(
    table.columns.map((column) => [plainText(column.heading), column.align]),
    [
      ['Service', 'start'],
      ['Budget', 'end'],
    ],
  )
  assert.deepEqual(table.rows.map((row) => row.map((cell) => plainText(cell))), [['Transport', '12']])
  assert.ok(after?.kind === 'paragraph' && after.number === 1)
})

test('an image alone on its line is a figure, by the checksum of the file beside the text', () => {
  const file = { checksum: 'abc', mediaType: 'image/png' }
  const outcome = readMarkdown('![What it shows](chart.png "Its caption")', { file: 'report.md', numbered: true, figures: new Map([['chart.png', file]]) })
  assert.deepEqual(outcome, { ok: true, value: [{ kind: 'figure', file, alternative: 'What it shows', caption: [{ kind: 'text', text: 'Its caption' }] }] })
})

test('a quote that begins with "Note:" is a note', () => {
  assert.deepEqual(read('> Note: counted once.'), [{ kind: 'note', blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Note: counted once.' }] }] }])
})

test('every fault is told with its line in the file, and nothing is loaded', () => {
  const text = [
    '# Title',
    '#### Skipped',
    '<script>alert(1)</script>',
    '',
    'Inline <b>mark</b> and ![picture](x.png).',
    '',
    '| a | b |\n|---|---|\n| 1 |',
    '',
    'Table: without a table',
    '',
    '![](x.png)',
    '',
    '[words](javascript:alert(1))',
    '',
    '---',
  ].join('\n')
  assert.deepEqual(
    faults(text, 11).map((line) => line.split(':')[0]),
    ['11', '12', '13', '15', '15', '15', '17', '21', '23', '25', '27'],
  )
})

test('a row with another number of cells than the table has columns is refused', () => {
  assert.match(faults('Table: T\n\n| a | b |\n|---|---|\n| 1 |')[0] ?? '', /^5: This row has 1 cells and the table has 2 columns/)
})

test('a heading inside a quote, a code block and a reference link are refused', () => {
  assert.match(faults('> ## Head')[0] ?? '', /heading has no place/)
  assert.match(faults('```\ncode\n```')[0] ?? '', /no code blocks/)
  assert.match(faults('[a][b]\n\n[b]: https://example.org')[0] ?? '', /Write the address/)
})

test('a footnote stands where it is referred to, numbered in the order of the text whatever its mark is', () => {
  const text = { kind: 'text', text: 'Words' }
  const [paragraph] = read('Words[^later]\n\n[^later]: The *note*.')
  const content = [{ kind: 'text', text: 'The ' }, { kind: 'emphasis', content: [{ kind: 'text', text: 'note' }] }, { kind: 'text', text: '.' }]
  assert.deepEqual(paragraph, { kind: 'paragraph', number: 1, content: [text, { kind: 'footnote', number: 1, content }] })
})

test('footnotes are not counted as paragraphs, and are left out of plain text', () => {
  const blocks = read('One[^a].\n\n[^a]: Note.\n\nTwo.')
  assert.deepEqual(blocks.map((block) => block.kind === 'paragraph' && [block.number, plainText(block.content)]), [[1, 'One.'], [2, 'Two.']])
})

test('a mark without a footnote, a footnote without a mark, and those inside, twice or longer than a paragraph are refused with their lines', () => {
  assert.match(faults('Words[^1].').join(), /^1: There is no footnote for this mark/)
  assert.match(faults('Words.\n\n[^1]: Note.').join(), /^3: Nothing refers to this footnote/)
  assert.match(faults('A[^1] B[^1]\n\n[^1]: Note.').join(), /^1: This footnote is referred to already/)
  assert.match(faults('A[^1]\n\n[^1]: Note.\n\n[^1]: Other.').join(), /^5: This footnote is written twice/)
  assert.match(faults('A[^1]\n\n[^1]: Note[^2].\n\n[^2]: Inner.').join(), /no place inside a footnote/)
  assert.match(faults('A[^1]\n\n[^1]: Note.\n\n    Second paragraph.').join(), /one paragraph/)
  assert.match(faults('## A[^1]\n\n[^1]: Note.').join(), /^1: A footnote has no place in a heading/)
  assert.match(faults('Table: T\n\n| a | **b[^1]** |\n|---|---|\n| 1 | 2 |\n\n[^1]: Note.').join(), /^3: A footnote has no place in a heading/)
  assert.match(faults('[A[^1]](https://example.org)\n\n[^1]: Note.').join(), /no place inside a link/)
  assert.match(faults('- A[^1]\n\n  [^1]: Note.').join(), /at the outer level/)
})

test('a mark with a backslash is text', () => {
  assert.equal(words('Words\\[^1] and [\\^2]'), 'Words[^1] and [^2]')
})

test('text that looks like HTML but is escaped stays as it was typed', () => {
  assert.equal(words('\\<script> & &lt;b&gt;'), '<script> & <b>')
})

test('NUL, other control characters and halves of characters become the replacement mark, also when written as references', () => {
  assert.equal(words('a\u0000b\u0007c\uD800d&#0;e'), 'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe')
})

test('right-to-left text, emoji and very long words are kept as they are, and marks that turn other words are left out', () => {
  const typed = `مرحبا \u2067שלום\u2069 abc 👨‍👩‍👧 ${'x'.repeat(10_000)}`
  assert.equal(words(typed), typed)
  assert.equal(words('paid \u202E001\u202C pounds'), 'paid 001 pounds')
})

test('a text that is beyond the limits is refused with the line at which it is, counted by the file', () => {
  const [fault] = faults(`Words.\n\n${'[a]('.repeat(500)}`, 5)
  assert.match(fault ?? '', /^7: This part has more than 200 links/)
})

test('the same text is read once, whatever file it is said to be in and on whatever line', () => {
  const first = read('Words that are read *once*.')
  const again = readMarkdown('Words that are read *once*.', { file: 'other.md', firstLine: 9, numbered: true })
  assert.ok(again.ok && again.value === first)
  const [one] = faults('## A\n\n<b>')
  const [other] = faults('## A\n\n<b>', 11)
  assert.match(`${one} ${other}`, /^3: HTML .* 13: HTML /)
})

test('the same text is read again where its paragraphs are not numbered or its pictures have changed', () => {
  const text = 'Words.\n\n![What it shows](chart.png)'
  const readWith = (checksum: string, numbered: boolean) => {
    const outcome = readMarkdown(text, { file: 'report.md', numbered, figures: new Map([['chart.png', { checksum, mediaType: 'image/png' }]]) })
    assert.ok(outcome.ok)
    return outcome.value.map((block) => (block.kind === 'figure' ? block.file.checksum : block.kind === 'paragraph' && block.number))
  }
  assert.deepEqual([readWith('one', true), readWith('two', true), readWith('two', false)], [[1, 'one'], [1, 'two'], [undefined, 'two']])
})
