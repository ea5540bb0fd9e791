import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beyondLimits } from './markdown-limits.ts'
import { readMarkdown } from './read-markdown.ts'

/** The line and the words of what is beyond the limits, "fits" where nothing is. */
function told(text: string): string {
  const [fault] = beyondLimits(text)
  return fault === undefined ? 'fits' : `${fault.row ?? '-'}: ${fault.message}`
}

/** A row of a table with so many columns. */
const row = (columns: number, cell = 'a') => `${`|${cell}`.repeat(columns)}|\n`

const deep = '- '.repeat(10)
const many = (times: number, line: (index: number) => string) => Array.from({ length: times }, (_, index) => line(index)).join('')

test('one paragraph, list or table holds so much and no more, and the fault names the line that is too much', () => {
  const limits: [atLimit: string, beyond: string, fault: RegExp][] = [
    [`${deep}a`, `${deep}- a`, /^1: Lists and quotes stand too deep/],
    [`a\n\n${' '.repeat(40)}a`, `a\n\n${' '.repeat(41)}a`, /^3: Lists and quotes stand too deep/],
    ['a\n'.repeat(2000), 'a\n'.repeat(2001), /^2001: This part has more than 2000 lines/],
    ['[a] '.repeat(200), '[a] '.repeat(201), /^1: This part has more than 200 links/],
    ['[a](b)\n'.repeat(200), '[a](b)\n'.repeat(201), /^201: This part has more than 200 links/],
    ['*a* '.repeat(500), '*a* '.repeat(501), /^1: This part has more than 1000 asterisks/],
    [row(50), row(51), /^1: This table has more than 50 columns/],
    [row(25).repeat(200), row(25).repeat(201), /^201: This table has more than 5000 cells/],
    [`a${'*'.repeat(40)}`, `a${'*'.repeat(41)}`, /^1: The same mark stands more than 40 times/],
  ]
  assert.deepEqual(limits.map(([atLimit]) => told(atLimit)), limits.map(() => 'fits'))
  for (const [, beyond, fault] of limits) assert.match(told(beyond), fault)
})

test('a text holds so many characters, images and footnotes', () => {
  assert.deepEqual([told('a'.repeat(300_000)), told('![a](b)\n\n'.repeat(100)), told('[^a]\n\n'.repeat(1000))], ['fits', 'fits', 'fits'])
  assert.match(told('a'.repeat(300_001)), /^-: The text has 300001 characters/)
  assert.match(told('![a](b)\n\n'.repeat(101)), /^-: There are 101 images/)
  assert.match(told('[^a]\n\n'.repeat(1001)), /^-: There are more than 500 footnotes/)
})

test('what a text has in all is refused at the line where it becomes too much, and what there is most of is named', () => {
  const shapes: [enough: string, tooMuch: string, fault: RegExp][] = [
    ['- a\n\n'.repeat(1700), '- a\n\n'.repeat(2000), /^35\d\d: .* it has 17\d\d list items and quoted lines/],
    ['> a\n\n'.repeat(1100), '> a\n\n'.repeat(1300), /list items and quoted lines/],
    [`${'- '.repeat(9)}a\n`.repeat(370), `${'- '.repeat(9)}a\n`.repeat(420), /list items and quoted lines/],
    [many(160, () => many(9, (depth) => `${'  '.repeat(depth)}- a\n`)), many(190, () => many(9, (depth) => `${'  '.repeat(depth)}- a\n`)), /list items|indented/],
    [`${deep}a\n${'\n'.repeat(4000)}`, `${deep}a\n${'\n'.repeat(6000)}`, /blank lines/],
    [`${row(20)}${row(20, '-')}${row(20).repeat(100)}\n`.repeat(3), `${row(20)}${row(20, '-')}${row(20).repeat(100)}\n`.repeat(5), /table cells/],
    ['A [link](https://example.org/) here.\n\n'.repeat(1400), 'A [link](https://example.org/) here.\n\n'.repeat(1800), /links and brackets/],
    [`${'[a]('.repeat(199)}\n\n`.repeat(14), `${'[a]('.repeat(199)}\n\n`.repeat(20), /links and brackets/],
    ['a\n---\n\n'.repeat(740), 'a\n---\n\n'.repeat(1000), /list items/],
    ['a\n\n'.repeat(3500), 'a\n\n'.repeat(4000), /paragraphs/],
    [`${'a\n'.repeat(1900)}\n`.repeat(4), `${'a\n'.repeat(1900)}\n`.repeat(6), /lines of text/],
    ['\n'.repeat(29_000), '\n'.repeat(30_000), /blank lines/],
    [`${'*a b* '.repeat(300)}\n\n`.repeat(7), `${'*a b* '.repeat(300)}\n\n`.repeat(9), /asterisks and underscores/],
    ['`a` '.repeat(6500), '`a` '.repeat(8000), /marks such as/],
    ['a '.repeat(110_000), 'a '.repeat(140_000), /words/],
  ]
  assert.deepEqual(shapes.map(([enough]) => told(enough)), shapes.map(() => 'fits'))
  for (const [, tooMuch, fault] of shapes) {
    assert.match(told(tooMuch), /^\d+: The text up to here is as much as one paper can hold: it has \d+ .*\. Put the rest into appendices\.$/)
    assert.match(told(tooMuch), fault)
  }
})

