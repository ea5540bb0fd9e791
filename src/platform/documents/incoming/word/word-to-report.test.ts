import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lossesOf, markdownOf, readHere } from '../testing/read-word-here.ts'
import { item, paragraph, run, table } from '../testing/word-file.ts'

test('headings, paragraphs, marks, lists and links come as Markdown, the title apart', async () => {
  const link = '<w:hyperlink r:id="web"><w:r><w:t>the plan</w:t></w:r></w:hyperlink>'
  const words = `<w:p>${run('Bold ', '<w:b/>')}${run('and', '<w:b/>')}${run(' plain, ')}${run('slanted', '<w:i/>')}${link}</w:p>`
  const report = await readHere({
    body: paragraph('Budget 2026', 'Title') + paragraph('Summary', 'Heading1') + words + item('one', 2) + item('inner', 1, 1) + item('two', 2) + paragraph('Detail', 'Heading2') + paragraph('End.'),
    relationships: '<Relationship Id="web" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/plan" TargetMode="External"/>',
  })
  assert.equal(report.title, 'Budget 2026')
  assert.equal(
    report.markdown,
    '## Summary\n\n**Bold and** plain, *slanted*[the plan](https://example.org/plan)\n\n- one\n  1. inner\n- two\n\n### Detail\n\nEnd.\n',
  )
  assert.deepEqual(report.notCarried, [])
})

test('the title is a first heading above all others, or what the file says of itself', async () => {
  const headed = await readHere({ body: paragraph('Report', 'Heading1') + paragraph('One', 'Heading2') + paragraph('Two', 'Heading2'), coreTitle: 'Other' })
  assert.deepEqual([headed.title, headed.markdown], ['Report', '## One\n\n## Two\n'])
  assert.equal((await readHere({ body: paragraph('Words.'), coreTitle: 'Roads &amp; bridges' })).title, 'Roads & bridges')
  assert.equal((await readHere({ body: paragraph('Words.'), coreTitle: 'Microsoft Word - draft.doc' })).title, undefined)
})

test('headings begin at the second level and skip none, and it is told where that changed them', async () => {
  const report = await readHere({ body: paragraph('A', 'Heading2') + paragraph('B', 'Heading4') + paragraph('C', 'Heading2') + paragraph('D', 'Heading3') })
  assert.equal(report.markdown, '## A\n\n### B\n\n## C\n\n### D\n')
  assert.deepEqual(lossesOf(report), ['1 B: Headings that skipped a level'])
})

test('a table has the caption above or below it, or is given one to be changed', async () => {
  const rows = table([['Service', 'Amount'], ['Roads', '12']])
  const markdown = '| Service | Amount |\n| - | - |\n| Roads | 12 |\n'
  assert.equal(await markdownOf(paragraph('Table 1: Budget', 'Caption') + rows), `Table: Budget\n\n${markdown}`)
  assert.equal(await markdownOf(rows + paragraph('Table 1 – Budget')), `Table: Budget\n\n${markdown}`)
  assert.equal(await markdownOf(table([[`<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('Budget')}</w:tc>`], ['Service', 'Amount'], ['Roads', '12']])), `Table: Budget\n\n${markdown}`)
  const without = await readHere({ body: rows + paragraph('Words.') })
  assert.equal(without.markdown, `Table: Table 1 (give it a title)\n\n${markdown}\nWords.\n`)
  assert.deepEqual(lossesOf(without), ['1 Tables without a title'])
})

