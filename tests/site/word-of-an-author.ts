import { dot } from '#platform/documents/incoming/testing/read-word-here.ts'
import { paragraph, picture, run, table, wordFile } from '#platform/documents/incoming/testing/word-file.ts'

const merged = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('Placements')}</w:tc>`
const tracked = '<w:del w:id="1" w:author="Somebody"><w:r><w:delText>fell</w:delText></w:r></w:del><w:ins w:id="2" w:author="Somebody"><w:r><w:t>rose</w:t></w:r></w:ins>'

/** A report as authors send them: headings, tracked changes, a table with merged cells, a table in a table, and a chart that nobody has described. */
export function reportFromWord(): Buffer {
  const body = [
    paragraph('Placements of children', 'Title'),
    paragraph('Where children live', 'Heading1'),
    `<w:p>${run('The number of carers ')}${tracked}${run(' last year.')}</w:p>`,
    paragraph('By kind', 'Heading2'),
    table([['Year', merged], ['2022', '410', '96'], ['2023', '432', '101']]),
    table([['Outer', `${table([['Inner', 'x'], ['y', 'z']])}${paragraph('')}`], ['a', 'b']]),
    `<w:p>${picture('chart.png', '')}</w:p>`,
  ].join('')
  return wordFile({ body, pictures: [['chart.png', dot]] })
}

/** The same with a macro in it. */
export function reportWithMacro(): Buffer {
  return wordFile({ body: paragraph('Run me'), mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' })
}
