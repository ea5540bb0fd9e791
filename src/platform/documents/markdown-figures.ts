import type { Paragraph as MarkdownParagraph } from 'mdast'
import type { Figure } from './blocks.ts'
import type { MarkdownReading } from './markdown-reading.ts'

/** The picture that a paragraph of one image is: `![what it shows](chart.png "its caption")`. Undefined for any other paragraph. */
export function readFigure(node: MarkdownParagraph, reading: MarkdownReading): Figure[] | undefined {
  const [image, ...others] = node.children
  if (image?.type !== 'image' || others.length > 0) return undefined
  const alternative = image.alt?.trim() ?? ''
  if (alternative === '') return reading.fault(image, 'Say in the square brackets what the image shows, for readers who cannot see it.', image.url)
  const file = reading.options.figures?.get(image.url)
  if (file === undefined) return reading.fault(image, 'There is no such image beside the text. Add the file, or correct its name.', image.url)
  return [{ kind: 'figure', file, alternative, caption: image.title ? [{ kind: 'text', text: image.title }] : [] }]
}
