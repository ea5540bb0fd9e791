import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dot, lossesOf, readHere } from '../testing/read-word-here.ts'
import { item, paragraph, picture, run } from '../testing/word-file.ts'

test('insertions are kept and deletions left out, with counts; comments, boxes, equations, charts and the like are told', async () => {
  const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${paragraph('Boxed')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('Boxed')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
  const report = await readHere({
    body: [
      `<w:p>${run('Kept')}<w:ins w:id="1">${run(' new')}</w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del><w:r>${box}</w:r></w:p>`,
      `<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
      `<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>${run('secret', '<w:vanish/>')}<w:r><w:object><o:OLEObject/></w:object></w:r></w:p>`,
    ].join(''),
    comments: `<w:comment w:id="1">${paragraph('Really?')}</w:comment><w:comment w:id="2">${paragraph('Yes.')}</w:comment>`,
    header: paragraph('DRAFT'),
  })
  assert.equal(report.markdown, 'Kept new\n\nBoxed\n\nstruck2secret\n')
  assert.deepEqual(lossesOf(report), [
    '1 Tracked insertions',
    '1 Tracked deletions',
    '1 Hidden text',
    '1 Text boxes',
    '1 Equations',
    '1 Charts',
    '1 Embedded objects',
    '2 Comments',
    '1 Headers and footers of pages',
    '1 Struck-out words',
    '1 Raised or lowered letters (as in m² or CO₂)',
  ])
})

test('pictures keep the alternative text that somebody wrote and the caption beside them; where there is none it stays to be asked for', async () => {
  const pictures = [['one.png', dot], ['two.emf', Buffer.from('EMF')]] as const
  const alone = (alternative: string) => `<w:p>${picture('one.png', alternative)}</w:p>`
  const described = await readHere({ body: `<w:p>${run('Before ')}${picture('one.png', 'A [red] dot')}${run(' after')}</w:p>${paragraph('Figure 1: "Dot"', 'Caption')}`, pictures })
  assert.equal(described.markdown, 'Before\n\n![A \\[red\\] dot](picture-1.png)\n\nafter\n\nFigure 1: "Dot"\n')
  const [kept] = described.pictures
  assert.deepEqual([kept?.name, kept?.alternative, kept?.mediaType, Buffer.from(kept?.bytes ?? []).equals(dot)], ['picture-1.png', 'A [red] dot', 'image/png', true])
  const captioned = await readHere({ body: alone('') + paragraph('Figure 1: "Dot"', 'Caption'), pictures })
  assert.equal(captioned.markdown, '![](picture-1.png "Figure 1: \\"Dot\\"")\n')
  const above = (name: string) => paragraph(`Figure ${name}`) + alone('Dot')
  assert.equal((await readHere({ body: above('1: One') + above('2: Two') + paragraph('Words.'), pictures })).markdown, '![Dot](picture-1.png "Figure 1: One")\n\n![Dot](picture-1.png "Figure 2: Two")\n\nWords.\n')
  for (const guess of ['A picture containing text\n\nDescription automatically generated', 'image1.png']) assert.equal((await readHere({ body: alone(guess), pictures })).pictures[0]?.alternative, '')
  const lost = await readHere({ body: `<w:p>${picture('two.emf', 'x')}</w:p>`, pictures })
  assert.deepEqual([lost.markdown, lossesOf(lost)], ['', ['1 Pictures of a kind that pages cannot show (such as EMF']])
})

test('lists that were lettered or went on counting, a table of contents and lines in bold that look like headings are told', async () => {
  const contents = `<w:p><w:pPr><w:pStyle w:val="Toc1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Intro 3')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
  const bold = `<w:p>${run('Risks', '<w:b/>')}</w:p>`
  const report = await readHere({ body: contents + bold + paragraph('Words:') + item('one', 1) + item('a', 1, 2) + paragraph('More words:') + item('two', 1) + paragraph('End.') })
  assert.equal(report.markdown, '**Risks**\n\nWords:\n\n1. one\n   1. a\n\nMore words:\n\n1. two\n\nEnd.\n')
  assert.deepEqual(lossesOf(report), [
    '1 Tables of contents',
    '1 Items lettered (a)',
    '1 Numbered lists that went on counting after other text',
    '1 Short paragraphs in bold',
  ])
})
