import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { parse } from 'yaml'
import { protectSheets } from '../../../disclosure/protect-sheets.ts'
import { exampleFigures, exampleFolder, measuresOfExample, sheetsAt } from '../../../example/testing.ts'
import { mayNest } from '../may-nest/may-nest.ts'
import { toldByOthers } from './told-by-others.ts'

interface Release {
  readonly period: string
  readonly headings: readonly { readonly measures: readonly string[] }[]
}

test('of the figures of the example no hidden number is told by others, nor by breakdowns that nest, release by release and all together', async () => {
  const releases: Release[] = [{ period: '2022-23-q4', headings: [{ measures: await measuresOfExample() }] }]
  for await (const name of glob('releases/*.yaml', { cwd: exampleFolder })) releases.push(parse(await readFile(new URL(name, exampleFolder), 'utf8')) as Release)
  assert.ok(releases.length > 5)
  const store = await exampleFigures()
  const counted = []
  for (const { period, headings } of releases) {
    const sheets = [...(await sheetsAt(store, period, headings.flatMap(({ measures }) => measures))).values()]
    const hidden = await protectSheets(sheets, [])
    assert.ok(hidden.ok, JSON.stringify(hidden))
    counted.push(hidden.value.hidden.length)
    assert.deepEqual([...toldByOthers({ sheets, hidden: hidden.value.hidden }, hidden.value.sheets), ...mayNest(sheets, hidden.value.hidden)], [], period)
  }
  await store.close()
  assert.ok(counted.some((hidden) => hidden > 0), String(counted))
})
