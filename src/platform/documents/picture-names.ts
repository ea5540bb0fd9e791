import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Nodes } from 'mdast'
import { cleanText } from './clean-text.ts'
import { beyondLimits } from './markdown-limits.ts'

/** The names of the pictures that a Markdown text shows, each once; none where the text is too costly to parse, which `readMarkdown` then refuses. */
export function pictureNames(text: string): string[] {
  const clean = cleanText(text)
  return beyondLimits(clean).length > 0 ? [] : [...new Set(namesIn(fromMarkdown(clean)))]
}

function namesIn(node: Nodes): string[] {
  if (node.type === 'image') return [node.url]
  return 'children' in node ? node.children.flatMap(namesIn) : []
}
