import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText, type Block } from '../blocks.ts'
import { readMarkdown } from '../read-markdown.ts'
import { readPlainText } from './plain-text.ts'

/** What a reader sees: the paragraphs, a slash where a line ends. */
function shown(text: string): string[] {
  const read = readMarkdown(readPlainText(text).markdown, { file: 'plan.txt', numbered: false, figures: new Map() })
  assert.ok(read.ok, JSON.stringify(read))
  return read.value.map((block: Block) => {
    assert.equal(block.kind, 'paragraph')
    return block.kind === 'paragraph' ? block.content.map((inline) => (inline.kind === 'line-break' ? ' / ' : plainText([inline]))).join('') : ''
  })
}

test('an empty line parts paragraphs and every other line stays a line of its own', () => {
  assert.deepEqual(shown('First line\r\nsecond line\r\n \r\n\r\n  Next paragraph\n'), ['First line / second line', 'Next paragraph'])
})

test('signs that mean something in Markdown are shown as they are', () => {
  const signs = ['# 4 * 5 * 6', '- one', '1. two', '| a | b |', '|---|---|', '> said', '***', '===', '![x](y.png)', '[^1] [^1]: note', '<b>bold</b>', '_low_ **two**', 'a\\*b \\', '`code`', '&amp; &#35;', 'Table: a caption', '    indented', '```']
  for (const sign of signs) assert.deepEqual(shown(sign), [sign.trim()], sign)
  assert.deepEqual(shown(signs.join('\n')), [signs.map((sign) => sign.trim()).join(' / ')])
})

test('a text of any signs comes back as it stood', () => {
  const alphabet = '*_#|-+>=`~[]()!<&;:^\\.1aA" \n\n'
  let seed = 7
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let round = 0; round < 400; round += 1) {
    const text = Array.from({ length: 30 }, () => alphabet.charAt(next(alphabet.length))).join('')
    const wanted = text.split(/\n *\n/).map((block) => block.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '').join(' / ')).filter((block) => block !== '')
    assert.deepEqual(shown(text), wanted, JSON.stringify(text))
  }
})

test('of a text beyond the limit the beginning is read, and it is said', () => {
  for (const long of ['Ten signs\n'.repeat(9000), '*_['.repeat(90_000)]) {
    const read = readPlainText(long)
    assert.equal(read.isCut, true)
    assert.ok(read.markdown.length < 450_000)
  }
  assert.equal(readPlainText('Short.\n').isCut, false)
})
