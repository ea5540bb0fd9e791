import { colours } from './colours.ts'
import { gap, paragraph, type Block, type ChartHead } from './drawing.ts'
import type { Layout } from './layout.ts'

/** Headline and subtitle, in as many lines as they need. */
export function headBlocks({ title, subtitle }: Pick<ChartHead, 'title' | 'subtitle'>, { width, edge, titleSize, textSize, lineHeight }: Layout): Block[] {
  const room = { x: edge, width: width - edge * 2 }
  return [
    gap(edge),
    paragraph(title, { ...room, size: titleSize, isBold: true, lineHeight: titleSize * 1.25, after: 2 }),
    ...(subtitle === undefined ? [] : [paragraph(subtitle, { ...room, size: textSize, lineHeight, after: 0, colour: colours.quiet })]),
    gap(14),
  ]
}