test('merged cells are taken apart, tables in tables become words, short rows are filled, and each is told with its table', async () => {
  const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('Amount')}</w:tc>`
  const tall = (value: string) => `<w:tc><w:tcPr><w:vMerge${value}/></w:tcPr>${paragraph('Roads')}</w:tc>`
  const inner = `${table([['a', 'b'], ['c', 'd']])}${paragraph('')}`
  const rows = [['Service', wide], [tall(' w:val="restart"'), '1', '2'], [tall(''), inner], ['x|y', `${paragraph('1')}${paragraph('2')}`]]
  const report = await readHere({ body: paragraph('Table 1: T', 'Caption') + table(rows) })
  assert.equal(report.markdown, 'Table: T\n\n| Service | Amount | Amount |\n| - | - | - |\n| Roads | 1 | 2 |\n| Roads | a, b; c, d | |\n| x\\|y | 1 2 | |\n')
  assert.deepEqual(lossesOf(report), ['1 Table 1: A table inside a table', '1 Table 1: Several paragraphs or a list in one cell of a table', '2 Table 1: Merged cells', '1 Numbers of tables in their titles'])
})

test('a table that claims a million columns, or holds tables a hundred deep, is still a table', async () => {
  const wide = `<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>${paragraph('a')}</w:tc>`
  assert.match(await markdownOf(table([[wide, 'b'], ['c', 'd']])), /Table 1 \(give it a title\)/)
  let deep = paragraph('core')
  for (let depth = 0; depth < 100; depth += 1) deep = table([['x', `${deep}${paragraph('')}`], ['y', 'z']])
  assert.match(await markdownOf(deep), /core/)
})

test('footnotes and endnotes are carried, those in headings and heading rows stand beside them', async () => {
  const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  const report = await readHere({
    body: `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Head')}${mark(3)}</w:p><w:p>${run('Words')}${mark(2)}${run('.')}</w:p>${table([[`<w:p>${run('a')}${mark(4)}</w:p>`, 'b'], ['c', 'd']])}`,
    footnotes: [2, 3, 4].map((id) => `<w:footnote w:id="${id}">${paragraph(`Note ${id} [^9] *x*.`, 'FootnoteText')}</w:footnote>`).join(''),
  })
  assert.match(report.markdown, /^## Head\n\nNote 3 \\\[\^9\] \\\*x\\\*\.\n\nWords\[\^2\]\.\n\n/)
  assert.match(report.markdown, /\| a \(Note 4 \\\[\^9\] \\\*x\\\*\.\) \| b \|/)
  assert.match(report.markdown, /\n\[\^2\]: Note 2 \\\[\^9\] \\\*x\\\*\.\n$/)
})

test('where most paragraphs are numbered, they are paragraphs; a list among paragraphs is a list', async () => {
  const numbered = await readHere({ body: paragraph('A', 'Heading1') + item('one', 1) + item('two', 1) + paragraph('B', 'Heading1') + item('three', 1) + item('sub', 2, 1) + item('four', 1) })
  assert.equal(numbered.markdown, '## A\n\none\n\ntwo\n\n## B\n\nthree\n\n- sub\n\nfour\n')
  assert.deepEqual(lossesOf(numbered), ['4 Numbers of paragraphs'])
  assert.equal(await markdownOf(paragraph('Words:') + item('one', 1) + item('two', 1)), 'Words:\n\n1. one\n2. two\n')
})

test('numbers typed before paragraphs are taken off and told, whatever is bold in them', async () => {
  const report = await readHere({ body: paragraph('1. The Board is asked to note it.') + `<w:p>${run('1.2', '<w:b/>')}${run(' Places rose by 3.5 million.')}</w:p>` + paragraph('2023 was dry.') })
  assert.equal(report.markdown, 'The Board is asked to note it.\n\nPlaces rose by 3.5 million.\n\n2023 was dry.\n')
  assert.deepEqual(lossesOf(report), ['2 Numbers typed before paragraphs'])
})

test('a numbering that runs on under one heading after the other becomes the numbered paragraphs of the report', async () => {
  const body = paragraph('A', 'Heading1') + item('one', 1) + paragraph('Words between.') + item('two', 1) + paragraph('B', 'Heading1') + paragraph('More words.') + item('three', 1) + paragraph('End.')
  const report = await readHere({ body })
  assert.equal(report.markdown, '## A\n\none\n\nWords between.\n\ntwo\n\n## B\n\nMore words.\n\nthree\n\nEnd.\n')
  assert.deepEqual(lossesOf(report), ['3 Numbers of paragraphs'])
})
