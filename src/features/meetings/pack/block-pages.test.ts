import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '#platform/documents/blocks.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { buildPack } from './build-pack.ts'
import type { PackPaper } from './pack-content.ts'
import { reportBlocks } from './report-blocks.ts'
import { blocksOf, built, frame, packWith, report } from './testing.ts'

const kinds = [
  (name: string) => `## Heading ${name} here`,
  (name: string) => `Paragraph ${name} here. ${'It goes on. '.repeat(60)}`,
  (name: string) => `- List ${name} here\n${'- another point\n'.repeat(7)}`,
  (name: string) => `Table: Table ${name} here\n\n| a | b |\n|---|--:|\n${'| row | 1 |\n'.repeat(8)}`,
  (name: string) => `> Quote ${name} here. ${'It goes on. '.repeat(30)}`,
  (name: string) => `> Note: Remark ${name} here. ${'It goes on. '.repeat(10)}`,
]

/** Each block begins with a name of its own. */
function text(paper: string): string {
  return Array.from({ length: 90 }, (_, index) => kinds[(index * 7 + Math.floor(index / 5)) % kinds.length]?.(`${paper}${index}x`)).join('\n\n')
}

const papers: readonly PackPaper[] = [report('first', 'First', text('a')), { kind: 'appendix', id: 'second', title: 'Second', blocks: blocksOf(text('b'), false) }]

test('the page of each block is the page on which the reader of the file finds it', async () => {
  const { pack: set, pdf } = await built(buildPack(packWith(papers), new Map(), typeset))
  assert.ok(set.lastPage > 8)
  for (const [id, blocks] of [['first', reportBlocks(frame, blocksOf(text('a')))], ['second', blocksOf(text('b'), false)]] as const) {
    const pages = set.blockPages.get(id) ?? []
    assert.equal(pages.length, blocks.length)
    const named = blocks.flatMap((block, index) => nameOf(block).map((name) => ({ name, page: pages[index] })))
    assert.equal(named.length, 90)
    for (const { name, page } of named) {
      const sheet = pdf.texts.findIndex((words) => words.includes(name))
      assert.equal(String(page), pdf.labels[sheet], `${name} of ${id}`)
    }
  }
})

function nameOf(block: Block): string[] {
  return /[ab]\d+x/.exec(JSON.stringify(block))?.slice(0, 1) ?? []
}
