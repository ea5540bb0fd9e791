import assert from 'node:assert/strict'
import { test } from 'node:test'
import readSheets from 'read-excel-file/node'
import { releaseDownload } from '../downloads.ts'
import { exampleRelease, exampleSite } from '../testing.ts'

const out = exampleRelease()

test('a reason that is withheld is confidential, one that was not given is not available, and a note says which', async () => {
  const figure = (was: string, now: string) => ({ period: '2019-20-q3', breakdown: '', was, now, reason: '' })
  const revised = [figure('[c]', '12.0% [r]'), figure('12.0%', '[c]'), figure('12.0%', '13.0%')]
  const sheets = await readSheets(Buffer.from(releaseDownload({ ...out, entries: out.entries.map((entry) => ({ ...entry, revised })) }, 'xlsx', exampleSite).body))
  const table = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.slice(4) ?? []
  const notes = new Map(table('Notes').map(([note, words]) => [note, String(words)]))
  const said = table('Revised').map((line) => [line[5], notes.get(line[6] ?? '')])
  assert.deepEqual(said, [
    ['[c]', 'The reason that was given is withheld, since it could tell a hidden number.'],
    ['[c]', 'If a reason was given, it is withheld with the hidden figure.'],
    ['[x]', 'No reason is given.'],
  ])
})
