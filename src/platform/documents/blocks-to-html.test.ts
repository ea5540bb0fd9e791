import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksToHtml } from './blocks-to-html.ts'
import { readMarkdown } from './read-markdown.ts'

const figures = new Map([['chart.png', { checksum: 'abc', mediaType: 'image/png' }]])

function write(text: string, idPrefix?: string): string {
  const blocks = readMarkdown(text, { file: 'report.md', numbered: true, figures })
  assert.ok(blocks.ok)
  const prefix = idPrefix === undefined ? {} : { idPrefix }
  return String(blocksToHtml(blocks.value, { headingLevel: 3, fileAddress: (file) => `/files/${file.checksum}`, ...prefix }))
}

test('a numbered paragraph shows its number as text and can be linked to', () => {
  assert.equal(write('Words.'), '<p class="govuk-body gt-numbered" id="para-1"><span class="gt-numbered__number">1.</span> Words.</p>\n')
})

test('ids of a second document on the page begin with its prefix', () => {
  const text = 'Words.\n\nTable: T\n\n| a | b |\n|---|---|\n| 1 | 2 |'
  assert.deepEqual(Array.from(write(text, 'appendix-1-').matchAll(/id="([^"]*)"/g), (match) => match[1]), ['appendix-1-para-1', 'appendix-1-table-1'])
})

test('headings begin at the level given and never pass the sixth', () => {
  assert.match(write('## A\n\n### B\n\n#### C\n\n##### D\n\n###### E'), /<h3 .*<h4 .*<h5 .*<h6 .*<h6 /s)
})

test('a table has its caption, a scope for each header, numbers to the right, and scrolls in a box named by the caption, which is no landmark', () => {
  const written = write('Table: Budget, £000\n\n| Service | Budget |\n|---|--:|\n| Transport | 12 |\n| | 13 |')
  assert.match(written, /<div class="gt-table-region" role="group" tabindex="0" aria-labelledby="table-1">/)
  assert.match(written, /<caption [^>]*id="table-1">Budget, £000<\/caption>/)
  assert.match(written, /<th scope="col" class="govuk-table__header govuk-table__header--numeric">Budget<\/th>/)
  assert.match(written, /<th scope="row" class="govuk-table__header">Transport<\/th><td class="govuk-table__cell govuk-table__cell--numeric">12<\/td>/)
  assert.match(written, /<td class="govuk-table__cell"><\/td>/)
})

test('a list under a numbered paragraph belongs to it; after a heading nothing does', () => {
  assert.match(write('Words:\n\n- a'), /<div class="gt-continued"><ul /)
  assert.doesNotMatch(write('Words:\n\n## Next\n\n- a'), /gt-continued/)
})

test('a figure has its alternative text and its caption', () => {
  assert.match(write('![What it "shows"](chart.png "Caption")'), /<img src="\/files\/abc" alt="What it &quot;shows&quot;"><figcaption [^>]*>Caption</)
})

test('whatever was typed is text', () => {
  const written = write('\\<script>alert(1)\\</script> " \' & [\\<b>](https://example.org/?a=1&b=2)')
  assert.match(written, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &quot; &#39; &amp; <a class="govuk-link" href="https:\/\/example.org\/\?a=1&amp;b=2">&lt;b&gt;<\/a>/)
})

test('a footnote is linked both ways with its place, and stands at the end under the prefix of its document', () => {
  const written = write('Words[^a] and **more[^b]**.\n\n[^b]: Second, with *marks*.\n\n[^a]: First.', 'x-')
  assert.match(written, /Words<sup class="gt-footnote-reference"><a class="govuk-link" id="x-note-ref-1" href="#x-note-1" role="doc-noteref">/)
  assert.match(written, /<h3 class="govuk-heading-m" id="x-notes">Notes<\/h3>\n<ol class="govuk-list govuk-list--number">\n<li id="x-note-1">First\. <a /)
  assert.match(written, /<li id="x-note-2">Second, with <em>marks<\/em>\. <a class="govuk-link" href="#x-note-ref-2" role="doc-backlink">Back/)
})

test('footnotes in paragraphs, tables, lists and quotes are all listed, and no id stands twice', () => {
  const written = write('Words[^1]\n\nTable: T[^2]\n\n| a | b |\n|---|---|\n| c[^3] | 1[^4] |\n\n- item[^5]\n\n> quoted[^6]\n\n[^1]: A\n\n[^2]: B\n\n[^3]: C\n\n[^4]: D\n\n[^5]: E\n\n[^6]: F')
  const ids = Array.from(written.matchAll(/id="([^"]*)"/g), (match) => match[1])
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(Array.from(written.matchAll(/<li id="note-\d">(\w)/g), (match) => match[1]), ['A', 'B', 'C', 'D', 'E', 'F'])
})

test('a document without footnotes, as snapshots hold them, has no notes', () => {
  assert.doesNotMatch(write('Words.'), /gt-footnotes|Notes/)
})
