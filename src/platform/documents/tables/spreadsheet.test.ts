import assert from 'node:assert/strict'
import { test } from 'node:test'
import readSheets from 'read-excel-file/node'
import { date } from '#core/dates.ts'
import { odsFile } from './ods/ods-file.ts'
import type { Spreadsheet } from './spreadsheet.ts'
import { allOf, packageOf, treeOf, wordsOf } from './testing/package-of.ts'
import { xlsxFile } from './xlsx/xlsx-file.ts'

const figures: Spreadsheet = {
  title: 'Figures & more',
  creator: 'Example County',
  createdAt: new Date('2020-07-09T08:00:00Z'),
  sheets: [
    { name: 'Cover', lines: ['Figures & more', 'What <this> is.', { text: 'The page', address: 'https://council.example/a?b=1&c=2' }, { text: 'To the figures', sheet: 'The figures' }] },
    {
      name: 'The figures',
      lines: ['The figures', 'There is one table here.'],
      table: {
        name: 'figures',
        columns: [{ heading: 'Measure', width: 40 }, { heading: 'Figure' }, { heading: 'Day' }],
        rows: [
          ['=1+1', { number: 5, decimals: 1 }, { date: date('2020-03-31') }],
          ['Two\nlines  apart', '[c]', ''],
          ['-3', -3.25, { date: date('2019-12-31') }],
        ],
      },
    },
  ],
}

test('both formats read back: texts as texts, numbers as numbers, days as days', async () => {
  const [, second] = await readSheets(Buffer.from(xlsxFile(figures)))
  assert.deepEqual(second?.data.slice(2), [
    ['Measure', 'Figure', 'Day'],
    ['=1+1', 5, new Date('2020-03-31T00:00:00Z')],
    ['Two\nlines  apart', '[c]', null],
    ['-3', -3.25, new Date('2019-12-31T00:00:00Z')],
  ])
  const content = treeOf((await packageOf(odsFile(figures))).get('content.xml') ?? '')
  const sheet = allOf(content, 'table:table')[1]
  assert.ok(sheet !== undefined)
  const rows = allOf(sheet, 'table:table-row').map((row) => row.children.map((cell) => [cell.of['office:value-type'], cell.of['office:value'] ?? cell.of['office:date-value'] ?? allOf(cell, 'text:p').map(wordsOf).join('\n')]))
  assert.deepEqual(rows.slice(3), [
    [['string', '=1+1'], ['float', '5'], ['date', '2020-03-31']],
    [['string', 'Two\nlinesapart'], ['string', '[c]'], [undefined, '']],
    [['string', '-3'], ['float', '-3.25'], ['date', '2019-12-31']],
  ])
  assert.equal(allOf(sheet, 'text:s')[0]?.of['text:c'], '2')
})

