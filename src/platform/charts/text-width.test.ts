import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { readFonts } from '#platform/documents/typst/fonts.ts'
import { linesOf, widthOf } from './text-width.ts'

test('words are reckoned as wide as the typeface draws them, with little to spare', () => {
  for (const font of readFonts()) GlobalFonts.register(font)
  const context = createCanvas(10, 10).getContext('2d')
  for (const isBold of [false, true]) {
    context.font = `${isBold ? 700 : 400} 100px "Atkinson Hyperlegible Next"`
    for (const text of ['Upper limit 1,234.5 %', 'Q4 2019/20', 'Statistical neighbours (mean of 9)', 'WAVE and Tavistock', 'jiffy ~ {[|]} @ £ – ’']) {
      const [reckoned, drawn] = [widthOf(text, { size: 100, isBold }), context.measureText(text).width]
      assert.ok(reckoned >= drawn * 0.995 && reckoned < drawn * 1.25, `${text}: ${reckoned} for ${drawn}`)
    }
  }
})

test('text is broken between words, and inside a word only where the word alone is too wide', () => {
  const style = { size: 14 }
  assert.deepEqual(linesOf('Children in care', 1000, style), ['Children in care'])
  assert.deepEqual(linesOf('Children  in care', 60, style), ['Children', 'in care'])
  const divided = linesOf('Unaccompanied', 40, style)
  assert.equal(divided.join(''), 'Unaccompanied')
  assert.ok(divided.length > 1 && divided.every((line) => widthOf(line, style) <= 40))
  assert.deepEqual(linesOf('', 40, style), [])
})
