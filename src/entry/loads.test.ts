import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { marksIn } from '#platform/documents/quoted.ts'
import { exampleFolder } from './county/load-example.ts'
import { importers, loads } from './features.ts'

const folder = exampleFolder('worcestershire')
const filesOf = (place: number) => globSync([...(loads[place]?.inExample ?? [])], { cwd: folder })

test('a folder is loaded by every kind in its order, and by meetings once more when the figures are published', () => {
  const words = loads.map(({ what }) => what)
  assert.deepEqual([...new Set(words)], importers.map(({ what }) => what))
  const again = words.lastIndexOf('meetings')
  assert.deepEqual([words.length - importers.length, words[again - 1], words.indexOf('meetings')], [1, 'releases', 3])
  assert.deepEqual([...filesOf(3), ...filesOf(again)].toSorted(), globSync('meetings/**/*.yaml', { cwd: folder }).toSorted())
})

test('of the example’s meetings those whose papers quote figures, and no others, come after the figures', async () => {
  const quotes = async (meeting: string) => {
    const at = join(folder, dirname(meeting))
    const papers = (await readdir(at)).filter((name) => name.endsWith('.md'))
    return (await Promise.all(papers.map((name) => readFile(join(at, name), 'utf8')))).some((text) => marksIn(text).length > 0)
  }
  const later = filesOf(loads.findLastIndex(({ what }) => what === 'meetings'))
  assert.ok(later.length > 0)
  for (const name of later) assert.equal(await quotes(name), true, name)
  for (const name of filesOf(3)) assert.equal(await quotes(name), false, name)
})
