import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAssets, type Asset } from './assets.ts'

const { files, addresses } = await readAssets()
const textOf = (file: Asset | undefined) => Buffer.from(file?.body ?? []).toString('utf8')
const named = (name: string) => files.find((file) => file.path.endsWith(`/${name}`))

test('no style that we serve names or links to the typeface that only GOV.UK may use', () => {
  const styles = files.filter((file) => file.contentType.startsWith('text/css'))
  assert.equal(styles.length, 1)
  for (const file of styles) {
    assert.deepEqual(textOf(file).match(/.{0,40}(GDS|Transport|Calvert|assets\/fonts).{0,40}/gi), null)
    assert.ok(textOf(file).includes('.govuk-button{font-family:"Atkinson Hyperlegible Next",system-ui,arial,sans-serif'))
  }
})

test('every typeface that a style names is served beside it', () => {
  const fonts = [...textOf(named('golden-thread.css')).matchAll(/url\('([^')]+\.woff2)'\)/g)].map(([, name]) => name ?? '')
  assert.equal(fonts.length, 4)
  for (const name of fonts) assert.equal(named(name)?.contentType, 'font/woff2')
})

test('nothing that we serve asks another server for anything', () => {
  for (const file of files.filter(({ contentType }) => !contentType.startsWith('font/'))) {
    const calls = textOf(file).match(/(url\(["']?(https?:)?\/\/|@import|import\(["']https?:|from ["']https?:).{0,40}/g)
    assert.deepEqual(calls, null, file.path)
  }
})

test('what the layout links to is among the files, all in one folder named for their content', () => {
  const paths = files.map((file) => file.path)
  for (const address of Object.values(addresses)) assert.ok(paths.includes(address), address)
  assert.equal(new Set(paths).size, paths.length)
  for (const path of paths) assert.match(path, /^\/assets\/[0-9a-f]{16}\/[\w.-]+$/)
  assert.equal(new Set(paths.map((path) => path.split('/')[2])).size, 1)
})

test('the style sheet is whole: every brace that is opened is closed', () => {
  const text = textOf(named('golden-thread.css')).replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/'[^'\n]*'|"[^"\n]*"/g, '')
  assert.equal(text.split('{').length, text.split('}').length)
})

test('the scripts that features bring stand in the same folder under their own names, and no two have one name', async () => {
  const assets = await readAssets([], [new URL('assets.test.ts', import.meta.url)])
  assert.equal(assets.scripts.length, 1)
  assert.match(assets.scripts[0] ?? '', /^\/assets\/[0-9a-f]{16}\/assets\.test\.ts$/)
  assert.equal(assets.files.find(({ path }) => path === assets.scripts[0])?.contentType, 'text/javascript; charset=utf-8')
  assert.equal(assets.addresses.script.split('/')[2], assets.scripts[0]?.split('/')[2])
  await assert.rejects(readAssets([], [new URL('assets/golden-thread.js', import.meta.url)]), /Two assets are called golden-thread\.js/)
})