test('the table of a sheet is a table of the program: its range, its headings once, without merged cells', async () => {
  const parts = await packageOf(xlsxFile(figures))
  const table = treeOf(parts.get('xl/tables/table1.xml') ?? '')
  assert.equal(allOf(table, 'table')[0]?.of['ref'], 'A3:C6')
  assert.deepEqual(allOf(table, 'tableColumn').map(({ of }) => of['name']), ['Measure', 'Figure', 'Day'])
  assert.match(parts.get('xl/worksheets/_rels/sheet2.xml.rels') ?? '', /Id="rId1" Type="[^"]*\/table" Target="\.\.\/tables\/table1\.xml"/)
  const sheet = parts.get('xl/worksheets/sheet2.xml') ?? ''
  assert.match(sheet, /<tablePart r:id="rId1"\/>/)
  assert.match(sheet, /ySplit="3" topLeftCell="A4"/)
  assert.doesNotMatch(sheet, /mergeCell/)
  const ods = await packageOf(odsFile(figures))
  const content = treeOf(ods.get('content.xml') ?? '')
  assert.deepEqual(allOf(content, 'table:database-range').map(({ of }) => [of['table:target-range-address'], of['table:contains-header']]), [["'The figures'.A3:'The figures'.C6", 'true']])
  assert.equal(allOf(content, 'table:table-header-rows').length, 1)
  assert.match(ods.get('settings.xml') ?? '', /config:name="The figures"><config:config-item config:name="VerticalSplitMode" config:type="short">2<.*VerticalSplitPosition" config:type="int">3</)
})

test('every part is well formed, named by the list of contents, and every relationship leads to a part', async () => {
  const parts = await packageOf(xlsxFile(figures))
  for (const xml of parts.values()) assert.doesNotThrow(() => treeOf(xml))
  const named = allOf(treeOf(parts.get('[Content_Types].xml') ?? ''), 'Override').map(({ of }) => of['PartName']?.slice(1))
  assert.deepEqual(new Set(named), new Set([...parts.keys()].filter((name) => !/rels$|^\[/.test(name))))
  for (const [name, xml] of parts) {
    if (!name.endsWith('.rels')) continue
    const folder = name.replace(/_rels\/[^/]+$/, '')
    const inside = allOf(treeOf(xml), 'Relationship').filter(({ of }) => of['TargetMode'] !== 'External')
    for (const { of } of inside) assert.ok(parts.has(new URL(of['Target'] ?? '', `file:///${folder}`).pathname.slice(1)), `${name}: ${of['Target']}`)
  }
  const ods = await packageOf(odsFile(figures))
  for (const [name, xml] of ods) if (name !== 'mimetype') assert.doesNotThrow(() => treeOf(xml))
  const manifest = allOf(treeOf(ods.get('META-INF/manifest.xml') ?? ''), 'manifest:file-entry').map(({ of }) => of['manifest:full-path'])
  assert.deepEqual(manifest, ['/', 'content.xml', 'styles.xml', 'meta.xml', 'settings.xml'])
})

test('an OpenDocument file begins with its type, uncompressed, so that anybody can tell it by its first bytes', () => {
  const bytes = Buffer.from(odsFile(figures))
  assert.equal(bytes.readUInt16LE(8), 0)
  assert.equal(bytes.readUInt16LE(28), 0)
  assert.equal(bytes.subarray(30, 84).toString('latin1'), 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
})

test('the document says its title, who made it, when and in which language', async () => {
  const core = (await packageOf(xlsxFile(figures))).get('docProps/core.xml') ?? ''
  const meta = (await packageOf(odsFile(figures))).get('meta.xml') ?? ''
  for (const words of ['<dc:title>Figures &amp; more</dc:title>', '<dc:creator>Example County</dc:creator>', '<dc:language>en-GB</dc:language>', '2020-07-09T08:00:00Z']) {
    assert.ok(core.includes(words), words)
    assert.ok(meta.includes(words), words)
  }
})

test('links lead to another sheet or to an address', async () => {
  const parts = await packageOf(xlsxFile(figures))
  assert.match(parts.get('xl/worksheets/sheet1.xml') ?? '', /<hyperlink ref="A3" r:id="rId1"\/><hyperlink ref="A4" location="'The figures'!A1" display="To the figures"\/>/)
  assert.match(parts.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '', /Target="https:\/\/council\.example\/a\?b=1&amp;c=2"/)
  const links = allOf(treeOf((await packageOf(odsFile(figures))).get('content.xml') ?? ''), 'text:a').map(({ of }) => of['xlink:href'])
  assert.deepEqual(links, ['https://council.example/a?b=1&c=2', "#'The figures'.A1"])
})

test('the same sheets are the same file, byte for byte', () => {
  assert.deepEqual(odsFile(figures), odsFile(figures))
  assert.deepEqual(xlsxFile(figures), xlsxFile(figures))
})

test('a table whose headings are not each another, or whose rows are not as long, is a defect', () => {
  const broken = (columns: readonly string[], row: readonly string[]): Spreadsheet => ({ title: 'x', sheets: [{ name: 'x', table: { name: 'x', columns: columns.map((heading) => ({ heading })), rows: [row] } }] })
  assert.throws(() => xlsxFile(broken(['A', 'a'], ['1', '2'])), /a heading of its own/)
  assert.throws(() => odsFile(broken(['A', 'B'], ['1'])), /not as long/)
})
