import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { parseAllDocuments } from 'yaml'
import { childrenNamedIn } from '../../commentary/naming/children-named.ts'
import { namesOfNobody } from '../../commentary/naming/known-names.ts'
import { exampleFigures, exampleFolder, measuresOfExample, sheetsAt } from '../../example/testing.ts'
import { passagesOf } from './passages.ts'

/** What owners said, and how releases are called. */
const files = '{commentaries,releases}/*.yaml'

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

test('no words of the example that stand beside figures are taken to name a child', async () => {
  const store = await exampleFigures()
  const sheets = [...(await sheetsAt(store, '2022-23-q4', await measuresOfExample())).values()]
  await store.close()
  const texts = sheets.flatMap((sheet) => passagesOf({ sheet }).map(({ text }) => text))
  for await (const name of glob(files, { cwd: exampleFolder })) texts.push(...parseAllDocuments(await readFile(new URL(name, exampleFolder), 'utf8')).flatMap((document) => textsIn(document.toJS())))
  assert.ok(texts.length > 1500, String(texts.length))
  const known = namesOfNobody(sheets)
  assert.deepEqual(texts.flatMap((text) => childrenNamedIn(text, known).map((words) => `${words}: ${text}`)), [])
  for (const text of texts.filter((one) => one.length > 200)) assert.notDeepEqual(childrenNamedIn(`${text} The boy, Tom Smith, 9, was one of them.`, known), [], text)
})
