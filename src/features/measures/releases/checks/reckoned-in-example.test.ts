import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { parseAllDocuments } from 'yaml'
import { protectSheets } from '../../disclosure/protect-sheets.ts'
import { exampleFigures, exampleFolder, measuresOfExample, sheetsAt } from '../../example/testing.ts'
import { passagesOf } from './passages.ts'
import { reckonedIn } from './reckoned-in.ts'

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

test('of the words of the example none is taken to let a reader reckon a hidden number, beside whichever measure they stood', async () => {
  const store = await exampleFigures()
  const sheets = [...(await sheetsAt(store, '2022-23-q4', await measuresOfExample())).values()]
  await store.close()
  const hidden = await protectSheets(sheets, [])
  assert.ok(hidden.ok)
  const known = { figures: hidden.value.hidden, rests: [], sheets, shown: hidden.value.sheets }
  const said: string[] = []
  for await (const name of glob('commentaries/*.yaml', { cwd: exampleFolder })) said.push(...parseAllDocuments(await readFile(new URL(name, exampleFolder), 'utf8')).flatMap((document) => textsIn(document.toJS())))
  assert.ok(said.length > 500, String(said.length))
  const withHidden = sheets.filter(({ definition }) => known.figures.some(({ measure }) => measure === definition.slug))
  assert.ok(withHidden.length > 2, String(withHidden.length))
  const found = withHidden.flatMap(({ definition }) => said.flatMap((text) => reckonedIn(text, definition, known).map(({ words }) => `${definition.slug}: ${words}: ${text}`)))
  assert.deepEqual(found, [])
  const inDefinitions = sheets.flatMap((sheet) => passagesOf({ sheet }).flatMap(({ text }) => reckonedIn(text, sheet.definition, known).map(({ words }) => `${sheet.definition.slug}: ${words}: ${text}`)))
  assert.deepEqual(inDefinitions, [])
})
