import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas'
import { ok, type Outcome } from '#core/outcome.ts'
import { readFonts } from '#platform/documents/typst/fonts.ts'
import { colours } from '../colours.ts'
import type { PngOrder } from './png-of.ts'

/** The process in which one drawing becomes a picture. */
process.once('disconnect', () => process.exit())
process.once('message', (order) => void answer(order as PngOrder))

async function answer(order: PngOrder): Promise<void> {
  const drawn = await draw(order)
  process.send?.(drawn, () => process.exit())
}

async function draw({ svg, width }: PngOrder): Promise<Outcome<Uint8Array>> {
  for (const font of readFonts()) GlobalFonts.register(font)
  const image = await loadImage(Buffer.from(atWidth(svg, width)))
  const canvas = createCanvas(width, Math.round((image.height / image.width) * width))
  const context = canvas.getContext('2d')
  // Without a ground the edges would let through what lies behind the picture.
  context.fillStyle = colours.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return ok(await canvas.encode('png'))
}

/** A file by itself has no page that gives it its width. */
function atWidth(svg: string, width: number): string {
  const [, across = '1', down = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return svg.replace('<svg ', `<svg width="${width}" height="${Math.round((Number(down) / Number(across)) * width)}" `)
}
