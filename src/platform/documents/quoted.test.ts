import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linksIn } from './links.ts'
import { marksIn, type Quoted } from './quoted.ts'
import { readMarkdown } from './read-markdown.ts'

const link = { kind: 'link', address: '/measures/late', content: [{ kind: 'text', text: '5.2%' }] } as const
const part = { kind: 'paragraph', content: [{ kind: 'text', text: 'All figures.' }] } as const
const quoted = new Map<string, Quoted>([
  ['late 2020', { kind: 'words', content: [link], about: 'Late, 2020' }],
  ['figures panel 2020', { kind: 'part', blocks: [part], about: 'Figures, version 1' }],
  ['none 2020', { kind: 'unknown', message: 'No measure is called none.' }],
])
const read = (text: string) => readMarkdown(text, { file: 'The text', numbered: true, quoted })
const blocks = (text: string) => {
  const found = read(text)
  return found.ok ? found.value : assert.fail(JSON.stringify(found.refusal))
}
const faults = (text: string) => {
  const found = read(text)
  return found.ok ? [] : found.refusal.faults.map(({ row, message, found: mark }) => `${row} ${mark}: ${message.split('.')[0]}`)
}

test('a mark within a line is read as what it stands for, in its place, also in strong words and cells', () => {
  assert.deepEqual(blocks('It was [[late  2020]] then.'), [{ kind: 'paragraph', number: 1, content: [{ kind: 'text', text: 'It was ' }, link, { kind: 'text', text: ' then.' }] }])
  assert.equal(linksIn(blocks('**[[late 2020]]**\n\nTable: Late\n\n| A | B |\n| --- | --- |\n| a | [[late 2020]] |\n\n- a\n- [[late 2020]] ')).length, 3)
})

test('a mark of a whole part takes the place of its own paragraph, which no number counts', () => {
  assert.deepEqual(blocks('One.\n\n[[figures panel 2020]]\n\nTwo.').map((block) => ('number' in block ? block.number : block)), [1, part, 2])
  assert.deepEqual(faults('See [[figures panel 2020]].'), ['1 [[figures panel 2020]]: These figures are a part of their own'])
  assert.deepEqual(faults('- [[figures panel 2020]]'), ['1 [[figures panel 2020]]: These figures are a part of their own'])
})

test('a mark of which nothing is known is a fault on its line, and one that is no mark is words', () => {
  assert.deepEqual(faults('One.\n\nThere were [[none 2020]].'), ['3 [[none 2020]]: No measure is called none'])
  assert.deepEqual(blocks('So [[as it is]] said, and \\[[late 2020]] too.'), [{ kind: 'paragraph', number: 1, content: [{ kind: 'text', text: 'So [[as it is]] said, and [[late 2020]] too.' }] }])
  assert.deepEqual(marksIn('[[a b]] \\[[c]] [[a  b]] [[ d ]] [[]] [x]'), ['a b', 'd'])
})

test('a figure stands neither in a heading nor in a link', () => {
  assert.deepEqual(faults('## Now [[late 2020]]'), ['1 [[late 2020]]: A figure that is referred to has no place in a heading'])
  assert.deepEqual(faults('[of [[late 2020]]](https://example.org)'), ['1 [[late 2020]]: A figure that is referred to has no place inside a link'])
})

test('the same text is read again when what its marks stand for has changed', () => {
  const later = new Map<string, Quoted>([['late 2020', { kind: 'words', content: [{ kind: 'text', text: '5.4%' }], about: '' }]])
  const now = readMarkdown('It was [[late 2020]] then.', { file: 'The text', numbered: true, quoted: later })
  assert.match(JSON.stringify(blocks('It was [[late 2020]] then.')), /5\.2%/)
  assert.match(JSON.stringify(now), /5\.4%/)
})
