import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { html } from '#platform/pages/html.ts'
import { rankingChart } from '../ranking-chart.ts'
import { pngOf } from './png-of.ts'

const chart = rankingChart({ id: 'r', title: 'Words & figures', format: String, rows: [{ name: 'Examplewick', value: 3, shown: '3', isOwn: true }] }, 'wide')

test('a drawing becomes a PNG of the width that is asked for, with its colours and its words', async () => {
  const png = await pngOf(chart, { width: 600 })
  assert.ok(png.ok)
  const image = await loadImage(Buffer.from(png.value))
  const [, , width, height] = /viewBox="([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"/.exec(chart.toString())?.slice(1).map(Number) ?? []
  assert.deepEqual([image.width, image.height], [600, Math.round((600 * (height ?? 0)) / (width ?? 1))])
  const canvas = createCanvas(image.width, image.height).getContext('2d')
  canvas.drawImage(image, 0, 0)
  const { data } = canvas.getImageData(0, 0, 300, 30)
  const dark = data.filter((value, place) => place % 4 === 0 && value < 100).length
  assert.deepEqual(Array.from(data.slice(0, 4)), [255, 255, 255, 255])
  assert.ok(dark > 200, `${dark} dark points where the title stands`)
})

test('a width that no picture has is refused, and what is no drawing does not end in a picture', async () => {
  for (const width of [0, -5, 12.5, 1e9, Number.NaN]) {
    const png = await pngOf(chart, { width })
    assert.ok(!png.ok && png.refusal.kind === 'invalid', String(width))
  }
  const broken = await pngOf(html`<p>no drawing</p>`, { width: 600 })
  assert.ok(!broken.ok && broken.refusal.kind === 'unavailable')
})
