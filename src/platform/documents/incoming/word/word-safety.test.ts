import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText } from '../../blocks.ts'
import { blocksOf, dot, lossesOf, messageOf, readHere } from '../testing/read-word-here.ts'
import { item, paragraph, picture, run, table, wordFile } from '../testing/word-file.ts'
import { hostileFiles } from '../testing/hostile-files.ts'
import { RandomWord } from '../testing/random-word.ts'
import { wordToReport } from './word-to-report.ts'

test('links to scripts and files, and whatever stands outside the document, are words and are told; nothing is fetched', async () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const outside = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}" TargetMode="External"/>`
  const report = await readHere({
    body: `<w:p><w:hyperlink r:id="bad">${run('click')}</w:hyperlink> <w:hyperlink w:anchor="there">${run('there')}</w:hyperlink></w:p><w:p><w:r><w:drawing><wp:inline><wp:docPr/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="far"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
    relationships: outside('bad', 'hyperlink', 'javascript:alert(1)') + outside('far', 'image', 'file:///etc/passwd') + outside('tpl', 'attachedTemplate', 'https://example.org/x.dotm'),
  })
  assert.equal(report.markdown, 'clickthere\n')
  assert.deepEqual(lossesOf(report), [
    '1 Links to a template or another file',
    '1 Pictures that the file itself does not hold',
    '1 Links to something other than a page of the web or an e-mail address',
    '1 Links to a place in the document itself',
  ])
})

test('no text of a document becomes HTML, structure or a footnote: it reads as it was written', async () => {
  const hostile = [
    '<script>alert(1)</script>', '# Head', '## Head', '- item', '* item', '+ item', '1. item', '1) item', '> quote', '> Note: x', '---', '***', '===', '```', '~~~', '| a | b |', '|---|---|',
    'Table: x', '[a](javascript:alert(1))', '![a](picture-1.png)', '[^1]', '[^1]: x', '[a]: https://example.org', '&lt;b&gt; &amp; &#0;', '<!-- -->', '<https://example.org>', '*a* _b_ **c** `d`', '\\', 'a\\',
    '\\*a\\*', '!', '~x~', '   four', '\u00A0nbsp', ':::', '$x$', 'https://example.org/a_b_c', '&copy;', '[x] task', '<![CDATA[x]]>', '<?x?>', '"quoted" \'single\'', 'a  b', 'ﷺ مرحبا 👨‍👩‍👧',
  ]
  const blocks = blocksOf(await readHere({ body: hostile.map((text) => paragraph(text)).join('') }))
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? plainText(block.content) : block.kind))
  assert.deepEqual(texts, hostile.map((text) => text.replace(/^1[.)] /, '').replaceAll(/[ \t]+/g, ' ').trim()))
})

test('hostile text in headings, lists, tables, captions and alternatives stays text there', async () => {
  const text = '# | <b> [^1] *x* ](y) "z" \\'
  const report = await readHere({
    body: paragraph(text, 'Heading1') + item(text, 2) + paragraph(`Table 1: ${text}`, 'Caption') + table([[text, text], [text, text]]) + `<w:p>${picture('one.png', text)}</w:p>` + paragraph(`Figure 1: ${text}`, 'Caption'),
    pictures: [['one.png', dot]],
  })
  const blocks = JSON.stringify(blocksOf(report))
  assert.equal(blocks.split(JSON.stringify(text).slice(1, -1)).length - 1, 9)
})

test('a document type in the XML, such as a billion laughs, is refused', async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
  const outcome = await wordToReport(wordFile({ body: '', more: [{ name: 'word/settings.xml', content: `${laughs}<x>&b;</x>` }] }))
  assert.match(messageOf(outcome), /defines entities/)
})

test('elements nested thousands deep are refused, not fatal', async () => {
  const depth = 20_000
  const outcome = await wordToReport(wordFile({ body: `${'<w:smartTag>'.repeat(depth)}${paragraph('x')}${'</w:smartTag>'.repeat(depth)}` }))
  assert.ok(!outcome.ok || outcome.value.markdown === 'x\n')
})

test('a document with references to what it does not hold is read without them', async () => {
  const dangling = `<w:p>${picture('gone.png', 'x')}<w:hyperlink r:id="gone" w:anchor="a">${run('words about r:id="gone"')}</w:hyperlink></w:p>`
  const report = await readHere({ body: dangling + `<w:p>${picture('lost.png', '')}</w:p>`, relationships: '<Relationship Id="rId-lost-png" Type="image" Target="media/lost.png"/>' })
  assert.equal(report.markdown, 'words about r:id="gone"\n')
  assert.deepEqual(lossesOf(report), ['2 Pictures that the file itself does not hold', '1 Links to a place in the document itself'])
})

test('hostile archives, other kinds and damage are refused within a second', async () => {
  assert.match(messageOf(await wordToReport(Buffer.from('words'))), /damaged/)
  assert.match(messageOf(await wordToReport(wordFile({ body: '<w:p><w:r></w:p>' }))), /cannot be read/)
  for (const [name, bytes] of Object.entries(hostileFiles)) {
    const file = bytes()
    const started = performance.now()
    assert.equal((await wordToReport(file)).ok, false, name)
    assert.ok(performance.now() - started < 1000, name)
  }
})

test('whatever stands in whatever, the Markdown of a document passes the reader of reports', async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    await readHere(new RandomWord(seed).document()).catch((error: unknown) => assert.fail(`seed ${seed}: ${String(error)}`))
  }
})

test('a mark before a colon, a picture inside bold words and a blank heading cell are what they were', async () => {
  const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  const footnotes = `<w:footnote w:id="2">${paragraph('Note.')}</w:footnote>`
  assert.equal((await readHere({ body: `<w:p>${note}${run(': words')}</w:p>`, footnotes })).markdown, '[^1]\\: words\n\n[^1]: Note.\n')
  const bold = `<w:p>${run('one ', '<w:b/>')}${picture('one.png', 'A dot').replace('<w:r>', '<w:r><w:rPr><w:b/></w:rPr>')}${run(' two', '<w:b/>')}</w:p>`
  assert.equal((await readHere({ body: bold, pictures: [['one.png', dot]] })).markdown, '**one**\n\n![A dot](picture-1.png)\n\n**two**\n')
  assert.match((await readHere({ body: table([['a', '  '], ['b', 'c']]) })).markdown, /\| a \| Column 2 \|/)
})
