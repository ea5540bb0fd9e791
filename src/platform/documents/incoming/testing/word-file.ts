import { zip, type TestEntry } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spaces = [
  `xmlns:w="${main}" xmlns:r="${office}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

/** What a test puts into a Word document; the body is WordprocessingML. */
export interface TestWord {
  readonly body: string
  readonly footnotes?: string
  readonly comments?: string
  readonly header?: string
  readonly coreTitle?: string
  /** Further relationships of the document, as XML. */
  readonly relationships?: string
  readonly mainType?: string
  readonly pictures?: readonly (readonly [string, Uint8Array])[]
  readonly more?: readonly TestEntry[]
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const styleNames = ['Title', 'heading 1', 'heading 2', 'heading 3', 'heading 4', 'caption', 'Quote', 'toc 1', 'List Paragraph', 'footnote text']

/** A real Word document with the usual styles (`Heading2`, `Caption` …) and two lists: number 1 is ordered, number 2 has bullets. */
export function wordFile(word: TestWord): Buffer {
  const pictures = (word.pictures ?? []).map(([name, content]): TestEntry => ({ name: `word/media/${name}`, content }))
  const pictureLinks = (word.pictures ?? []).map(([name]) => `<Relationship Id="${idOf(name)}" Type="${office}/image" Target="media/${name}"/>`).join('')
  const parts: (TestEntry | undefined)[] = [
    { name: '[Content_Types].xml', content: contentTypes(word.mainType ?? `${wordType}.document.main+xml`) },
    { name: '_rels/.rels', content: relationships(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`) },
    { name: 'word/document.xml', content: `${head}<w:document ${spaces}><w:body>${word.body}</w:body></w:document>`, isDeflated: true },
    { name: 'word/_rels/document.xml.rels', content: relationships(`${pictureLinks}${word.relationships ?? ''}`) },
    { name: 'word/styles.xml', content: `${head}<w:styles ${spaces}>${styleNames.map(styleXml).join('')}</w:styles>` },
    { name: 'word/numbering.xml', content: numbering },
    part('word/footnotes.xml', 'footnotes', word.footnotes),
    part('word/comments.xml', 'comments', word.comments),
    part('word/header1.xml', 'hdr', word.header),
    word.coreTitle === undefined ? undefined : { name: 'docProps/core.xml', content: `${head}<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${word.coreTitle}</dc:title></p>` },
  ]
  return zip([...parts.filter((entry) => entry !== undefined), ...pictures, ...(word.more ?? [])])
}

/** A paragraph of one run, in a style. */
export function paragraph(text: string, style?: string): string {
  return `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${run(text)}</w:p>`
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

/** An item of list 1 (ordered) or 2 (bullets) at a level from 0. */
export function item(text: string, list: 1 | 2, level = 0): string {
  return `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`
}

/** A table of rows of cells, each a text or WordprocessingML that begins with `<`. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => (content.startsWith('<w:tc') ? content : `<w:tc>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`)
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A picture that stands among the document's parts under this name. */
export function picture(name: string, alternative: string): string {
  const blip = `<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${idOf(name)}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>`
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${escaped(alternative)}"/>${blip}</wp:inline></w:drawing></w:r>`
}

function idOf(name: string): string {
  return `rId-${name.replaceAll(/\W/g, '-')}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function part(name: string, root: string, content: string | undefined): TestEntry | undefined {
  return content === undefined ? undefined : { name, content: `${head}<w:${root} ${spaces}>${content}</w:${root}>` }
}

function relationships(content: string): string {
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
}

function contentTypes(mainType: string): string {
  const defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>'
  const types = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
  return `${head}<Types ${types}>${defaults}<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`
}

function styleXml(name: string): string {
  const id = name.replaceAll(/(?:^|\s)(\w)/g, (_, letter: string) => letter.toUpperCase())
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
}

const levels = (...formats: string[]) => Array.from({ length: 5 }, (_, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${formats[level] ?? formats[0]}"/></w:lvl>`).join('')
const numbering = `${head}<w:numbering ${spaces}><w:abstractNum w:abstractNumId="1">${levels('decimal', 'decimal', 'lowerLetter')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`