test('a long report of 200,000 characters in paragraphs under headings, with lists and tables, is within the limits', () => {
  const paragraph = `${'The panel heard what the service has done about it since the last report. '.repeat(7)}\n\n`
  const part = `## A part\n\n${paragraph.repeat(12)}${'- An item of a list, with the words that it needs\n'.repeat(8)}\nTable: T\n\n${row(5, ' Figure ')}${row(5, '-')}${row(5, ' 12,000 ').repeat(10)}\n`
  const report = part.repeat(Math.ceil(200_000 / part.length))
  assert.equal(told(report), 'fits')
  assert.ok(readMarkdown(report, { file: 'long.md', numbered: true }).ok)
})

test('texts made to be costly are refused before they are parsed', () => {
  const hostile = [
    '>'.repeat(10_000),
    `${'- '.repeat(10_000)}a`,
    `${'- '.repeat(9)}a\n`.repeat(4000),
    '- a\n'.repeat(70_000),
    '> a\n'.repeat(70_000),
    '['.repeat(20_000),
    ']'.repeat(20_000),
    '[a]('.repeat(10_000),
    '[^a]'.repeat(20_000),
    `${'[^a]: '.repeat(5000)}b`,
    '*a _b '.repeat(10_000),
    '![a '.repeat(5000) + ' d](b)'.repeat(5000),
    row(5000) + row(5000, '-'),
    `${row(20)}${row(20, '-')}${row(20).repeat(4000)}`,
    'a|\n-|\n' + 'a\n'.repeat(60_000),
    many(10_000, (depth) => `${' '.repeat(Math.min(depth * 2, 60))}- a\n`),
    many(500, (length) => `${'`'.repeat(length)} a `),
    'a\n=\n'.repeat(30_000),
    '<a>\n\n'.repeat(30_000),
    '[a]: b\n\n'.repeat(30_000),
    ' \n'.repeat(140_000),
  ]
  for (const text of hostile) assert.notEqual(told(text), 'fits', text.slice(0, 20))
})

test('a text ten times as long, of blanks or figures in runs, takes not much more than ten times as long', () => {
  const shapes: readonly ((length: number) => string)[] = [
    (length) => `a${' '.repeat(length)}b`,
    (length) => `a${'\t'.repeat(length)}\nb`,
    (length) => `a${' \n'.repeat(length / 2)}b`,
    (length) => `a &#32;${' '.repeat(length)}\\\nb`,
    (length) => `> ${'1'.repeat(length)}`,
    (length) => '1'.repeat(length),
  ]
  const time = (text: string) => {
    const begun = performance.now()
    readMarkdown(text, { file: 'a.md', numbered: true })
    return performance.now() - begun
  }
  for (const [index, shape] of shapes.entries()) {
    time(shape(1000))
    const [short, long] = [time(shape(20_000)), time(shape(200_000))]
    assert.ok(long < 30 * Math.max(short, 2), `shape ${index}: ${short} ms, then ${long} ms`)
  }
})
