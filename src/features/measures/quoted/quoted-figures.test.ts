import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { countingReader } from '#platform/database/testing/count-queries.ts'
import { plainText, type Block } from '#platform/documents/blocks.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import { marksIn } from '#platform/documents/quoted.ts'
import { eachDashboardStore, entryOf } from '../dashboards/testing.ts'
import { publishEntries } from '../releases/testing.ts'
import { becameInPapers } from './became-section.ts'
import { quotedFigures } from './quoted-figures.ts'

const quarter = entryOf({ measure: 'late', values: [4.1, 5.2], parts: { 'phase=primary': [3, 'hidden'] }, england: 6.3 })
const revised = entryOf({ measure: 'late', values: [4.1, 5.4], parts: { 'phase=primary': [3, 'hidden'] }, england: 6.3 })
const text = 'Late were [[late 2019-20-q4]], [[late 2019-20-q4 breakdown=phase=primary]] of primaries, [[late 2019-20-q4 area=E92000001]] in England, and [[late 2019-20-q3]] before.'

eachDashboardStore((store) => {
  const readText = (markdown: string) =>
    store().database.read('operator:test', async (reader) => {
      const quoted = await quotedFigures.read(reader, marksIn(markdown))
      return { quoted, read: readMarkdown(markdown, { file: 'The report', numbered: true, quoted }) }
    })
  const blocksOf = async (markdown: string): Promise<readonly Block[]> => {
    const { read } = await readText(markdown)
    return read.ok ? read.value : assert.fail(JSON.stringify(read.refusal))
  }
  const wordsOf = (blocks: readonly Block[]) => blocks.map((block) => (block.kind === 'paragraph' ? plainText(block.content) : '')).join('')
  let queries = 0
  const became = (blocks: readonly Block[]) =>
    store().database.readPublished(async (reader) => {
      const { read, counted } = countingReader(reader)
      const request = { path: '/', params: {}, query: new URLSearchParams(), today: date('2020-07-17'), origin: 'http://localhost', read, file: () => Promise.resolve(undefined) }
      const section = await becameInPapers(request, {} as never, {} as never, [{ id: 'item-1-report', item: 1, title: 'A report', blocks }])
      queries = counted()
      return section?.toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    })
  let frozen: readonly Block[] = []
  let appendix: readonly Block[] = []

  before(async () => {
    await publishEntries(store(), [quarter])
    frozen = await blocksOf(text)
    appendix = await blocksOf('[[figures panel 2019-20-q4]]')
  })

  test('a reference is read as the figure that is published, a hidden one as hidden, with what it refers to for its writer', async () => {
    const { quoted } = await readText(text)
    assert.equal(wordsOf(frozen), 'Late were 5.2%, [c] of primaries, 6.3% in England, and 4.1% before.')
    const about = quoted.get('late 2019-20-q4 area=E92000001')
    assert.equal(about?.kind === 'words' && about.about, 'Late, England, January to March 2020 (quarter 4 of 2019/20), as published 9 July 2020 (Figures of quarter 4 of 2019/20, version 1): 6.3%')
  })

  test('a reference to what is not published is a fault at its line that says what to do', async () => {
    const { read } = await readText('One.\n\n[[nothing 2019-20-q4]] and [[late 2030-31-q1]].\n\n[[figures board 2019-20-q4]]')
    const told = read.ok ? [] : read.refusal.faults.map(({ row, message }) => `${row} ${message}`)
    assert.match(told[0] ?? '', /^3 No measure is published as “nothing”\. Take its name from/)
    assert.match(told[1] ?? '', /^3 Nothing is published of “Late, .*”\. Write a period/)
    assert.match(told[2] ?? '', /^5 No figures of “board” are published for 2019-20-q4\. Publish them first/)
  })

  test('the figures of a quarter are offered by their title, and are a part that names its version', async () => {
    assert.deepEqual(await store().database.read('operator:test', (reader) => quotedFigures.toAdd(reader)), [{ mark: 'figures panel 2019-20-q4', title: 'Figures of quarter 4 of 2019/20 (Children’s Panel)' }])
    assert.match(wordsOf(appendix), /^Figures of quarter 4 of 2019\/20: version 1, published 9 July 2020\./)
    assert.ok(appendix.some((block) => block.kind === 'table'))
  })

  test('while nothing was revised the papers say so, and papers without figures say nothing', async () => {
    assert.match((await became(frozen)) ?? '', /Late, January to March 2020 \(quarter 4 of 2019\/20\) : 5\.2%, as published still/)
    assert.equal(await became([{ kind: 'paragraph', content: [{ kind: 'text', text: 'No figure.' }] }]), undefined)
    assert.equal(queries, 0)
  })

  test('what papers quoted stays, and a figure that was revised since is told first, with what it is now', async () => {
    await publishEntries(store(), [revised], { version: 2, note: 'A late return' })
    const said = (await became([...frozen, ...appendix])) ?? ''
    assert.match(said, /what became of them Late, January to March 2020 \(quarter 4 of 2019\/20\) : published as 5\.2%; revised since to 5\.4%/)
    assert.match(said, /version 1 is here; version 2 is published since : A late return Late, Primary/)
    assert.equal(queries, 2)
    assert.match(wordsOf(await blocksOf(text)), /^Late were 5\.4%, \[c\]/, 'what is still being written follows')
  })
})
