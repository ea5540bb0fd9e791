import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from './blocks.ts'
import { blocksToHtml } from './blocks-to-html.ts'
import { contentsOf } from './contents.ts'
import { readMarkdown } from './read-markdown.ts'

function read(text: string): readonly Block[] {
  const blocks = readMarkdown(text, { file: 'report.md', numbered: true, figures: new Map() })
  assert.ok(blocks.ok)
  return blocks.value
}

const report = read('## The budget\n\nWords.\n\n### Risks & *chances*\n\nWords.\n\n## The budget\n\n## The budget 2\n\n## 预算 für Größe\n\n## …')

test('the contents name every heading with its words, its level and its id', () => {
  assert.deepEqual(contentsOf(report).slice(0, 2), [
    { id: 'section-the-budget', text: 'The budget', level: 2 },
    { id: 'section-risks-chances', text: 'Risks & chances', level: 3 },
  ])
})

test('no two headings of a document have the same id, whatever they are called', () => {
  const ids = contentsOf(report).map((entry) => entry.id)
  assert.deepEqual(ids, [
    'section-the-budget',
    'section-risks-chances',
    'section-the-budget-2',
    'section-the-budget-2-2',
    'section-预算-für-größe',
    'section-untitled',
  ])
})

test('each entry leads to the heading of the page that is written with the same prefix', () => {
  const idPrefix = 'appendix-1-'
  const written = String(blocksToHtml(report, { headingLevel: 3, fileAddress: () => '', idPrefix }))
  const headings = Array.from(written.matchAll(/<h[3-6] [^>]*id="([^"]*)"/g), (match) => match[1])
  assert.deepEqual(
    headings,
    contentsOf(report, { idPrefix }).map((entry) => entry.id),
  )
})

test('a long heading gives an address of sixty signs at most, cut between words', () => {
  const long = read('## What the independent chair of the safeguarding partnership said about the year')
  assert.deepEqual(contentsOf(long)[0]?.id, 'section-what-the-independent-chair-of-the-safeguarding-partnership')
})
